import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PastRefusal } from '#method/past/past-row.ts'
import type { PastSummary } from '#method/past/past-tally.ts'
import type { RowSetAside } from '#wire/past/past-file.ts'
import { doubts } from '#language/import.ts'
import { pastRefusals } from '#language/past.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'

type Props = {
  readonly summary: PastSummary
  readonly rows: readonly RowSetAside[]
  readonly ambiguous: 'skip' | 'first'
  readonly onAmbiguous: (ambiguous: 'skip' | 'first') => void
}

const pageLength = 25

/** The rows that will not be written: to decide, or left out with their reason. */
export function PastSetAside({ summary, rows, ambiguous, onAmbiguous }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const [shown, setShown] = useState(pageLength)
  const toDecide = rows.flatMap((row) => (row.as === 'to-decide' ? [row] : []))
  const leftOut = rows.flatMap((row) => (row.as === 'left-out' ? [row] : []))
  const reasons = Object.entries(summary.reasons) as readonly (readonly [PastRefusal, number])[]
  return (
    <>
      {(summary.toDecide > 0 || ambiguous === 'first') && (
        <Section
          title={t`Qui est-ce?`}
          text={
            summary.toDecide > 0
              ? t`${plural(summary.toDecide, { one: '# ligne pourrait être de plusieurs personnes.', other: '# lignes pourraient être de plusieurs personnes.' })}`
              : undefined
          }
        >
          <SegmentedControl
            label={t`Lignes à décider`}
            value={ambiguous}
            onValue={onAmbiguous}
            choices={[
              { value: 'skip', label: t`Les laisser de côté` },
              { value: 'first', label: t`Prendre la première personne` },
            ]}
          />
          <ul>
            {toDecide.slice(0, pageLength).map((row) => (
              <ListRow key={row.line} title={<span className="wrap-anywhere">{row.name}</span>} text={doubts[row.why][language]} end={t`ligne ${row.line}`} />
            ))}
          </ul>
        </Section>
      )}
      {summary.leftOut > 0 && (
        <Section
          title={t`Lignes laissées de côté`}
          text={reasons.map(([reason, count]) => `${pastRefusals[reason][language].replace(/\.$/, '')} (${count})`).join(' · ')}
        >
          <ul>
            {leftOut.slice(0, shown).map((row) => (
              <ListRow
                key={row.line}
                title={t`Ligne ${row.line}`}
                text={
                  <>
                    {pastRefusals[row.reason][language]}
                    <span className="block wrap-anywhere">{row.cells.filter(Boolean).join(' · ').slice(0, 200)}</span>
                  </>
                }
              />
            ))}
          </ul>
          {leftOut.length > shown && (
            <Button variant="quiet" wide onClick={() => setShown(shown + pageLength)}>{t`Voir la suite (${leftOut.length - shown})`}</Button>
          )}
        </Section>
      )}
    </>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { ChartNoAxesColumn } from 'lucide-react'
import { useMemo, useState } from 'react'
import { firstOfMonth } from '#method/calendar/day.ts'
import { harvest } from '#method/sale/harvest.ts'
import { formatMoney } from '#method/sale/money.ts'
import { formatDay, formatMinutes } from '#language/format.ts'
import { kindName } from '#language/sentences.ts'
import { kindHue } from '../activity/kind-look.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { weekBefore } from '../sale/harvest-screen.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { hueStyle } from '../ui/hue.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { Section } from '../ui/section.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { evidenceOf, type Evidence } from './evidence-view.ts'

/** Le Bilan: what was done this week and this month, each figure with what it counts. */
export function EvidenceScreen() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today } = useNow()
  const [span, setSpan] = useState<'week' | 'month'>('week')
  const { version } = ledger
  const startsOn = ledger.settings().weekStartsOn
  const from = span === 'week' ? weekBefore(today, startsOn) : firstOfMonth(today)
  const evidence = useMemo(() => evidenceOf(ledger, from, today), [version, from, today])
  const came = harvest(
    [...ledger.all('sale').values()].filter(({ memberId }) => memberId === ledger.workspace?.memberId),
    from,
    today,
  )
  const since = formatDay(from, language, 'weekday', today)
  return (
    <>
      <PageHeader title={t`Bilan`} below={t`Depuis ${since}, d’après ce que vous avez noté.`} />
      <SegmentedControl
        label={t`Période`}
        value={span}
        onValue={setSpan}
        choices={[
          { value: 'week', label: t`Cette semaine` },
          { value: 'month', label: t`Ce mois-ci` },
        ]}
      />
      {evidence.activities === 0 ? (
        <EmptyState icon={ChartNoAxesColumn} title={t`Rien de noté sur cette période`} text={t`Notez une activité depuis Aujourd’hui : elle comptera ici.`} />
      ) : (
        <>
          <DaysWon evidence={evidence} />
          <Touches evidence={evidence} />
          <ByKind evidence={evidence} />
        </>
      )}
      {came.sales.length > 0 && (
        <Card tone="wheat" className="mt-8">
          <h2 className="text-[1.3125rem] text-wheat">{t`Récolte`}</h2>
          <p className="mt-1">
            <span className="tabular font-serif text-[1.75rem]">
              {[...came.totals].map(([currency, cents]) => formatMoney(cents, currency, language)).join(' + ')}
            </span>
          </p>
          <p className="text-soft">
            <Plural
              value={came.sales.filter(({ refunds }) => refunds === null).length}
              one="# vente, remboursements déduits."
              other="# ventes, remboursements déduits."
            />
          </p>
        </Card>
      )}
    </>
  )
}

function DaysWon({ evidence: { worked, won } }: { readonly evidence: Evidence }) {
  const { t } = useLingui()
  return (
    <Section title={t`Combien de jours gagnés?`}>
      {worked === 0 ? (
        <p className="text-soft">
          <Trans>Aucun jour terminé avec un objectif quotidien sur cette période.</Trans>
        </p>
      ) : (
        <p className="text-[1.0625rem]">
          <span className="font-serif text-[2.5rem] text-spruce">{won}</span>{' '}
          <Plural
            value={worked}
            one="sur # jour travaillé. Les congés sont neutres; aujourd’hui compte une fois gagné."
            other="sur # jours travaillés. Les congés sont neutres; aujourd’hui compte une fois gagné."
          />
        </p>
      )}
    </Section>
  )
}

function Touches({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { activities, conversations, attempts, followUps, people, minutes, timed } = evidence
  const lines = [
    t`${plural(conversations, { one: '# conversation', other: '# conversations' })} et ${plural(attempts, { one: '# tentative', other: '# tentatives' })}, sur ${plural(activities, { one: '# activité', other: '# activités' })}.`,
    t`${plural(followUps, { one: '# suivi', other: '# suivis' })} : une activité avec une personne déjà jointe, ou avec votre clientèle.`,
    t`${plural(people, { one: '# personne différente', other: '# personnes différentes' })}.`,
    ...(timed > 0
      ? [t`${formatMinutes(minutes, language)} notées, sur ${plural(timed, { one: '# activité chronométrée', other: '# activités chronométrées' })}.`]
      : []),
  ]
  return (
    <Section title={t`Avec qui et comment?`}>
      <ul className="grid gap-1.5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  )
}

function ByKind({ evidence: { byKind, activities } }: { readonly evidence: Evidence }) {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const most = byKind[0]?.count ?? 1
  return (
    <Section title={t`Par quelles activités?`} text={t`${plural(activities, { one: '# activité', other: '# activités' })} en tout.`}>
      <table className="w-full border-separate border-spacing-y-2">
        <caption className="sr-only">{t`Activités par genre`}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t`Genre d’activité`}</th>
            <th scope="col">{t`Nombre`}</th>
          </tr>
        </thead>
        <tbody>
          {byKind.map(({ kind, count }) => {
            const known = ledger.kinds().find(({ id }) => id === kind) ?? ledger.get('kind', kind)
            return (
              <tr key={kind}>
                <th scope="row" className="w-32 pr-3 text-left font-medium">
                  {kindName(known ?? kind, language)}
                </th>
                <td>
                  <span className="flex items-center gap-2">
                    <span
                      aria-hidden="true"
                      className="h-4 min-w-1 rounded-full bg-(--hue)"
                      style={{ ...hueStyle(kindHue(known?.hue ?? 'slate')), width: `${(count / most) * 80}%` }}
                    />
                    <span className="tabular">{count}</span>
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

import { CircleAlert } from 'lucide-react'
import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { isBuiltIn, type KindId } from '#method/activity/kind.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import { isOrderUnsure } from '#method/past/past-tally.ts'
import { formatMoney } from '#method/sale/money.ts'
import { formatDay, formatNumber } from '#language/format.ts'
import { ordersUnsure } from '#language/past.ts'
import { kindName } from '#language/sentences.ts'
import { ofZoneCity } from '#language/zone-names.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useRememberMapping } from '../contact/use-remember-mapping.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { PastColumns } from './past-columns.tsx'
import { PastSetAside } from './past-set-aside.tsx'
import { PastWords } from './past-words.tsx'
import type { PastPreview } from './use-past-preview.ts'

type ReadPreview = Pick<Extract<PastPreview, { readonly state: 'read' }>, 'name' | 'ambiguous' | 'heading' | 'summary' | 'setAside'>
type Props = {
  readonly preview: ReadPreview
  readonly onChange: (change: { readonly mapping?: PastMapping; readonly ambiguous?: 'skip' | 'first' }) => void
  readonly onAgain: () => void
  readonly onImport: () => void
}

/** What the file would bring, before anything is written. */
export function PastReview({ preview, onChange, onAgain, onImport }: Props) {
  const { t } = useLingui()
  const rememberMapping = useRememberMapping()
  const { summary, heading, ambiguous } = preview
  const { activities } = summary
  const sold = Object.values(summary.sales).reduce((sum, { count }) => sum + count, 0)
  const done = t`${plural(activities, { one: '# activité', other: '# activités' })}`
  const given = Object.values(summary.sales).reduce((sum, { refunds }) => sum + refunds, 0)
  const bought = t`${plural(sold, { one: '# vente', other: '# ventes' })}`
  const what = activities > 0 && sold > 0 ? t`${done} et ${bought}` : activities > 0 ? done : bought
  const onMapping = (mapping: PastMapping) => onChange({ mapping })
  // The next file with these headings opens with what was accepted for this one.
  const accept = () => {
    rememberMapping(
      heading.mapping.columns.map((column) => column.heading),
      'past',
      heading.mapping,
    )
    onImport()
  }
  return (
    <div className="grid gap-5">
      <p className="wrap-anywhere">
        <strong>{preview.name}</strong>
        <span className="text-soft">
          {' '}
          · <Plural value={summary.rows} _0="aucune ligne" one="# ligne" other="# lignes" />
        </span>
      </p>
      <Found preview={preview} />
      <Orders preview={preview} onMapping={onMapping} />
      <PastColumns heading={heading} onMapping={onMapping} />
      <PastWords summary={summary} mapping={heading.mapping} onMapping={onMapping} />
      <PastSetAside
        summary={summary}
        rows={preview.setAside}
        ambiguous={ambiguous}
        onAmbiguous={(chosen) => onChange({ ambiguous: chosen, mapping: heading.mapping })}
      />
      <div className="sticky bottom-[calc(var(--nav-height)+0.5rem)] z-10 flex flex-wrap gap-2 rounded-card border border-line bg-card p-3 shadow-lift wide:bottom-4">
        <Button onClick={onAgain}>
          <Trans>Autre fichier</Trans>
        </Button>
        <Button variant="next" className="flex-1 py-2" disabled={activities + sold + given === 0} onClick={accept}>
          {activities + sold + given === 0 ? t`Rien à importer` : activities + sold === 0 ? t`Importer` : t`Importer ${what}`}
        </Button>
      </div>
    </div>
  )
}

function Orders({ preview: { summary, heading }, onMapping }: { readonly preview: ReadPreview; readonly onMapping: (mapping: PastMapping) => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  if (!isOrderUnsure(summary)) return null
  const { mapping } = heading
  return (
    <div role="note" className="grid gap-3 rounded-card border border-line bg-card p-4">
      <div className="flex gap-3">
        <Icon of={CircleAlert} className="mt-0.5 shrink-0 text-danger" />
        <p>{ordersUnsure(summary.orders, mapping.dateOrder, language)}</p>
      </div>
      <SegmentedControl
        label={t`Dates qui pourraient être l’une ou l’autre`}
        value={mapping.dateOrder}
        onValue={(dateOrder) => onMapping({ ...mapping, dateOrder })}
        choices={[
          { value: 'day-first', label: t`Jour, mois` },
          { value: 'month-first', label: t`Mois, jour` },
        ]}
      />
    </div>
  )
}

function Found({ preview: { summary } }: { readonly preview: ReadPreview }) {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today, zone } = useNow()
  const nameOf = (kind: KindId): string => {
    const own = summary.unknownKinds.find(({ id }) => id === kind)?.word
    return own ?? kindName(isBuiltIn(kind) ? kind : (ledger.get('kind', kind) ?? kind), language)
  }
  const kinds = Object.entries(summary.byKind).sort(([, a], [, b]) => b - a)
  const sales = Object.entries(summary.sales)
  const [from, to] = [summary.firstDay, summary.lastDay].map((day) => (day ? formatDay(day, language, 'long', today) : ''))
  const place = ofZoneCity(zone, language)
  return (
    <Card>
      <dl className="grid gap-4">
        <Line name={<Plural value={summary.activities} _0="Aucune activité" one="# activité" other="# activités" />}>
          {kinds.map(([kind, count]) => `${nameOf(kind)}\u00A0${formatNumber(count, language)}`).join(' · ')}
        </Line>
        {sales.map(([currency, { count, refunds, cents }]) => (
          <Line key={currency} name={<Plural value={count} one="# vente" other="# ventes" />}>
            {formatMoney(cents, currency, language)}
            {refunds > 0 && (
              <>
                {', '}
                <Plural value={refunds} one="# remboursement enlevé" other="# remboursements enlevés" />
              </>
            )}
          </Line>
        ))}
        {from && (
          <Line name={from === to ? from : t`Du ${from} au ${to}`}>
            <Trans>À l’heure {place}; sans heure, le jour seul.</Trans>
          </Line>
        )}
        <Line name={<Plural value={summary.newPeople} _0="Aucune nouvelle personne" one="# nouvelle personne" other="# nouvelles personnes" />}>
          {[
            t`${plural(summary.knownPeople, { one: '# déjà là', other: '# déjà là' })}`,
            summary.withoutPerson > 0
              ? t`${plural(summary.withoutPerson, { one: '# ligne sans personne nommée', other: '# lignes sans personne nommée' })}`
              : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Line>
        {summary.warned > 0 && (
          <Line name={<Plural value={summary.warned} one="# ligne avec une remarque" other="# lignes avec une remarque" />}>
            <Trans>Un résultat, un sens, une durée ou un montant ne se lit pas, ou une vente ne s’est pas faite; le reste de la ligne est gardé.</Trans>
          </Line>
        )}
      </dl>
    </Card>
  )
}

function Line({ name, children }: { readonly name: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      <dd className="text-soft wrap-anywhere">{children}</dd>
    </div>
  )
}

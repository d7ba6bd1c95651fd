import { Trans, useLingui } from '@lingui/react/macro'
import { History, Wheat } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Activity } from '#method/activity/activity.ts'
import { counts } from '#method/activity/activity.ts'
import type { Kind } from '#method/activity/kind.ts'
import { timeOf, type Day } from '#method/calendar/day.ts'
import { formatMoney } from '#method/sale/money.ts'
import type { Sale } from '#method/sale/sale.ts'
import { formatDay, formatMinutes, formatTime } from '#language/format.ts'
import { kindName, notNowName, outcomeName } from '#language/sentences.ts'
import { ActivityView } from '../activity/activity-view.tsx'
import { kindHue, kindIcon } from '../activity/kind-look.ts'
import { useLanguage } from '../activity/use-language.ts'
import { fetchOlderActivities, useLedger } from '../offline/ledger.ts'
import { SaleView } from '../sale/sale-view.tsx'
import { Button } from '../ui/button.tsx'
import { hueStyle } from '../ui/hue.ts'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/section.tsx'
import { timelineOf } from './timeline.ts'

/** Everything that happened with someone, newest first, day by day; what is older than the device's window comes on demand. */
export function PersonTimeline({ contactId, today }: { readonly contactId: string; readonly today: Day }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const recent = ledger.activitiesOf(contactId)
  const sales = ledger.salesOf(contactId)
  const [older, setOlder] = useState<readonly Activity[]>([])
  const [asking, setAsking] = useState<'no' | 'yes' | 'done' | 'failed'>('no')
  const [opened, setOpened] = useState<{ readonly sort: 'activity' | 'sale'; readonly id: string } | null>(null)
  const days = useMemo(
    () =>
      timelineOf(
        [...recent, ...older].filter(counts),
        sales.filter(({ voidedAt }) => voidedAt === null),
      ),
    [recent, older, sales],
  )
  const isOnline = ledger.connection === 'online' || ledger.connection === 'syncing'
  const ask = () => {
    setAsking('yes')
    fetchOlderActivities(contactId).then(
      (found) => {
        setOlder(found ?? [])
        setAsking(found ? 'done' : 'failed')
      },
      () => setAsking('failed'),
    )
  }
  return (
    <Section title={t`Histoire`}>
      <Timeline
        days={days}
        today={today}
        kinds={ledger.kinds()}
        onOpen={(sort, id) => setOpened({ sort, id })}
        isKnown={(id) => ledger.get('activity', id) !== undefined}
      />
      {days.length === 0 && (
        <p className="text-soft">
          <Trans>Rien encore avec cette personne. Le premier échange que vous noterez s’inscrira ici.</Trans>
        </p>
      )}
      <div className="mt-3">
        {!isOnline && (
          <p className="text-[0.9375rem] text-soft">
            <Trans>Ce qui est plus ancien que 90 jours se lit en ligne.</Trans>
          </p>
        )}
        {isOnline && asking !== 'done' && (
          <Button variant="quiet" size="small" icon={History} disabled={asking === 'yes'} onClick={ask}>
            {asking === 'failed' ? t`Réessayer de lire ce qui est plus ancien` : t`Lire ce qui est plus ancien`}
          </Button>
        )}
        {asking === 'failed' && (
          <p role="status" className="text-[0.9375rem] text-soft">
            <Trans>Le serveur n’a pas répondu. Ce qui est sur cet appareil reste ici.</Trans>
          </p>
        )}
        {asking === 'done' && older.length === 0 && (
          <p role="status" className="text-[0.9375rem] text-soft">
            <Trans>Il n’y a rien de plus ancien.</Trans>
          </p>
        )}
      </div>
      <ActivityView activityId={opened?.sort === 'activity' ? opened.id : null} onClose={() => setOpened(null)} />
      <SaleView saleId={opened?.sort === 'sale' ? opened.id : null} onClose={() => setOpened(null)} />
    </Section>
  )
}

type TimelineProps = {
  readonly days: ReturnType<typeof timelineOf>
  readonly today: Day
  readonly kinds: readonly Kind[]
  readonly onOpen: (sort: 'activity' | 'sale', id: string) => void
  readonly isKnown: (activityId: string) => boolean
}

export function Timeline({ days, today, kinds, onOpen, isKnown }: TimelineProps) {
  const language = useLanguage()
  return days.map(({ day, items }) => (
    <div key={day} className="mt-4 first:mt-0">
      <h3 className="text-[0.9375rem] font-semibold text-soft first-letter:uppercase">{formatDay(day, language, 'relative', today)}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.row.id} className="border-b border-line last:border-b-0">
            {item.sort === 'sale' ? (
              <SaleItem sale={item.row} onOpen={() => onOpen('sale', item.row.id)} />
            ) : (
              <ActivityItem activity={item.row} kinds={kinds} onOpen={isKnown(item.row.id) ? () => onOpen('activity', item.row.id) : undefined} />
            )}
          </li>
        ))}
      </ul>
    </div>
  ))
}

function ActivityItem({
  activity,
  kinds,
  onOpen,
}: {
  readonly activity: Activity
  readonly kinds: readonly Kind[]
  readonly onOpen: (() => void) | undefined
}) {
  const language = useLanguage()
  const kind = kinds.find(({ id }) => id === activity.kind)
  const name = kindName(kind ?? activity.kind, language)
  const came = [
    outcomeName(activity.outcome, activity.kind, language),
    activity.notNow && notNowName(activity.notNow, language),
    activity.minutes !== null && formatMinutes(activity.minutes, language),
  ]
  const inside = (
    <>
      <span aria-hidden="true" style={hueStyle(kindHue(kind?.hue ?? 'slate'))} className="ui-tint grid size-9 shrink-0 place-items-center rounded-full">
        <Icon of={kindIcon(kind?.icon ?? '')} size={18} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">
          {name}
          {activity.title && ` – ${activity.title}`}
        </span>
        <span className="block text-[0.9375rem] text-soft">{came.filter(Boolean).join(' · ')}</span>
        {activity.note && <span className="mt-0.5 block whitespace-pre-line wrap-anywhere">{activity.note}</span>}
      </span>
      <span className="tabular shrink-0 text-[0.9375rem] text-soft">{formatTime(timeOf(activity.occurredAt, activity.zone), language)}</span>
    </>
  )
  const look = 'flex min-h-14 w-full items-start gap-3.5 rounded-control py-3 text-left'
  return onOpen ? (
    <button type="button" className={look} onClick={onOpen}>
      {inside}
    </button>
  ) : (
    <div className={look}>{inside}</div>
  )
}

function SaleItem({ sale, onOpen }: { readonly sale: Sale; readonly onOpen: () => void }) {
  const language = useLanguage()
  return (
    <button type="button" onClick={onOpen} className="flex min-h-14 w-full items-center gap-3.5 rounded-control py-3 text-left text-wheat">
      <span aria-hidden="true" className="grid size-9 shrink-0 place-items-center rounded-full bg-wheat-bg">
        <Icon of={Wheat} size={18} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{formatMoney(sale.amount, sale.currency, language)}</span>
        {sale.note && <span className="block wrap-anywhere">{sale.note}</span>}
      </span>
    </button>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarHeart, History, Inbox, Mail, Wheat } from 'lucide-react'
import { Fragment, useMemo, useState } from 'react'
import type { Activity } from '#method/activity/activity.ts'
import { counts } from '#method/activity/activity.ts'
import type { Kind } from '#method/activity/kind.ts'
import { timeOf, type Day, type Instant } from '#method/calendar/day.ts'
import type { Enquiry } from '#method/enquiry/enquiry.ts'
import type { Invitation } from '#method/event/event.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import { formatMoney } from '#method/sale/money.ts'
import type { Sale } from '#method/sale/sale.ts'
import { isFollowUp } from '#method/ledger/history.ts'
import { enquiryWayNames } from '#language/enquiry.ts'
import { formatDay, formatMinutes, formatSpan, formatTime } from '#language/format.ts'
import { invitationStateNames } from '#language/invitations.ts'
import { kindName, notNowName, outcomeName } from '#language/sentences.ts'
import { ActivityView } from '../activity/activity-view.tsx'
import { kindIcon } from '../activity/kind-look.ts'
import { useLanguage } from '../activity/use-language.ts'
import { MessageState } from '../message/message-state.tsx'
import { fetchOlder, useLedger, useNow } from '../offline/ledger.ts'
import type { OlderFacts } from '../offline/older-facts.ts'
import { SaleView } from '../sale/sale-view.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { hueStyle } from '../ui/hue.ts'
import { Icon, type IconType } from '../ui/icon.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { timelineOf } from './timeline.ts'

/** Everything that happened with someone, newest first, day by day; what is older than the device's window comes on demand. */
export function PersonTimeline({ contactId, today }: { readonly contactId: string; readonly today: Day }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const recent = ledger.activitiesOf(contactId)
  const sales = ledger.salesOf(contactId)
  const contact = ledger.contact(contactId)
  const { zone } = useNow()
  const { version } = ledger
  const [older, setOlder] = useState<OlderFacts>({ activities: [], sales: [] })
  const [asking, setAsking] = useState<'no' | 'yes' | 'done' | 'failed'>('no')
  const [opened, setOpened] = useState<{ readonly sort: 'activity' | 'sale'; readonly id: string } | null>(null)
  const days = useMemo(
    () =>
      timelineOf(
        {
          activities: [...recent, ...older.activities].filter(counts),
          sales: [...older.sales.filter(({ id }) => ledger.get('sale', id) === undefined), ...sales].filter(({ voidedAt }) => voidedAt === null),
          enquiries: ledger.about('enquiry', contactId),
          invitations: ledger.about('invitation', contactId),
          messages: ledger.about('message', contactId),
        },
        zone,
      ),
    [version, recent, older, sales, contactId, zone],
  )
  const isOnline = ledger.connection === 'online' || ledger.connection === 'syncing'
  const ask = () => {
    setAsking('yes')
    fetchOlder(contactId).then(
      (found) => {
        setOlder(found ?? { activities: [], sales: [] })
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
        zone={zone}
        titleOf={(eventId) => ledger.get('event', eventId)?.title ?? ''}
        onOpen={(sort, id) => setOpened({ sort, id })}
        isKnown={(sort, id) => ledger.get(sort, id) !== undefined}
        isFollowedUp={(activity) => contact !== undefined && isFollowUp(activity, contact)}
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
          <Button variant="quiet" size="small" icon={History} busy={asking === 'yes'} onClick={ask}>
            {asking === 'failed' ? t`Réessayer de lire ce qui est plus ancien` : t`Lire ce qui est plus ancien`}
          </Button>
        )}
        {asking === 'failed' && (
          <p role="status" className="text-[0.9375rem] text-soft">
            <Trans>Le serveur n’a pas répondu. Ce qui est sur cet appareil reste ici.</Trans>
          </p>
        )}
        {asking === 'done' && older.activities.length + older.sales.length === 0 && (
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
  readonly zone: string
  readonly titleOf: (eventId: string) => string
  readonly onOpen: (sort: 'activity' | 'sale', id: string) => void
  /** Whether a fact is on this device, to be opened. */
  readonly isKnown: (sort: 'activity' | 'sale', id: string) => boolean
  /** Whether an activity is a follow-up. */
  readonly isFollowedUp: (activity: Activity) => boolean
}

export function Timeline({ days, today, kinds, zone, titleOf, onOpen, isKnown, isFollowedUp }: TimelineProps) {
  const language = useLanguage()
  return days.map(({ day, items, since }) => (
    <Fragment key={day}>
      <div className="mt-4 first:mt-0">
        <h3 className="text-[0.9375rem] font-semibold text-soft first-letter:uppercase">{formatDay(day, language, 'relative', today)}</h3>
        <ul>
          {items.map((item) => (
            <li key={`${item.sort} ${item.row.id}`} className="border-b border-line last:border-b-0">
              {item.sort === 'sale' && <SaleItem sale={item.row} onOpen={isKnown('sale', item.row.id) ? () => onOpen('sale', item.row.id) : undefined} />}
              {item.sort === 'activity' && (
                <ActivityItem
                  activity={item.row}
                  kinds={kinds}
                  isFollowedUp={isFollowedUp(item.row)}
                  onOpen={isKnown('activity', item.row.id) ? () => onOpen('activity', item.row.id) : undefined}
                />
              )}
              {item.sort === 'enquiry' && <EnquiryItem enquiry={item.row} zone={zone} />}
              {item.sort === 'message' && <MessageItem message={item.row} zone={zone} />}
              {item.sort === 'invitation' && <InvitationItem invitation={item.row} title={titleOf(item.row.eventId)} zone={zone} />}
            </li>
          ))}
        </ul>
      </div>
      {since !== null && since > 1 && <Between days={since} />}
    </Fragment>
  ))
}

/** The days that went by between two steps of the story. */
function Between({ days }: { readonly days: number }) {
  const language = useLanguage()
  return (
    <p className="mt-3 flex items-center gap-3 text-[0.9375rem] text-soft">
      <span aria-hidden="true" className="ml-4 h-6 border-l-2 border-dotted border-edge" />
      {formatSpan(days, language)}
    </p>
  )
}

type MarkedProps = {
  readonly icon: IconType
  readonly title: string
  readonly below: string
  readonly note?: string | undefined
  readonly at: Instant
  readonly zone: string
}

function Marked({ icon, title, below, note, at, zone }: MarkedProps) {
  const language = useLanguage()
  return (
    <>
      <span aria-hidden="true" className="grid size-9 shrink-0 place-items-center rounded-full bg-spruce/10 text-spruce">
        <Icon of={icon} size={18} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold wrap-anywhere">{title}</span>
        <span className="block text-[0.9375rem] text-soft">{below}</span>
        {note && <span className="mt-0.5 block whitespace-pre-line wrap-anywhere line-clamp-6">{note}</span>}
      </span>
      <span className="tabular shrink-0 text-[0.9375rem] text-soft">{formatTime(timeOf(at, zone), language)}</span>
    </>
  )
}

const markedLook = 'flex min-h-14 w-full items-start gap-3.5 rounded-control py-3 text-left'

function EnquiryItem({ enquiry, zone }: { readonly enquiry: Enquiry; readonly zone: string }) {
  const { t } = useLingui()
  const language = useLanguage()
  const below = [enquiryWayNames[enquiry.via][language], enquiry.subject].filter(Boolean).join(' · ')
  return (
    <div className={markedLook}>
      <Marked icon={Inbox} title={t`Demande`} below={below} note={enquiry.words} at={enquiry.receivedAt} zone={zone} />
    </div>
  )
}

function MessageItem({ message, zone }: { readonly message: OutboundMessage; readonly zone: string }) {
  const ledger = useLedger()
  const language = useLanguage()
  return (
    <div className="flex min-h-14 items-start gap-3.5 py-3">
      <span aria-hidden="true" className="grid size-9 shrink-0 place-items-center rounded-full bg-spruce/10 text-spruce">
        <Icon of={Mail} size={18} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">{message.subject}</p>
        <MessageState message={message} name={ledger.contact(message.contactId)?.name ?? ''} />
      </div>
      <span className="tabular shrink-0 text-[0.9375rem] text-soft">{formatTime(timeOf(message.at, zone), language)}</span>
    </div>
  )
}

function InvitationItem({ invitation, title, zone }: { readonly invitation: Invitation; readonly title: string; readonly zone: string }) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <Link to="/evenements/$eventId" params={{ eventId: invitation.eventId }} className={markedLook}>
      <Marked icon={CalendarHeart} title={title || t`Événement`} below={invitationStateNames[invitation.state][language]} at={invitation.at} zone={zone} />
    </Link>
  )
}

function ActivityItem({
  activity,
  kinds,
  isFollowedUp,
  onOpen,
}: {
  readonly activity: Activity
  readonly kinds: readonly Kind[]
  readonly isFollowedUp: boolean
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
      <span aria-hidden="true" style={hueStyle(kind?.hue ?? 'slate')} className="ui-tint grid size-9 shrink-0 place-items-center rounded-full">
        <Icon of={kindIcon(kind?.icon ?? '')} size={18} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">
          {name}
          {activity.title && ` – ${activity.title}`}
          {isFollowedUp && (
            <>
              {' '}
              <Badge>
                <Trans>Suivi</Trans>
              </Badge>
            </>
          )}
        </span>
        <span className="block text-[0.9375rem] text-soft">{came.filter(Boolean).join(' · ')}</span>
        {activity.note && <span className="mt-0.5 block whitespace-pre-line wrap-anywhere">{activity.note}</span>}
      </span>
      <span className="tabular shrink-0 text-[0.9375rem] text-soft">
        {activity.isDayOnly ? '' : formatTime(timeOf(activity.occurredAt, activity.zone), language)}
      </span>
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

function SaleItem({ sale, onOpen }: { readonly sale: Sale; readonly onOpen: (() => void) | undefined }) {
  const language = useLanguage()
  const look = 'flex min-h-14 w-full items-center gap-3.5 rounded-control py-3 text-left text-wheat'
  const inside = (
    <>
      <span aria-hidden="true" className="grid size-9 shrink-0 place-items-center rounded-full bg-wheat-bg">
        <Icon of={Wheat} size={18} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{formatMoney(sale.amount, sale.currency, language)}</span>
        {sale.note && <span className="block wrap-anywhere">{sale.note}</span>}
      </span>
    </>
  )
  return onOpen ? (
    <button type="button" onClick={onOpen} className={look}>
      {inside}
    </button>
  ) : (
    <div className={look}>{inside}</div>
  )
}

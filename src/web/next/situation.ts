import { dayOf, type Instant } from '#method/calendar/day.ts'
import { invitationId } from '#method/event/event.ts'
import { defaultCadences } from '#method/follow-up/cadence.ts'
import { renewedOn } from '#method/next/renewed.ts'
import { signalsOf } from '#method/next/signal.ts'
import { situationAt, type Situation } from '#method/next/situation.ts'
import type { LedgerView } from '../offline/view.ts'

/** What of the ledger the ranking looks at. */
export type RankedLedger = Pick<LedgerView, 'all' | 'about' | 'contact' | 'people' | 'activitiesOf' | 'settings'>

/** Those who ever sent an enquiry. */
export const enquirersOf = (ledger: RankedLedger): ReadonlySet<string> =>
  new Set([...ledger.all('enquiry').values()].flatMap(({ contactId }) => (contactId === null ? [] : (ledger.contact(contactId)?.id ?? []))))

/**
 * The situation in which this device ranks its people, from the facts that it holds: the last ninety days of activities, so the
 * strength of relationships, which needs years, is left to their intervals.
 */
export const situationOf = (ledger: RankedLedger, now: Instant, zone: string, known: Pick<Situation, 'record' | 'may'>): Situation => {
  const enquiries = [...ledger.all('enquiry').values()]
  const invitations = ledger.all('invitation')
  const people = ledger.people()
  const cadences = ledger.settings().cadences ?? defaultCadences
  return situationAt(now, zone, {
    cadences,
    enquirers: enquirersOf(ledger),
    signals: signalsOf(enquiries, ledger.all('activity').values(), { contact: (id) => ledger.contact(id) }, now),
    events: [...ledger.all('event').values()],
    isInvited: (eventId, contactId) => (invitations.get(invitationId(eventId, contactId))?.state ?? 'withdrawn') !== 'withdrawn',
    offers: [...ledger.all('offer').values()],
    renewedToday: renewedOn(dayOf(now, zone), people, (id) => ledger.activitiesOf(id), cadences),
    ...known,
  })
}

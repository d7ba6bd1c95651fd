import { dayOf, type Instant } from '#method/calendar/day.ts'
import { firstPeople } from '#method/day/first-people.ts'
import { invitationId } from '#method/event/event.ts'
import { defaultCadences } from '#method/follow-up/cadence.ts'
import { inPeaceOf } from '#method/next/in-peace.ts'
import { renewedOn } from '#method/next/renewed.ts'
import { signalsOf } from '#method/next/signal.ts'
import { situationAt, type Situation } from '#method/next/situation.ts'
import { strengthsOf } from '#method/next/strengths.ts'
import type { LedgerView } from '../offline/view.ts'

/** What of the ledger the ranking looks at. */
export type RankedLedger = Pick<LedgerView, 'all' | 'about' | 'calendar' | 'contact' | 'people' | 'activitiesOf' | 'salesOf' | 'settings' | 'workspace'>

/** Those who ever sent an enquiry. */
export const enquirersOf = (ledger: RankedLedger): ReadonlySet<string> =>
  new Set([...ledger.all('enquiry').values()].flatMap(({ contactId }) => (contactId === null ? [] : (ledger.contact(contactId)?.id ?? []))))

/**
 * The situation in which this device ranks its people, from the facts that it holds: the last ninety days of activities, so the
 * strength of relationships is told for those whose whole past is within them, and left to their intervals for the others.
 */
export const situationOf = (ledger: RankedLedger, now: Instant, zone: string, known: Pick<Situation, 'record' | 'may'>): Situation => {
  const enquiries = [...ledger.all('enquiry').values()]
  const invitations = ledger.all('invitation')
  const people = ledger.people()
  const { cadences: own, steps } = ledger.settings()
  const cadences = own ?? defaultCadences
  const today = dayOf(now, zone)
  const memberId = ledger.workspace?.memberId
  const pages = [...ledger.all('dayPage').values()].filter((page) => page.memberId === memberId)
  const chosen = firstPeople(pages, today, ledger.calendar())
  const firsts = chosen && { ...chosen, ids: chosen.ids.map((id) => ledger.contact(id)?.id ?? id) }
  const signals = signalsOf(enquiries, ledger.all('activity').values(), { contact: (id) => ledger.contact(id) }, now)
  return situationAt(now, zone, {
    cadences,
    enquirers: enquirersOf(ledger),
    signals,
    firsts,
    inPeace: without(inPeaceOf(ledger.all('sale').values(), { contact: (id) => ledger.contact(id) }, signals, today, steps.yes), firsts?.ids ?? []),
    strengths: strengthsOf(people, { activitiesOf: (id) => ledger.activitiesOf(id), salesOf: (id) => ledger.salesOf(id) }, cadences, today),
    events: [...ledger.all('event').values()],
    isInvited: (eventId, contactId) => (invitations.get(invitationId(eventId, contactId))?.state ?? 'withdrawn') !== 'withdrawn',
    offers: [...ledger.all('offer').values()],
    renewedToday: renewedOn(today, people, (id) => ledger.activitiesOf(id), cadences),
    ...known,
  })
}

// Whom she chose herself is not left in peace.
const without = (people: ReadonlySet<string>, chosen: readonly string[]): ReadonlySet<string> => new Set([...people].filter((id) => !chosen.includes(id)))

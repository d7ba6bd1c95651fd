import type { Activity } from '../activity/activity.ts'
import { dayOf, type Instant } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/schedule.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import type { DayPage } from '../day/day-page.ts'
import { firstPeople } from '../day/first-people.ts'
import type { Enquiry } from '../enquiry/enquiry.ts'
import { invitationId, type Event, type Invitation } from '../event/event.ts'
import { defaultCadences, type Cadences } from '../follow-up/cadence.ts'
import type { StepDefaults } from '../follow-up/propose-step.ts'
import type { Offer, Sale } from '../sale/sale.ts'
import { inPeaceOf } from './in-peace.ts'
import { renewedOn } from './renewed.ts'
import { signalsOf } from './signal.ts'
import { situationAt, type Situation } from './situation.ts'
import { recordOf, type SourceRecord } from './source.ts'
import { strengthsOf } from './strengths.ts'

type Kept = {
  readonly activity: Activity
  readonly dayPage: DayPage
  readonly enquiry: Enquiry
  readonly event: Event
  readonly invitation: Invitation
  readonly offer: Offer
  readonly sale: Sale
}

/** What of the ledger the ranking looks at: what a device holds, or the same that the server reads. */
export type RankedLedger = {
  readonly all: <T extends keyof Kept>(table: T) => ReadonlyMap<string, Kept[T]>
  readonly calendar: () => WorkCalendar
  /** The person that an id stands for, following merges. */
  readonly contact: (id: ContactId) => Contact | undefined
  /** Present people: not deleted, archived or merged. */
  readonly people: () => readonly Contact[]
  /** Newest first, those of people merged into her too. */
  readonly activitiesOf: (id: ContactId) => readonly Activity[]
  readonly salesOf: (id: ContactId) => readonly Sale[]
  readonly settings: () => { readonly cadences: Cadences | null; readonly steps: StepDefaults }
  readonly workspace: { readonly memberId: string } | null
}

/** Those who ever sent an enquiry. */
const enquirersOf = (ledger: RankedLedger): ReadonlySet<ContactId> =>
  new Set([...ledger.all('enquiry').values()].flatMap(({ contactId }) => (contactId === null ? [] : (ledger.contact(contactId)?.id ?? []))))

/** What one's own touches and sales came to by source, from what is held. */
export const ownRecord = (ledger: RankedLedger): SourceRecord =>
  recordOf(new Map(ledger.people().map((contact) => [contact.id, contact])), ledger.all('activity').values(), ledger.all('sale').values(), enquirersOf(ledger))

/**
 * The situation in which people are ranked, from the facts that are held: the last ninety days of activities, so the strength of
 * relationships is told for those whose whole past is within them, and left to their intervals for the others.
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

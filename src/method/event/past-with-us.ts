import type { Day } from '../calendar/day.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import type { Enquiry } from '../enquiry/enquiry.ts'
import type { Offer, Sale } from '../sale/sale.ts'
import type { Event, Invitation } from './event.ts'

/** The facts from which people are invited. */
export type InviteFacts = {
  readonly contacts: Iterable<Contact>
  readonly sales: Iterable<Sale>
  readonly offers: Iterable<Offer>
  readonly events: Iterable<Event>
  readonly invitations: Iterable<Invitation>
  readonly enquiries: Iterable<Enquiry>
}

/** What the facts say of one person, before any event is chosen. */
export type Past = {
  /** Offers bought, with the day of the latest purchase. */
  readonly bought: ReadonlyMap<string, Day>
  /** Events at which she was. */
  readonly tookPart: readonly Event[]
  readonly declined: number
  readonly asked: readonly Enquiry[]
  /** Events to which she has an invitation, whatever its state but taken back. */
  readonly invitedTo: ReadonlySet<string>
}

/** Nothing bought, nowhere been. */
export const noPast: Past = { bought: new Map(), tookPart: [], declined: 0, asked: [], invitedTo: new Set() }

/** Gathers sales, invitations and enquiries by person; those of someone merged into another are the other's (decision 2). */
export const pastOf = ({ contacts, sales, events, invitations, enquiries }: InviteFacts): ReadonlyMap<ContactId, Past> => {
  const mergedInto = new Map<ContactId, ContactId>()
  for (const contact of contacts) if (contact.mergedInto !== null) mergedInto.set(contact.id, contact.mergedInto)
  const known = new Map([...events].map((event) => [event.id, event]))
  const pasts = new Map<ContactId, Gathered>()
  const of = (id: ContactId): Gathered => {
    const who = follow(mergedInto, id)
    const past = pasts.get(who) ?? { bought: new Map(), tookPart: [], declined: 0, asked: [], invitedTo: new Set() }
    pasts.set(who, past)
    return past
  }
  for (const { contactId, offerId, amount, day, voidedAt } of sales) {
    if (contactId === null || offerId === null || voidedAt !== null || amount <= 0) continue
    const { bought } = of(contactId)
    if (day > (bought.get(offerId) ?? '')) bought.set(offerId, day)
  }
  for (const { contactId, eventId, state } of invitations) {
    if (state === 'withdrawn') continue
    const past = of(contactId)
    const event = known.get(eventId)
    past.invitedTo.add(eventId)
    if (state === 'present' && event) past.tookPart.push(event)
    if (state === 'declined') past.declined += 1
  }
  for (const enquiry of enquiries) if (enquiry.contactId !== null) of(enquiry.contactId).asked.push(enquiry)
  return pasts
}

type Gathered = { readonly bought: Map<string, Day>; readonly tookPart: Event[]; declined: number; readonly asked: Enquiry[]; readonly invitedTo: Set<string> }

const follow = (mergedInto: ReadonlyMap<ContactId, ContactId>, id: ContactId): ContactId => {
  let who = id
  for (let steps = 0; steps < 20 && mergedInto.has(who); steps += 1) who = mergedInto.get(who) ?? who
  return who
}

import { consentOfForm } from '../consent/consent-of-form.ts'
import { dayPageId, blankDayPage } from '../day/day-page.ts'
import type { Enquiry } from '../enquiry/enquiry.ts'
import { invitationId, stoodBefore } from '../event/event.ts'
import { shelvedBy } from '../sale/sale.ts'
import type { Author, Change, Decision, Operation, World } from './operation.ts'
import { accept, canonicalIn, mayTakeBack, refuse } from './world.ts'

type Of<T extends Change['type']> = Extract<Change, { type: T }>

/** Keeps what someone allowed or withdrew: append-only, corrected by another event (law R4). */
export const recordConsent = (world: World, operation: Operation, change: Of<'consent.record'>, author: Author): Decision => {
  const { consentId, contactId, fact, occurredAt } = change
  if (world.get('consent', consentId)) return refuse('already-exists')
  if (!world.get('contact', contactId)) return refuse('unknown-contact')
  return accept({ table: 'consent', row: { id: consentId, contactId, memberId: author.memberId, fact, occurredAt, recordedAt: operation.at } })
}

/** Takes in an enquiry, linked to someone known or not yet (claim 5). */
export const recordEnquiry = (world: World, operation: Operation, { enquiryId, ...told }: Of<'enquiry.record'>, author: Author): Decision => {
  if (world.get('enquiry', enquiryId)) return refuse('already-exists')
  if (told.contactId !== null && !world.get('contact', told.contactId)) return refuse('unknown-contact')
  const { contactId, via, name, email, phone, city, subject, words, language, mayWrite } = told
  // Nobody has asked yet what she will ask: a clock that is ahead is brought back to the moment of noting.
  const receivedAt = told.receivedAt > operation.at ? operation.at : told.receivedAt
  const said = { contactId, via, receivedAt, name, email, phone, city, subject, words, language, mayWrite }
  return acceptEnquiry(world, operation, { id: enquiryId, memberId: author.memberId, ...said, closedAt: null })
}

/** The enquiry, and the consent that came with it as soon as it is known whose it is: once, under the enquiry's own id. Whoever reads it
 * asks whose enquiry it is by then (`consentEventsOf`). */
const acceptEnquiry = (world: World, operation: Operation, enquiry: Enquiry): Decision => {
  const { id, contactId, memberId, receivedAt, mayWrite } = enquiry
  const put = { table: 'enquiry', row: enquiry } as const
  if (contactId === null || mayWrite === '' || world.get('consent', id)) return accept(put)
  const row = { id, contactId, memberId, fact: consentOfForm(enquiry), occurredAt: receivedAt, recordedAt: operation.at }
  return accept(put, { table: 'consent', row })
}

/** Says whose enquiry it is, or that it is nobody's we know. */
export const linkEnquiry = (world: World, operation: Operation, { enquiryId, contactId }: Of<'enquiry.link'>): Decision => {
  const enquiry = world.get('enquiry', enquiryId)
  if (!enquiry) return refuse('unknown-enquiry')
  if (contactId !== null && !world.get('contact', contactId)) return refuse('unknown-contact')
  return acceptEnquiry(world, operation, { ...enquiry, contactId })
}

/** Sets an enquiry aside, or takes it up again. */
export const closeEnquiry = (world: World, operation: Operation, { enquiryId, closed }: Of<'enquiry.close'>): Decision => {
  const enquiry = world.get('enquiry', enquiryId)
  return enquiry ? accept({ table: 'enquiry', row: { ...enquiry, closedAt: closed ? operation.at : null } }) : refuse('unknown-enquiry')
}

/** Writes an event; it stays its first author's. */
export const putEvent = (world: World, operation: Operation, { event }: Of<'event.put'>, author: Author): Decision => {
  const known = world.get('event', event.id)
  return accept({ table: 'event', row: { ...event, memberId: known?.memberId ?? author.memberId, stood: stoodBefore(known, event, operation.at) } })
}

/** Writes an offer. */
export const putOffer = (world: World, operation: Operation, { offer }: Of<'offer.put'>): Decision =>
  accept({ table: 'offer', row: { ...offer, shelved: shelvedBy(world.get('offer', offer.id), offer.archived, operation.at) } })

/** Writes where someone stands with an event: one invitation per person and event, whoever writes it. */
export const putInvitation = (world: World, { invitation }: Of<'invitation.put'>, author: Author): Decision => {
  const { eventId, contactId } = invitation
  if (!world.get('event', eventId)) return refuse('unknown-event')
  if (!world.get('contact', contactId)) return refuse('unknown-contact')
  const person = canonicalIn(world, contactId)
  const id = invitationId(eventId, person)
  return accept({ table: 'invitation', row: { ...invitation, id, contactId: person, memberId: world.get('invitation', id)?.memberId ?? author.memberId } })
}

/** Gives a message to be sent, once: the law is asked when it leaves, not now (law R1, C35). */
export const queueMessage = (world: World, operation: Operation, change: Of<'message.queue'>, author: Author): Decision => {
  if (world.get('message', change.messageId)) return refuse('already-exists')
  if (!world.get('contact', change.contactId)) return refuse('unknown-contact')
  const { messageId, contactId, eventId, to, subject, body, purpose, language } = change
  const given = { id: messageId, memberId: author.memberId, contactId, eventId, to, subject, body, purpose, language }
  return accept({ table: 'message', row: { ...given, closing: '', state: 'queued', detail: '', at: operation.at, sentAt: null } })
}

/** Takes a message back while it has not left. */
export const cancelMessage = (world: World, { messageId }: Of<'message.cancel'>, author: Author): Decision => {
  const message = world.get('message', messageId)
  if (!message) return refuse('unknown-message')
  if (!mayTakeBack(message, author)) return refuse('not-yours')
  if (message.state === 'cancelled') return accept()
  return message.state === 'queued' || message.state === 'blocked' || message.state === 'failed'
    ? accept({ table: 'message', row: { ...message, state: 'cancelled' } })
    : refuse('message-has-left')
}

/** Writes on the author's own page of a day (claim 7). */
export const putDayPage = (world: World, { day, fields }: Of<'day.put'>, author: Author): Decision => {
  const page = world.get('dayPage', dayPageId(author.memberId, day)) ?? blankDayPage(author.memberId, day)
  return accept({ table: 'dayPage', row: { ...page, ...fields } })
}

/** Keeps a plan as it was accepted; it is never rewritten, another one follows it (claim 1). */
export const keepPlan = (world: World, { plan }: Of<'plan.keep'>, author: Author): Decision =>
  world.get('plan', plan.id) ? refuse('already-exists') : accept({ table: 'plan', row: { ...plan, memberId: author.memberId } })

/** Writes a challenge of the author's own (claim 7). */
export const putChallenge = (world: World, { challenge }: Of<'challenge.put'>, author: Author): Decision => {
  const known = world.get('challenge', challenge.id)
  if (known && known.memberId !== author.memberId) return refuse('not-yours')
  return accept({ table: 'challenge', row: { ...challenge, memberId: author.memberId } })
}

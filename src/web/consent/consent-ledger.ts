import { asInstant, type Instant } from '#method/calendar/day.ts'
import { consentEventsOf } from '#method/consent/consent-events.ts'
import type { ConsentEvent } from '#method/consent/consent.ts'
import { contactMoment, type ContactMoment } from '#method/consent/moment.ts'
import { consentStanding, type ConsentStanding } from '#method/consent/standing.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { LedgerView } from '../offline/ledger.ts'
import { senderOf } from './sender-of.ts'

/** What the law asks of the ledger of this device. */
export type ConsentGround = Pick<LedgerView, 'about' | 'salesOf' | 'settings'>

/** Everything that is kept about someone in the eyes of the law: what was recorded, her purchases, her enquiries. */
export const consentEvents = (ledger: ConsentGround, contactId: string): readonly ConsentEvent[] =>
  consentEventsOf({
    contactId,
    events: ledger.about('consent', contactId),
    purchases: ledger
      .salesOf(contactId)
      .filter(({ voidedAt, amount }) => voidedAt === null && amount > 0)
      .map(({ id, occurredAt }) => ({ id, at: occurredAt })),
    enquiries: ledger.about('enquiry', contactId).map(({ id, receivedAt, via, words }) => ({ id, at: receivedAt, means: via, words })),
  })

/** Where someone stands, from what this device holds. */
export const standingOf = (ledger: ConsentGround, contact: Contact): ConsentStanding =>
  consentStanding(consentEvents(ledger, contact.id), contact, senderOf(ledger.settings()))

// What was just recorded is of the same second as the screen that reads it; the screen's clock ticks by the minute.
const justNow = (at: Instant): Instant => {
  const present = Date.now()
  return Math.abs(present - Date.parse(at)) < 120_000 && present > Date.parse(at) ? asInstant(present) : at
}

/** The moment of the screen, up to the second, so that what was just recorded counts at once. */
export const momentOf = (ledger: ConsentGround, at: Instant): ContactMoment => contactMoment(justNow(at), senderOf(ledger.settings()))

import { asInstant, type Instant } from '#method/calendar/day.ts'
import { contactMoment, type ContactMoment } from '#method/consent/moment.ts'
import { consentStanding, type ConsentStanding } from '#method/consent/standing.ts'
import type { Contact } from '#method/contact/contact.ts'
import { consentEvents, type KeptGround } from '#method/message/kept-consents.ts'
import type { LedgerView } from '../offline/view.ts'
import { senderOf } from '#method/consent/sender.ts'

/** What the law asks of the ledger of this device. */
export type ConsentGround = Omit<KeptGround, 'settings'> & Pick<LedgerView, 'settings'>

/** Where someone stands, from what this device holds. */
export const standingOf = (ledger: ConsentGround, contact: Contact): ConsentStanding =>
  consentStanding(consentEvents(ledger, contact), contact, senderOf(ledger.settings()))

// What was just recorded is of the same second as the screen that reads it; the screen's clock ticks by the minute.
const justNow = (at: Instant): Instant => {
  const present = Date.now()
  return Math.abs(present - Date.parse(at)) < 120_000 && present > Date.parse(at) ? asInstant(present) : at
}

/** The moment of the screen, up to the second, so that what was just recorded counts at once. */
export const momentOf = (ledger: ConsentGround, at: Instant): ContactMoment => contactMoment(justNow(at), senderOf(ledger.settings()))

import { counts, type Activity } from '../activity/activity.ts'
import { asInstant, instantAt, type Day } from '../calendar/day.ts'
import { consentEventsOf } from '../consent/consent-events.ts'
import type { ConsentEvent, SenderProfile } from '../consent/consent.ts'
import { hasSingleUse, type KnownUse } from '../consent/used-facts.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import type { Enquiry } from '../enquiry/enquiry.ts'
import type { Sale } from '../sale/sale.ts'
import { useOfActivity, useOfMessage } from './known-use.ts'
import type { OutboundMessage } from './message.ts'

type Kept = { readonly consent: ConsentEvent; readonly enquiry: Enquiry; readonly message: OutboundMessage }

/** What of a ledger tells of consents: what a device holds, or the same that the server reads. */
export type KeptGround = {
  /** What is kept about someone, those merged into her too. */
  readonly about: <T extends keyof Kept>(table: T, contactId: ContactId) => readonly Kept[T][]
  readonly activitiesOf: (contactId: ContactId) => readonly Activity[]
  readonly salesOf: (contactId: ContactId) => readonly Sale[]
  readonly settings: () => { readonly zone: string; readonly sender: SenderProfile | null }
  /** The first day whose activities are held one by one. */
  readonly windowFrom: Day
}
type Known = Pick<Contact, 'id' | 'touches'>

/** Everything that is kept about someone in the eyes of the law: what was recorded, her purchases, her enquiries, what served once. */
export const consentEvents = (ledger: KeptGround, contact: Known): readonly ConsentEvent[] => {
  const contactId = contact.id
  const events = ledger.about('consent', contactId)
  return consentEventsOf({
    contactId,
    events,
    purchases: ledger
      .salesOf(contactId)
      .filter(({ voidedAt, amount }) => voidedAt === null && amount > 0)
      .map(({ id, occurredAt }) => ({ id, at: occurredAt })),
    enquiries: ledger
      .about('enquiry', contactId)
      .map(({ id, receivedAt, via, words, mayWrite, language }) => ({ id, at: receivedAt, means: via, words, mayWrite, language })),
    uses: hasSingleUse(events) ? usesOf(ledger, contact) : [],
  })
}

// A device holds the last ninety days: of what is older it knows that there was something, and takes it for the one use.
const usesOf = (ledger: KeptGround, { id, touches }: Known): readonly KnownUse[] => {
  const activities = ledger.activitiesOf(id)
  const { zone } = ledger.settings()
  const before = asInstant(Date.parse(instantAt(ledger.windowFrom, '00:00', zone)) - 1)
  const isMissing = touches > activities.filter((activity) => counts(activity) && activity.direction === 'out').length
  const older: readonly KnownUse[] = isMissing ? [{ id: 'older', at: before, zone, way: 'written' }] : []
  return [...activities.flatMap(useOfActivity), ...ledger.about('message', id).flatMap(useOfMessage), ...older]
}

import { counts } from '#method/activity/activity.ts'
import { asInstant, instantAt } from '#method/calendar/day.ts'
import { consentEventsOf } from '#method/consent/consent-events.ts'
import type { ConsentEvent } from '#method/consent/consent.ts'
import { hasSingleUse, type KnownUse } from '#method/consent/used-facts.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useOfActivity, useOfMessage } from '#method/message/known-use.ts'
import type { LedgerView } from '../offline/ledger.ts'

/** What of the ledger of this device tells of consents. */
export type KeptGround = Pick<LedgerView, 'about' | 'activitiesOf' | 'salesOf' | 'settings' | 'windowFrom'>
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

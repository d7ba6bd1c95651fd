import { consentEventsOf } from '#method/consent/consent-events.ts'
import type { ConsentEvent } from '#method/consent/consent.ts'
import type { LedgerView } from '../offline/ledger.ts'

/** Everything that is kept about someone in the eyes of the law: what was recorded, her purchases, her enquiries. */
export const consentEvents = (ledger: Pick<LedgerView, 'about' | 'salesOf'>, contactId: string): readonly ConsentEvent[] =>
  consentEventsOf({
    contactId,
    events: ledger.about('consent', contactId),
    purchases: ledger
      .salesOf(contactId)
      .filter(({ voidedAt, amount }) => voidedAt === null && amount > 0)
      .map(({ id, occurredAt }) => ({ id, at: occurredAt })),
    enquiries: ledger
      .about('enquiry', contactId)
      .map(({ id, receivedAt, via, words, mayWrite, language }) => ({ id, at: receivedAt, means: via, words, mayWrite, language })),
  })

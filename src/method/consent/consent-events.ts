import type { Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { ConsentEvent, ConsentFact, inquiryMeans } from './consent.ts'

/** A sale that Entrain already knows, undone ones left out. */
export type KnownPurchase = { readonly id: string; readonly at: Instant; readonly reference?: string | undefined }
/** An enquiry, or anything else that she asked, that Entrain already knows. */
export type KnownEnquiry = {
  readonly id: string
  readonly at: Instant
  readonly means?: (typeof inquiryMeans)[number] | undefined
  readonly words?: string | undefined
}

/**
 * The ledger of a person completed by what is recorded elsewhere: each sale is a purchase, each enquiry an inquiry. Their ids say where
 * they come from (`sale:…`, `enquiry:…`), so that a proof can be shown; nothing is written twice.
 */
export const consentEventsOf = ({
  contactId,
  events,
  purchases,
  enquiries,
}: {
  readonly contactId: ContactId
  readonly events: readonly ConsentEvent[]
  readonly purchases: readonly KnownPurchase[]
  readonly enquiries: readonly KnownEnquiry[]
}): readonly ConsentEvent[] => {
  if (purchases.length === 0 && enquiries.length === 0) return events
  const known = (id: string, at: Instant, fact: ConsentFact): ConsentEvent => ({ id, contactId, memberId: '', fact, occurredAt: at, recordedAt: at })
  return [
    ...events,
    ...purchases.map(({ id, at, reference = '' }) => known(`sale:${id}`, at, { type: 'purchase', reference })),
    ...enquiries.map(({ id, at, means = 'other', words = '' }) => known(`enquiry:${id}`, at, { type: 'inquiry', means, words })),
  ]
}

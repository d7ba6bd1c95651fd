import type { Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { ConsentEvent, ConsentFact, inquiryMeans } from './consent.ts'
import { usesIn, type KnownUse } from './used-facts.ts'
import { consentOfForm } from './consent-of-form.ts'

/** A sale that Entrain already knows, undone ones left out. */
export type KnownPurchase = { readonly id: string; readonly at: Instant; readonly reference?: string | undefined }
/** An enquiry, or anything else that she asked, that Entrain already knows. */
export type KnownEnquiry = {
  readonly id: string
  readonly at: Instant
  readonly means?: (typeof inquiryMeans)[number] | undefined
  readonly words?: string | undefined
  /** The version of the words ticked on the form, empty when they were not, and the language they were read in. */
  readonly mayWrite?: string | undefined
  readonly language?: 'fr' | 'en' | '' | undefined
}

const isOfForm = ({ id, fact }: ConsentEvent): boolean => fact.type === 'express-consent' && fact.means === 'form' && fact.proof === `enquiry ${id}`

/**
 * The ledger of a person completed by what is recorded elsewhere: each sale is a purchase, each enquiry an inquiry, and what was done
 * since uses up what serves once. Their ids say where they come from (`sale:…`, `enquiry:…`, `use:…`), so that a proof can be shown;
 * nothing is written twice. A consent ticked on the form is that of the person whose enquiry it is: linked to someone else, it goes
 * with the enquiry.
 */
export const consentEventsOf = ({
  contactId,
  events,
  purchases,
  enquiries,
  uses = [],
}: {
  readonly contactId: ContactId
  readonly events: readonly ConsentEvent[]
  readonly purchases: readonly KnownPurchase[]
  readonly enquiries: readonly KnownEnquiry[]
  /** Messages that left and calls made; only a ledger with something that serves once needs them. */
  readonly uses?: readonly KnownUse[] | undefined
}): readonly ConsentEvent[] => {
  const hers = new Set(enquiries.map(({ id }) => id))
  const own = events.some((event) => isOfForm(event) && !hers.has(event.id)) ? events.filter((event) => !isOfForm(event) || hers.has(event.id)) : events
  if (purchases.length === 0 && enquiries.length === 0 && uses.length === 0) return own
  const written = new Set(own.map(({ id }) => id))
  const known = (id: string, at: Instant, fact: ConsentFact): ConsentEvent => ({ id, contactId, memberId: '', fact, occurredAt: at, recordedAt: at })
  return [
    ...own,
    ...purchases.map(({ id, at, reference = '' }) => known(`sale:${id}`, at, { type: 'purchase', reference })),
    ...enquiries.map(({ id, at, means = 'other', words = '' }) => known(`enquiry:${id}`, at, { type: 'inquiry', means, words })),
    ...enquiries.filter(({ id, mayWrite }) => Boolean(mayWrite) && !written.has(id)).map((enquiry) => known(enquiry.id, enquiry.at, consentOfForm(enquiry))),
    ...usesIn(contactId, own, uses),
  ]
}

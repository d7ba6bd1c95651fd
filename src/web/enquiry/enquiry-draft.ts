import { asInstant, type Instant } from '#method/calendar/day.ts'
import type { EnquiryReading } from '#method/enquiry/read-enquiry.ts'
import type { EnquiryEntry } from '#method/ledger/operation.ts'

/** An enquiry as it is being told, by hand or from a message. */
export type EnquiryDraft = Omit<EnquiryReading, 'receivedAt'> & { readonly receivedAt: Instant | null }

/** Nothing told yet. */
export const blankEnquiry: EnquiryDraft = { via: 'other', name: '', email: '', phone: '', city: '', subject: '', words: '', language: '', receivedAt: null }

/** Whether there is enough to act on: someone or something to answer. */
export const isTold = ({ name, email, phone, words }: EnquiryDraft): boolean => [name, email, phone, words].some((field) => field.trim() !== '')

/** The enquiry as it is written; without a date of its own, it came now. */
export const entryOf = (draft: EnquiryDraft, enquiryId: string, contactId: string | null, now: number): EnquiryEntry => ({
  enquiryId,
  contactId,
  via: draft.via,
  // A message from the future is a clock that is wrong.
  receivedAt: draft.receivedAt !== null && Date.parse(draft.receivedAt) <= now ? draft.receivedAt : asInstant(now),
  name: draft.name.trim().slice(0, 300),
  email: draft.email.trim().slice(0, 320),
  phone: draft.phone.trim().slice(0, 60),
  city: draft.city.trim().slice(0, 200),
  subject: draft.subject.trim().slice(0, 500),
  words: draft.words.trim().slice(0, 20_000),
  language: draft.language,
  mayWrite: '',
})

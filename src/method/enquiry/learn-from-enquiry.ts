import { blankFields, blankHistory, type Contact, type ContactFields } from '../contact/contact.ts'
import { emailKey } from '../contact/email.ts'
import { phoneKey, readPhone } from '../contact/phone.ts'
import type { Enquiry } from './enquiry.ts'

type Asked = Pick<Enquiry, 'name' | 'email' | 'phone' | 'city' | 'language'>
type Reached = Pick<ContactFields, 'emails' | 'phones' | 'city' | 'language'>

/** What an enquiry says of who asks, as the fields of a person (claim 5). `label` names her number and her address. */
export const fieldsTold = ({ email, phone, city, language }: Asked, label = ''): Reached => {
  const { number, extension } = readPhone(phone)
  return {
    emails: email.trim() === '' ? [] : [{ label, address: email.trim() }],
    phones: phone.trim() === '' ? [] : [{ label, number, ...(extension === undefined ? {} : { extension }) }],
    city,
    language,
  }
}

/** Whoever asks, as far as her enquiry tells, before her page is made: kept nowhere. */
export const personTold = (enquiry: Enquiry): Contact => ({
  ...blankFields,
  ...blankHistory,
  ...fieldsTold(enquiry),
  id: enquiry.id,
  name: enquiry.name || enquiry.email || enquiry.phone,
  nextStep: null,
  letGo: null,
  createdAt: enquiry.receivedAt,
  createdBy: enquiry.memberId,
  importId: null,
  archivedAt: null,
  deletedAt: null,
  mergedInto: null,
})

/** The label of a number or an address that an enquiry brought to someone's page: a mark that every language shows in its own word. */
export const enquiryLabel = 'enquiry'

/** Whether a label, or « how we met », only says that she asked: the mark, or the word that was kept before it, in the language of its day. */
export const saysEnquiry = (words: string): boolean => /^(?:demande|enquiry)$/i.test(words.trim())

const numberKey = (phone: Reached['phones'][number]): string => phoneKey(phone) ?? phone.number

/** What someone known learns by an enquiry of hers: only what her page lacks, nothing overwritten, nothing twice. Empty when there is nothing. */
export const learntFrom = (enquiry: Asked, known: Reached, label = ''): Partial<Reached> => {
  const told = fieldsTold(enquiry, label)
  const emails = told.emails.filter(({ address }) => !known.emails.some((one) => emailKey(one.address) === emailKey(address)))
  const phones = told.phones.filter((phone) => !known.phones.some((one) => numberKey(one) === numberKey(phone)))
  return {
    ...(emails.length > 0 ? { emails: [...known.emails, ...emails] } : {}),
    ...(phones.length > 0 ? { phones: [...known.phones, ...phones] } : {}),
    ...(known.city === '' && told.city !== '' ? { city: told.city } : {}),
    ...(known.language === '' && told.language !== '' ? { language: told.language } : {}),
  }
}

/** Her page without the number and the address that this enquiry brought to it; empty when it brought none. */
export const withoutBrought = (enquiry: Asked, known: Reached): Partial<Reached> => {
  const told = fieldsTold(enquiry)
  const emails = known.emails.filter(({ label, address }) => !(saysEnquiry(label) && told.emails.some((one) => emailKey(one.address) === emailKey(address))))
  const phones = known.phones.filter((phone) => !(saysEnquiry(phone.label) && told.phones.some((one) => numberKey(one) === numberKey(phone))))
  return { ...(emails.length < known.emails.length ? { emails } : {}), ...(phones.length < known.phones.length ? { phones } : {}) }
}

/** The fields of `before` that `learnt` changed: what takes it back. */
export const asBefore = (learnt: Partial<Reached>, before: Reached): Partial<Reached> =>
  Object.fromEntries(Object.keys(learnt).map((field) => [field, before[field as keyof Reached]]))

/** What an enquiry and someone known have in common: why she may be the one. */
export const sharedWith = (enquiry: Asked, known: Reached): readonly ('phone' | 'email')[] => {
  const learnt = learntFrom(enquiry, known)
  const hasSame = (told: string, field: 'emails' | 'phones'): boolean => told.trim() !== '' && learnt[field] === undefined
  return [...(hasSame(enquiry.phone, 'phones') ? (['phone'] as const) : []), ...(hasSame(enquiry.email, 'emails') ? (['email'] as const) : [])]
}

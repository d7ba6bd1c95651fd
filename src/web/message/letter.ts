import type { Day } from '#method/calendar/day.ts'
import { footerOf } from '#method/consent/footer.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Event } from '#method/event/event.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { draftMessage, withClosing, type Drafting } from '#method/message/draft-message.ts'
import type { Template } from '#method/message/template.ts'
import type { Offer } from '#method/sale/sale.ts'
import { footerSentence } from '#language/consent-words.ts'
import { messageDetails } from '#language/message-details.ts'

/** Who writes, as far as a letter needs to know. */
export type Writer = Pick<Settings, 'firstName' | 'sender'>

/** What a letter to one person is about. */
export type Occasion = { readonly contact: Contact; readonly event: Event | null; readonly offer: Offer | null; readonly today: Day }

/** The words of a template for one person, before the signature: what is edited. */
export const wordsFor = (template: Template, { contact, event, offer, today }: Occasion, writer: Writer): Drafting => {
  const details = messageDetails({ contact, event, offer, myName: nameOf(writer) }, template.language, today)
  return draftMessage({ template, details, signature: '', footer: [] })
}

/** The words with the signature: what is given to be sent, the lines of the law being added as it leaves. */
export const signed = (words: string, writer: Writer, language: 'fr' | 'en'): string => withClosing(words, signatureOf(writer, language), [])

/** The whole letter as it leaves one's own mail program: words, signature, the lines of the law; one stops by answering (law R9). */
export const wholeLetter = (words: string, writer: Writer, language: 'fr' | 'en'): string =>
  withClosing(words, signatureOf(writer, language), closingOf(writer, language))

const closingOf = ({ sender }: Writer, language: 'fr' | 'en'): readonly string[] =>
  sender === null ? [] : footerOf(sender, { channel: 'email', unsubscribe: { by: 'reply' } }).map((line) => footerSentence(line, language))
const nameOf = ({ sender, firstName }: Writer): string => sender?.personName || firstName
const signatureOf = (writer: Writer, language: 'fr' | 'en'): string => writer.sender?.signature[language] || nameOf(writer)

/** The address that opens a letter in one's own mail program. */
export const mailtoOf = (address: string, subject: string, body: string): string =>
  `mailto:${encodeURIComponent(address.trim()).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`

import { asInstant, type Instant } from '../calendar/day.ts'
import { isPlausibleEmail, readEmail } from '../contact/email.ts'
import { cleanLine, cleanText } from '../contact/fold.ts'
import type { PlaceReading } from '../contact/gazetteer.ts'
import { readPhone } from '../contact/phone.ts'
import { findPlace } from '../contact/place.ts'
import type { Enquiry } from './enquiry.ts'
import { readForm, type FormFields } from './form-lines.ts'
import { guessLanguage } from './guess-language.ts'
import { bareSubject, ownWords } from './quoted.ts'
import { textOfHtml } from './text-of-html.ts'
import { whenWritten } from './when-written.ts'
import { whereSheSays } from './where-she-says.ts'

/** Who a message is from. */
export type Sender = { readonly name: string; readonly address: string }
/** A message as a mail reader gives it; what is missing is empty or absent. `date` is what the message bears. */
export type ReceivedMessage = {
  readonly from?: Partial<Sender> | undefined
  readonly replyTo?: Partial<Sender> | undefined
  readonly subject?: string | undefined
  readonly text?: string | undefined
  readonly html?: string | undefined
  readonly date?: string | undefined
}
/** What a message tells of who asks; empty where it does not. `receivedAt` is `null` when the message bears no date. */
export type EnquiryReading = Pick<Enquiry, 'via' | 'name' | 'email' | 'phone' | 'city' | 'subject' | 'words' | 'language'> & {
  readonly receivedAt: Instant | null
}
/** A larger gazetteer, when there is one, and the zone of who reads: the headings of a message passed on bear a clock without one. */
export type EnquirySetting = { readonly find?: (text: string) => PlaceReading; readonly zone?: string }

const LONGEST = 100_000
const machines = /^(?:no-?_?reply|donotreply|do-not-reply|ne-?pas-?repondre|mailer-daemon|postmaster|wordpress|notifications?|bounces?)(?:[+.-].*)?@/iu

/**
 * Reads an enquiry out of a message: who asks, how to reach her, where she is, her own words (claim 5). The fields of a form come before
 * the headings of the message, which a machine may have sent; those of a forwarded message before who forwarded it. It proposes:
 * a person confirms. Never throws.
 */
export function readEnquiry(message: ReceivedMessage, { find = findPlace, zone = '' }: EnquirySetting = {}): EnquiryReading {
  const whole = cleanText((message.text?.trim() ? message.text : textOfHtml((message.html ?? '').slice(0, LONGEST))).slice(0, LONGEST))
  const own = ownWords(whole, message.subject ?? '')
  const sender = own.headings ? senderOf(own.headings.from) : personIn([message.replyTo, message.from])
  const form = readForm(own.words)
  // The forms of one well-known plugin put this over the message.
  const words = form?.words || own.words.replace(/^(?:message body|corps du message)\s*:\s*/iu, '')
  const reach = `${own.words}\n${own.signature}`
  const email = plausible(form?.email) || sender.address || (form || message.from?.address ? '' : emailIn(reach))
  return {
    via: form ? 'form' : message.from?.address || own.headings ? 'email' : 'message',
    receivedAt: receivedAt(message.date ?? '', zone === '' ? null : whenWritten(own.headings?.date ?? '', zone)),
    name: firstNameFirst(cleanLine(form ? nameOfForm(form) || sender.name : sender.name || nameInClosing(own.words))).slice(0, 300),
    email: email.slice(0, 320),
    phone: (form?.phone ? phoneOf(form.phone) || cleanLine(form.phone) : phoneIn(reach)).slice(0, 60),
    city: cleanLine(form?.city || whereSheSays(words, `${own.signature}\n${closing(own.words)}`, find)).slice(0, 200),
    subject: cleanLine(form?.subject || bareSubject(own.headings?.subject || message.subject || '')).slice(0, 500),
    words: words.replaceAll('\t', ' ').slice(0, 20_000),
    language: guessLanguage(words),
  }
}

/** Reads an enquiry out of pasted text: a message with its headings, a form, or words alone. */
export const readPastedEnquiry = (text: string, setting: EnquirySetting = {}): EnquiryReading => readEnquiry({ text }, setting)

const plausible = (address: string | undefined): string => {
  const read = readEmail(address ?? '')
  return isPlausibleEmail(read) && !machines.test(read) ? read : ''
}

// A machine sends the message of a form: its address answers nobody, and its name is the web site's.
const personIn = (senders: readonly (Partial<Sender> | undefined)[]): Sender => {
  for (const sender of senders) {
    const address = plausible(sender?.address)
    if (address !== '') return { name: sender?.name?.includes('@') ? '' : cleanLine(sender?.name ?? ''), address }
  }
  return { name: '', address: '' }
}

const senderOf = (heading: string): Sender => {
  const address = plausible(/[^\s<>"'([]+@[^\s<>"')\]]+/u.exec(heading.slice(0, 600))?.[0])
  const name = cleanLine(
    heading
      .slice(0, 600)
      .replace(/[<([][^<>()[\]]*[>)\]]|\S+@\S+|mailto:\S*/gu, ' ')
      .replaceAll('"', ''),
  )
  return { name: name.replace(/^['’]|['’]$/gu, '').trim(), address }
}

// `Lavoie, Josée`, as Outlook writes who a message is from. « Sylvie Tremblay, CRHA » and « Rénovations Roy, inc. » are as they should be.
const lastFirst =
  /^((?:(?:de|du|des|le|la|van|von|st|ste|saint|sainte|mc|mac|el|al|di)[ -])*[\p{L}\p{M}'’-]{2,40}), (\p{Lu}[\p{L}\p{M}'’-]+(?:[ -]\p{Lu}[\p{L}\p{M}.'’-]*){0,2})$/iu
const titles = /^(?:inc|ltee|ltée|ltd|llc|enr|cie|phd|md|ing|cpa|crha|mba|avocate?|notaire|jr|sr|ii|iii|qc|québec|quebec|canada)$/iu
const firstNameFirst = (name: string): string => {
  const [, last = '', first = ''] = lastFirst.exec(name) ?? []
  return first === '' || titles.test(first.replaceAll('.', '')) || /^\p{Lu}/u.exec(first) === null ? name : `${first} ${last}`
}

const nameOfForm = (form: FormFields): string => {
  const first = form['first-name'] ?? ''
  const last = form['last-name'] ?? (first === '' ? '' : (form.name ?? ''))
  return first === '' ? (form.name ?? last) : last.includes(first) ? last : `${first} ${last}`
}

const withoutLinks = (text: string): string => text.replaceAll(/(?:https?:\/\/|www\.)\S+/giu, ' ')

const emailIn = (text: string): string => {
  for (const [found] of withoutLinks(text)
    .slice(0, LONGEST)
    .matchAll(/[^\s<>"'()[\],;:]{1,64}@[^\s<>"'()[\],;:]{3,250}/gu)) {
    const address = plausible(found.replace(/[.!?]+$/u, ''))
    if (address !== '') return address
  }
  return ''
}

const phoneOf = (written: string): string => {
  const { number, extension, valid } = readPhone(written)
  return valid ? `${number}${extension === undefined ? '' : ` x${extension}`}` : ''
}

const phoneIn = (text: string): string => {
  const candidates = withoutLinks(text).matchAll(/\+?\(?\d[\d\u00A0\u2011 ().-]{7,20}\d(?:[ ,]{0,3}(?:poste|ext\.?|x|#)[ .:]{0,2}\d{1,6})?/giu)
  for (const [candidate] of candidates) {
    const phone = phoneOf(candidate.replaceAll(/[\u00A0\u2011]/g, ' '))
    if (phone !== '') return phone
  }
  return ''
}

const goodbye =
  /^(?:(?:un grand )?merci\b.{0,40}|cordialement|bien à vous|salutations.{0,30}|au plaisir.{0,20}|bonne (?:journée|soirée|fin).{0,20}|à (?:bientôt|très bientôt)|thanks?\b.{0,40}|thank you.{0,30}|(?:best|kind|warm)\b.{0,20}|regards|cheers|sincerely|yours.{0,12})[,.!]?$/iu

// The few lines under the goodbye: who signs, and where.
const closing = (words: string): string => {
  const lines = words.split('\n').map((line) => line.trim())
  const at = lines.findLastIndex((line) => line.length < 80 && goodbye.test(line))
  return at === -1 || lines.length - at > 8 ? '' : lines.slice(at + 1).join('\n')
}

const nameInClosing = (words: string): string => {
  const [first = ''] = closing(words)
    .split('\n')
    .filter((line) => line !== '')
  return first.length <= 60 && /^\p{Lu}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,3}$/u.test(first) ? first : ''
}

// What was passed on came before it was: the headings within speak for her, unless they say later than the message that holds them.
const receivedAt = (borne: string, written: Instant | null): Instant | null => {
  const arrived = instantOf(borne)
  return written !== null && (arrived === null || written <= arrived) ? written : arrived
}

const instantOf = (date: string): Instant | null => {
  const ms = Date.parse(date)
  // Instants are written with four digits of year.
  return Number.isNaN(ms) || ms < 0 || ms >= 253_402_300_800_000 ? null : asInstant(ms)
}

import type { BuiltInKind } from '#method/activity/kind.ts'
import type { Contact, LabelledPhone } from '#method/contact/contact.ts'

/** A way to reach someone: what opens it, and what can be copied. */
export type Channel = { readonly kind: Extract<BuiltInKind, 'phone' | 'email' | 'text'>; readonly href: string; readonly value: string }

/** What opens a channel with words in it; an e-mail has a subject too. A text is opened by every telephone with `?&` (RFC 5724, and iOS). */
export const withWords = ({ kind, href }: Channel, body: string, subject = ''): string => {
  const [bare = ''] = href.split('?')
  const written = encodeURIComponent(body.replace(/\r?\n/g, kind === 'email' ? '\r\n' : '\n'))
  if (kind === 'email') return `${bare}?${subject === '' ? '' : `subject=${encodeURIComponent(subject)}&`}body=${written}`
  return kind === 'text' ? `${bare}?&body=${written}` : href
}

const dialled = ({ number, extension }: LabelledPhone): string => {
  const digits = number.replace(/[^\d+*#]/g, '')
  return extension ? `${digits};ext=${extension.replace(/\D/g, '')}` : digits
}
const isFax = ({ label }: LabelledPhone): boolean => /fax|t[ée]l[ée]copieur/i.test(label)
const isMobile = ({ label }: LabelledPhone): boolean => /mobile|cell|portable/i.test(label)
const written = (address: string): string => encodeURIComponent(address.trim()).replace('%40', '@')

/** The channels that someone has, the one her next step asks for first, else the telephone (claim 5). */
export const channelsOf = (contact: Pick<Contact, 'phones' | 'emails' | 'nextStep'>): readonly Channel[] => {
  const phones = contact.phones.filter((phone) => !isFax(phone) && /\d/.test(phone.number))
  const [phone] = phones
  // A text needs a phone that reads it: no extension, a mobile when one is known.
  const texted = phones.find((one) => isMobile(one) && !one.extension) ?? phones.find(({ extension }) => !extension)
  const email = contact.emails.find(({ address }) => address.includes('@'))
  const found: readonly (Channel | null)[] = [
    phone ? { kind: 'phone', href: `tel:${dialled(phone)}`, value: phone.extension ? `${phone.number} #${phone.extension}` : phone.number } : null,
    email ? { kind: 'email', href: `mailto:${written(email.address)}`, value: email.address } : null,
    texted ? { kind: 'text', href: `sms:${dialled(texted)}`, value: texted.number } : null,
  ]
  const channels = found.filter((channel) => channel !== null)
  const wanted = contact.nextStep?.kind
  return channels.toSorted((a, b) => Number(b.kind === wanted) - Number(a.kind === wanted))
}

import type { KindId } from '../activity/kind.ts'
import type { Channel } from '../consent/consent.ts'
import type { Contact } from '../contact/contact.ts'

/** Whether someone may be reached by a channel: at once, at another hour of the day, or not as things stand. */
export type Permission = 'now' | 'later' | 'never'
/** What the contact is for in the eyes of the law: answering a sign of hers, or coming to her. */
export type ReachPurpose = 'answer' | 'follow-up'
/** The one who knows the law, asked for one person, one channel, one purpose. */
export type MayContact = (contact: Contact, channel: Channel, purpose: ReachPurpose) => Permission

/** The kind of activity that goes by each channel. */
export const kindOfChannel: Readonly<Record<Channel, KindId>> = { phone: 'phone', email: 'email', sms: 'text', message: 'text' }

type Addressed = Pick<Contact, 'phones' | 'emails'>

const isFax = (label: string): boolean => /fax|t[ée]l[ée]copieur/i.test(label)

/** The channels for which someone's page has an address, the telephone first (claim 5). */
export const addressedChannels = ({ phones, emails }: Addressed): readonly Channel[] => {
  const called = phones.filter(({ label, number }) => !isFax(label) && /\d/.test(number))
  return [
    ...(called.length > 0 ? (['phone'] as const) : []),
    ...(emails.some(({ address }) => address.includes('@')) ? (['email'] as const) : []),
    ...(called.some(({ extension }) => !extension) ? (['sms'] as const) : []),
  ]
}

/** The lawful channels of the moment, the one wanted first; `isClosed` when she has addresses and none may be used, today or later. */
export type ChannelsNow = { readonly channels: readonly Channel[]; readonly isClosed: boolean }

/** By which channels someone may be reached now. Without `may`, all those that she has. */
export const channelsNow = (contact: Contact, may: MayContact | null, purpose: ReachPurpose, wanted: KindId | null): ChannelsNow => {
  const addressed = addressedChannels(contact)
  const permissions = addressed.map((channel) => ({ channel, permission: may ? may(contact, channel, purpose) : 'now' }))
  const open = permissions.filter(({ permission }) => permission === 'now').map(({ channel }) => channel)
  return {
    channels: open.toSorted((a, b) => Number(kindOfChannel[b] === wanted) - Number(kindOfChannel[a] === wanted)),
    isClosed: permissions.length > 0 && permissions.every(({ permission }) => permission === 'never'),
  }
}

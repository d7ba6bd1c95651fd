import type { Contact } from '../contact/contact.ts'
import { readEmail } from '../contact/email.ts'
import { readPhone } from '../contact/phone.ts'
import type { Channel } from './consent.ts'
import { asciiLabel } from './punycode.ts'

/**
 * The text under which every spelling of an address is one, for the server to sign with its key and keep through an erasure (law R16);
 * `undefined` when there is no address in it. Case, a `+tag`, the dots of Gmail, an accented domain and the two spellings of a
 * telephone are one address: better to leave a stranger in peace than to write to someone who left. A call and a text share the number.
 */
export const suppressionKey = (channel: Channel, address: string): string | undefined => {
  if (channel === 'email') return emailKey(address)
  if (channel === 'message') return accountKey(address)
  const { number } = readPhone(address)
  const digits = number.replace(/\D+/g, '')
  return digits === '' ? undefined : `tel:${digits}`
}

/** The keys of everything a person can be reached at. */
export const suppressionKeys = ({ emails, phones }: Pick<Contact, 'emails' | 'phones'>): readonly string[] => [
  ...new Set(
    [...emails.map(({ address }) => suppressionKey('email', address)), ...phones.map(({ number }) => suppressionKey('phone', number))].filter(
      (key) => key !== undefined,
    ),
  ),
]

const emailKey = (address: string): string | undefined => {
  const folded = readEmail(address).normalize('NFKC').toLowerCase().normalize('NFC')
  const at = folded.lastIndexOf('@')
  const name = folded.slice(0, Math.max(at, 0)).replace(/\+.*$/, '')
  const domain = folded
    .slice(at + 1)
    .replace(/\.$/, '')
    .split('.')
    .map(asciiLabel)
    .join('.')
  if (at < 1 || name === '' || domain === '') return undefined
  const isGoogle = domain === 'gmail.com' || domain === 'googlemail.com'
  return isGoogle ? `email:${name.replaceAll('.', '')}@gmail.com` : `email:${name}@${domain}`
}

const accountKey = (account: string): string | undefined => {
  const folded = account.normalize('NFKC').trim().toLowerCase().normalize('NFC').replace(/^@/, '').replace(/\/+$/, '')
  return folded === '' ? undefined : `message:${folded}`
}

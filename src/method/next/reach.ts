import type { KindId } from '../activity/kind.ts'
import type { Channel } from '../consent/consent.ts'
import type { Contact } from '../contact/contact.ts'
import type { Bounds } from './bounds.ts'
import { channelsNow, kindOfChannel } from './channels-now.ts'
import type { Placed } from './order.ts'

/** The kind of activity meant, and the lawful channels of the moment, the best first. */
export type Reached = { readonly kind: KindId; readonly channels: readonly Channel[] }

const usual = 'phone'

/** Usual minutes of a kind of activity, at least one. */
export const minutesOf = (kind: KindId, { situation }: Bounds): number => Math.max(1, situation.minutes[kind] ?? situation.minutes[usual] ?? 1)

const isWritten = (kind: KindId): boolean => kind === kindOfChannel.email
const isDialled = (kind: KindId): boolean => kind === kindOfChannel.phone || kind === kindOfChannel.sms

/** The kind by which she is meant to be reached, as far as her page tells: what the law leaves is asked about the best people only. */
export const meantKind = ({ nextStep, phones, emails }: Pick<Contact, 'nextStep' | 'phones' | 'emails'>): KindId => {
  const wanted = nextStep?.kind ?? null
  if (wanted !== null && !(isDialled(wanted) && phones.length === 0) && !(isWritten(wanted) && emails.length === 0)) return wanted
  return phones.length === 0 && emails.length > 0 ? kindOfChannel.email : usual
}

/** How someone may be reached: `null` when the law leaves no way, except for a meeting that stands already. */
export const reach = ({ contact, standing }: Placed, { situation }: Bounds): Reached | null => {
  const step = contact.nextStep
  const isAnswer = standing.group === 'enquiry' || standing.group === 'signal'
  // Whoever asks is called first (claim 5).
  const wanted = standing.group === 'enquiry' ? usual : (step?.kind ?? null)
  const { channels, isClosed } = channelsNow(contact, situation.may, isAnswer ? 'answer' : 'follow-up', wanted)
  const isMeeting = standing.group === 'promise' && step?.origin === 'meeting'
  if (isClosed && !isMeeting) return null
  const [best] = channels
  const byChannel = best === undefined ? null : kindOfChannel[best]
  const needsNone = wanted !== null && !Object.values(kindOfChannel).includes(wanted)
  return { channels, kind: needsNone ? wanted : (byChannel ?? wanted ?? usual) }
}

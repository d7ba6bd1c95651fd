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

/**
 * The fewest minutes that a touch may take: those of the quickest way that she has. Which way it will be, and whether the law leaves
 * it, is asked about the best people only.
 */
export const leastMinutes = ({ nextStep, phones, emails }: Pick<Contact, 'nextStep' | 'phones' | 'emails'>, bounds: Bounds): number => {
  const wanted = nextStep?.kind ?? null
  const isWithout = phones.length === 0 && emails.length === 0
  let least = wanted === null ? Infinity : minutesOf(wanted, bounds)
  if (phones.length > 0) least = Math.min(least, minutesOf('text', bounds))
  if (phones.length > 0 || (isWithout && wanted === null)) least = Math.min(least, minutesOf(usual, bounds))
  return emails.length > 0 ? Math.min(least, minutesOf('email', bounds)) : least
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

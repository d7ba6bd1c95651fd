import type { Instant } from '../calendar/day.ts'
import { dayOf } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { ConsentEvent, ConsentFact } from './consent.ts'

/** Something done with someone that may use up what she, or whoever recommended her, allowed once: a message that left, a call made. */
export type KnownUse = { readonly id: string; readonly at: Instant; readonly zone: string; readonly way: 'written' | 'called' }

/** Whether a ledger holds something that serves once: only then is what was done since worth reading. */
export const hasSingleUse = (events: readonly ConsentEvent[]): boolean => events.some(({ fact: { type } }) => type === 'referral' || type === 'call-back')

/**
 * The uses of what serves once, read from what was done: the first message after a referral is the one that it allowed (law R14), the
 * first call on the day she asked for, or after it, is the call that she asked for (law T7). Nothing is written twice, and undoing what was
 * done gives the right back.
 */
export const usesIn = (contactId: ContactId, events: readonly ConsentEvent[], uses: readonly KnownUse[]): readonly ConsentEvent[] =>
  events.flatMap((event): readonly ConsentEvent[] => {
    const first = firstUse(event, uses)
    if (!first) return []
    const fact: ConsentFact =
      event.fact.type === 'referral' ? { type: 'referral-used', of: event.id, messageId: first.id } : { type: 'call-back-made', of: event.id }
    return [{ id: `use:${event.id}`, contactId, memberId: '', fact, occurredAt: first.at, recordedAt: first.at }]
  })

const firstUse = ({ fact, occurredAt }: ConsentEvent, uses: readonly KnownUse[]): KnownUse | undefined => {
  const isOne = ({ way, at, zone }: KnownUse): boolean => {
    if (at <= occurredAt) return false
    if (fact.type === 'referral') return way === 'written'
    return fact.type === 'call-back' && way === 'called' && dayOf(at, zone) >= fact.on
  }
  return uses.filter(isOne).reduce<KnownUse | undefined>((first, use) => (first && first.at <= use.at ? first : use), undefined)
}

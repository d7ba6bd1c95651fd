import { counts, type Activity } from '../activity/activity.ts'
import { addDays, type Day } from '../calendar/day.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import { keepInTouchOf, shortestSilence, type Cadences } from '../follow-up/cadence.ts'
import { strengthOf } from '../follow-up/strength.ts'
import type { Sale } from '../sale/sale.ts'

/** What is at hand of someone's past. */
export type Lived = { readonly activitiesOf: (id: ContactId) => readonly Activity[]; readonly salesOf: (id: ContactId) => readonly Sale[] }

// What is at hand is the whole of it: as many touches as she counts, and the first talk among them.
const isWhole = ({ touches, firstReachedAt }: Contact, lived: readonly Activity[]): boolean =>
  lived.filter(({ direction }) => direction === 'out').length === touches &&
  (firstReachedAt === null || lived.some(({ occurredAt }) => occurredAt === firstReachedAt))

/**
 * How strong the relationships are whose whole past is at hand, of those that it may bring back before their interval (algorithms
 * B4). A device holds some months: whoever has an older past is left to her interval, since half a past would make her look weak.
 */
export const strengthsOf = (contacts: Iterable<Contact>, { activitiesOf, salesOf }: Lived, cadences: Cadences, today: Day): ReadonlyMap<ContactId, number> => {
  const strengths = new Map<ContactId, number>()
  // An instant is, in UTC, of its own day or of one beside: a day more is looked at on each side.
  const silentSince = addDays(today, 1 - shortestSilence)
  const longAgo = new Map<number, Day>()
  const beginOf = (interval: number): Day => {
    const known = longAgo.get(interval) ?? addDays(today, -interval - 1)
    longAgo.set(interval, known)
    return known
  }
  for (const contact of contacts) {
    const interval = contact.lastTouchAt === null ? null : keepInTouchOf(contact, cadences)
    const last = contact.lastTouchAt?.slice(0, 10) ?? ''
    if (interval === null || last > silentSince || last < beginOf(interval)) continue
    const lived = activitiesOf(contact.id).filter(counts)
    if (isWhole(contact, lived)) strengths.set(contact.id, strengthOf(lived, salesOf(contact.id), today))
  }
  return strengths
}

import { counts, type Activity } from '../activity/activity.ts'
import { addDays, type Day } from '../calendar/day.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import { keepInTouchOf, type Cadences } from '../follow-up/cadence.ts'

type Lived = Pick<Activity, 'day' | 'direction' | 'voidedAt'>

/**
 * How many relationships were renewed on `today`: people contacted today whose interval had gone by since the contact before. The
 * list proposes three a day at most, those included (algorithms B4).
 */
export const renewedOn = (today: Day, contacts: Iterable<Contact>, activitiesOf: (id: ContactId) => Iterable<Lived>, cadences: Cadences): number => {
  let renewed = 0
  // An instant that is of today somewhere is, in UTC, of yesterday at the earliest: the others need no look at their history.
  const since = addDays(today, -1)
  for (const contact of contacts) {
    if (contact.lastTouchAt === null || contact.lastTouchAt.slice(0, 10) < since) continue
    const interval = keepInTouchOf(contact, cadences)
    if (interval === null) continue
    const lived = [...activitiesOf(contact.id)].filter(counts)
    const isTouchedToday = lived.some(({ day, direction }) => day === today && direction === 'out')
    const long = addDays(today, -interval)
    const wasKnown = contact.touches > lived.filter(({ day }) => day === today).length
    if (isTouchedToday && wasKnown && !lived.some(({ day }) => day < today && day > long)) renewed += 1
  }
  return renewed
}

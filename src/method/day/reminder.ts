import { timeOf, dayOf, type Day, type Instant } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'
import type { DayPage } from './day-page.ts'

/** What she may ask to be reminded of: an intention in the morning, the closing of the day in the evening (claim 7). */
export const reminderNames = ['morning', 'evening'] as const
/** One of the two. */
export type ReminderName = (typeof reminderNames)[number]

/** Everything that decides whether a reminder is due. */
export type ReminderFacts = {
  /** Clock times `HH:mm` that she chose; `null` where she asked for none. */
  readonly reminders: Readonly<Record<ReminderName, string | null>>
  readonly now: Instant
  readonly zone: string
  readonly calendar: WorkCalendar
  readonly page: Pick<DayPage, 'closedAt' | 'intention'> | null
  /** The last day of each. */
  readonly remindedOn: Readonly<Record<ReminderName, Day | null>>
}

// A server that was asleep at nine does not speak at noon.
const LATEST_MINUTES = 60
const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return 60 * hours + minutes
}

/**
 * The reminders to give now: at her own times, once a day each, never on a day off, never once the day is closed; an intention that is written
 * needs no reminder.
 */
export const remindersDue = ({ reminders, now, zone, calendar, page, remindedOn }: ReminderFacts): readonly ReminderName[] => {
  const today = dayOf(now, zone)
  if (!isWorkingDay(today, calendar) || (page !== null && page.closedAt !== null)) return []
  const minute = minutesOf(timeOf(now, zone))
  return reminderNames.filter((name) => {
    const asked = reminders[name]
    if (asked === null || remindedOn[name] === today) return false
    if (name === 'morning' && page !== null && page.intention !== '') return false
    const late = minute - minutesOf(asked)
    return late >= 0 && late < LATEST_MINUTES
  })
}

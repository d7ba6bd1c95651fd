import { addDays, daysFrom, mondayOf, type Day } from '#method/calendar/day.ts'
import { isWorkingDay } from '#method/calendar/schedule.ts'
import { ownActivities, type DayFacts } from '../day/today-view.ts'

/** The Monday of the week that is looked back on. */
export const reviewedWeek = (today: Day): Day => addDays(mondayOf(today), -7)

const key = 'entrain-review'
const nameOf = (memberId: string, today: Day): string => `${memberId}.${reviewedWeek(today)}`

/** Remembers that the look back of last week was seen, or set aside; on this device only. */
export const markReviewSeen = (memberId: string, today: Day): void => localStorage.setItem(key, nameOf(memberId, today))
/** Whether it was. */
export const isReviewSeen = (memberId: string, today: Day): boolean => localStorage.getItem(key) === nameOf(memberId, today)

/** Whether to offer a look back: on the first working day of the week, when last week has something in it. */
export const isReviewDay = (facts: DayFacts, today: Day): boolean => {
  const calendar = facts.calendar()
  const [first] = daysFrom(mondayOf(today), today).filter((day) => isWorkingDay(day, calendar))
  const monday = reviewedWeek(today)
  return first === today && ownActivities(facts, monday, addDays(monday, 6)).some(({ voidedAt }) => voidedAt === null)
}

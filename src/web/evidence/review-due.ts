import { addDays, daysFrom, type Day } from '#method/calendar/day.ts'
import { isWorkingDay } from '#method/calendar/schedule.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { ownActivities, type DayFacts } from '../day/today-view.ts'
import { weekBefore } from '../sale/week-before.ts'

type StartsOn = Settings['weekStartsOn']

/** The first day of the week that is looked back on: the one before, from the weekday the person chose. */
export const reviewedWeek = (today: Day, startsOn: StartsOn): Day => weekBefore(addDays(today, -7), startsOn)

const key = 'entrain-review'
const nameOf = (memberId: string, today: Day, startsOn: StartsOn): string => `${memberId}.${reviewedWeek(today, startsOn)}`

/** Remembers that the look back of last week was seen, or set aside; on this device only. */
export const markReviewSeen = (memberId: string, today: Day, startsOn: StartsOn): void => localStorage.setItem(key, nameOf(memberId, today, startsOn))
/** Whether it was. */
export const isReviewSeen = (memberId: string, today: Day, startsOn: StartsOn): boolean => localStorage.getItem(key) === nameOf(memberId, today, startsOn)

/** Whether to offer a look back: on the first working day of the week, when last week has something in it. */
export const isReviewDay = (facts: DayFacts, today: Day, startsOn: StartsOn): boolean => {
  const calendar = facts.calendar()
  const [first] = daysFrom(weekBefore(today, startsOn), today).filter((day) => isWorkingDay(day, calendar))
  const from = reviewedWeek(today, startsOn)
  return first === today && ownActivities(facts, from, addDays(from, 6)).some(({ voidedAt }) => voidedAt === null)
}

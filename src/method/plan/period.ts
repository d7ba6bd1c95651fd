import { addDays, daysFrom, type Day } from '../calendar/day.ts'
import { addMonths } from '../calendar/months.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'

/** A unit of time that wishes are made in. */
export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** When a wish is for: again each time, within so long from today, or until a day, which is included. */
export type Period =
  | { readonly type: 'every'; readonly unit: TimeUnit }
  | { readonly type: 'within'; readonly count: number; readonly unit: TimeUnit }
  | { readonly type: 'until'; readonly day: Day }

const YEAR_DAYS = 365
const perYear: Readonly<Record<TimeUnit, number>> = { day: 1, week: YEAR_DAYS / 7, month: 12, quarter: 4, year: 1 }
const monthsOf = { month: 1, quarter: 3, year: 12 } as const

const workingDaysFrom = (from: Day, to: Day, calendar: WorkCalendar): number => daysFrom(from, to).filter((day) => isWorkingDay(day, calendar)).length

/** The last day of a period that begins `today`; a `within` of three months from 23 November ends on 22 February. */
export const endOf = (period: Exclude<Period, { type: 'every' }>, today: Day): Day => {
  if (period.type === 'until') return period.day
  const { count, unit } = period
  if (unit === 'day' || unit === 'week') return addDays(today, count * (unit === 'week' ? 7 : 1) - 1)
  return addDays(addMonths(today, count * monthsOf[unit]), -1)
}

/**
 * Working days in a period, by the person's own calendar from today on. A repeated week, month or year is the mean of the 365 days ahead,
 * holidays and vacations taken off (about 4.9 days a week), so that the week in which she asks changes nothing; a day is one day.
 */
export const workingDaysIn = (period: Period, calendar: WorkCalendar, today: Day): number => {
  if (period.type !== 'every') return workingDaysFrom(today, endOf(period, today), calendar)
  if (period.unit === 'day') return 1
  return workingDaysFrom(today, addDays(today, YEAR_DAYS - 1), calendar) / perYear[period.unit]
}

/** So many activities of a period, per working day, rounded up; `null` when the period has no working day. */
export const perWorkingDay = (activities: number, period: Period, calendar: WorkCalendar, today: Day): number | null => {
  const days = workingDaysIn(period, calendar, today)
  return days > 0 ? Math.ceil(activities / days - 1e-9) : null
}

/** A goal per working day as one per week, and back: what a goal of that many asks of an ordinary week. */
export const perWeek = (perDay: number, calendar: WorkCalendar, today: Day): number =>
  Math.round(perDay * workingDaysIn({ type: 'every', unit: 'week' }, calendar, today))

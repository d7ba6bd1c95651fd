import { addDays, firstOfMonth, type Day } from '#method/calendar/day.ts'
import { addMonths } from '#method/calendar/months.ts'
import { weekBefore } from '../sale/week-before.ts'

/** What the counts of the Bilan are told for. */
export type Period = 'week' | 'month' | 'year'

/** Its days; `to` null while it is being lived. */
export type PeriodDays = { readonly from: Day; readonly to: Day | null }

/** The period `back` periods before the one of `today`: 0 is the present one. */
export const periodDays = (period: Period, back: number, today: Day, weekStartsOn: 'sunday' | 'monday'): PeriodDays => {
  const from =
    period === 'week'
      ? addDays(weekBefore(today, weekStartsOn), -7 * back)
      : period === 'month'
        ? addMonths(firstOfMonth(today), -back)
        : (`${Number(today.slice(0, 4)) - back}-01-01` as Day)
  const next = period === 'week' ? addDays(from, 7) : addMonths(from, period === 'month' ? 1 : 12)
  return { from, to: back === 0 ? null : addDays(next, -1) }
}

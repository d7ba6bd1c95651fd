import type { Day } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/schedule.ts'
import { largestTarget, type GoalVersion } from '../goal/goal.ts'
import { perWorkingDay } from './period.ts'
import type { ActivityWish } from './wish.ts'

/**
 * The goal that an activity wished for makes, with all that was said of it (claim 1): « 10 appels par jour » is ten calls a day,
 * « 5 conversations par semaine » five conversations a week. A month, a year or a date is spread over its working days; without a period it is a day.
 */
export const goalOfWish = (wish: ActivityWish, calendar: WorkCalendar, today: Day): Pick<GoalVersion, 'target' | 'per' | 'measure' | 'counting'> => {
  const { count, counting, kind, period } = wish
  const isOfWeek = period?.type === 'every' && period.unit === 'week'
  const target = isOfWeek || period === null ? count : (perWorkingDay(count, period, calendar, today) ?? count)
  return {
    target: Math.min(largestTarget, Math.max(1, Math.round(target))),
    per: isOfWeek ? 'week' : 'day',
    measure: counting === 'conversations' ? { type: 'conversations' } : kind === null ? { type: 'all' } : { type: 'kinds', kinds: [kind] },
    // Two calls to the same person are two calls; a conversation is with someone.
    counting: counting === 'activities' ? 'activities' : 'people',
  }
}

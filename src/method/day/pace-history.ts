import { counts, type Activity } from '../activity/activity.ts'
import { timeOf, type Day, type Instant } from '../calendar/day.ts'
import { isWorkingDay } from '../calendar/schedule.ts'
import type { GoalVersion } from '../goal/goal.ts'
import type { DayRules } from './day-results.ts'
import { mostPaceDays } from './pace.ts'
import { dotsOf } from './progress.ts'

/** The clock of a zone at an instant, as hours: 14.5 is half past two in the afternoon. */
export const hourOf = (at: Instant, zone: string): number => {
  const [hours = 0, minutes = 0] = timeOf(at, zone).split(':').map(Number)
  return hours + minutes / 60
}

/**
 * The clock times at which the goal advanced, for the latest working days before `today` on which it did, at most 30,
 * oldest first (algorithms B3). Each activity is read on the clock of the place where it was done; a day of which one clock is not
 * known says nothing of its hours, and is left out unless `forCounts`: how much it held is known all the same.
 */
export const paceDays = (
  activities: Iterable<Activity>,
  goal: Pick<GoalVersion, 'measure' | 'counting'>,
  { calendar, canonical }: Pick<DayRules, 'calendar' | 'canonical'>,
  today: Day,
  forCounts = false,
): readonly (readonly number[])[] => {
  const days = new Map<Day, Activity[]>()
  for (const activity of activities) {
    if (!counts(activity) || activity.day >= today) continue
    const own = days.get(activity.day)
    if (own) own.push(activity)
    else days.set(activity.day, [activity])
  }
  const latest: (readonly number[])[] = []
  for (const [day, own] of [...days].sort(([a], [b]) => (a < b ? 1 : -1))) {
    if (latest.length === mostPaceDays) break
    if (!isWorkingDay(day, calendar)) continue
    const dots = dotsOf(own, goal, canonical)
    if (dots.length === 0 || (!forCounts && dots.some(({ activity }) => activity.isDayOnly))) continue
    latest.unshift(dots.map(({ activity }) => hourOf(activity.occurredAt, activity.zone)))
  }
  return latest
}

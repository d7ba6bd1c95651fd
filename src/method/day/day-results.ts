import { counts, type Activity } from '../activity/activity.ts'
import { addDays, daysFrom, mondayOf, type Day } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'
import { goalsOn, starterGoal, type GoalVersion } from '../goal/goal.ts'
import { dotsOf, type Canonical } from './progress.ts'

/** What a day asked for and what was done. `goal` is `null` on a free day and where no daily goal was in force: such a day is neutral. */
export type DayResult = { readonly day: Day; readonly goal: number | null; readonly done: number }
/** The same for an ISO week and a weekly goal; named by its Monday. */
export type WeekResult = { readonly monday: Day; readonly goal: number; readonly done: number }

/** What days are judged by: the goals and the calendar in force on each, and who is the same person as whom. */
export type DayRules = { readonly goals: readonly GoalVersion[]; readonly calendar: WorkCalendar; readonly canonical: Canonical }

/** The daily goal that decides whether a day is won: the main one, else the first of the others. */
export const dailyGoalOn = (goals: readonly GoalVersion[], day: Day): GoalVersion | undefined => goalsOn(goals, day).find(({ per }) => per === 'day')

const byDay = (activities: Iterable<Activity>, from: Day, to: Day): ReadonlyMap<Day, readonly Activity[]> => {
  const days = new Map<Day, Activity[]>()
  for (const activity of activities) {
    if (!counts(activity) || activity.day < from || activity.day > to) continue
    const own = days.get(activity.day)
    if (own) own.push(activity)
    else days.set(activity.day, [activity])
  }
  return days
}

/** Each day from `from` to `to` against the goal in force that day; what is done on a free day is counted too (claim 1). The activities come in any order. */
export const dayResults = (activities: Iterable<Activity>, { goals, calendar, canonical }: DayRules, from: Day, to: Day): readonly DayResult[] => {
  const days = byDay(activities, from, to)
  return daysFrom(from, to).map((day) => {
    const goal = dailyGoalOn(goals, day)
    const own = days.get(day)
    const done = own ? dotsOf(own, goal ?? starterGoal, canonical).length : 0
    return { day, goal: goal && isWorkingDay(day, calendar) ? goal.target : null, done }
  })
}

/** Whether a day or a week reached its goal; `false` where there was none. */
export const isReached = ({ goal, done }: Pick<DayResult, 'goal' | 'done'>): boolean => goal !== null && done >= goal

/** Won and counted among days that are over; `today` counts once it is won (claim 3). */
export const wonOf = (results: Iterable<DayResult>, today: Day): { readonly won: number; readonly counted: number } => {
  let won = 0
  let counted = 0
  for (const result of results) {
    if (result.goal === null || result.day > today) continue
    if (isReached(result)) won += 1
    else if (result.day === today) continue
    counted += 1
  }
  return { won, counted }
}

/** Each ISO week that begins from `from` to `to` and for which a weekly goal was in force on its last day, up to `to`. */
export const weekResults = (activities: Iterable<Activity>, { goals, canonical }: DayRules, from: Day, to: Day): readonly WeekResult[] => {
  const days = byDay(activities, mondayOf(from), addDays(mondayOf(to), 6))
  const results: WeekResult[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6)
    const goal = goalsOn(goals, sunday).find(({ per }) => per === 'week')
    if (!goal) continue
    const own = daysFrom(monday, sunday).flatMap((day) => days.get(day) ?? [])
    results.push({ monday, goal: goal.target, done: dotsOf(own, goal, canonical).length })
  }
  return results
}

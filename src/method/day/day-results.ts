import type { Activity } from '../activity/activity.ts'
import { addDays, daysFrom, mondayOf, type Day } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'
import type { ContactId } from '../contact/contact.ts'
import { goalsOn, starterGoal, type GoalVersion } from '../goal/goal.ts'
import { advances, type Canonical } from './progress.ts'

/**
 * What a day asked for and what was done. `goal` is `null` on a free day and where no daily goal was in force: such a day is neutral.
 * `hasNoGoal`: the second, on a day that the calendar does not make free: it is no day off.
 */
export type DayResult = { readonly day: Day; readonly goal: number | null; readonly done: number; readonly hasNoGoal?: true }
/** The same for an ISO week and a weekly goal; named by its Monday. */
export type WeekResult = { readonly monday: Day; readonly goal: number; readonly done: number }

/** What days are judged by: the goals and the calendar in force on each, and who is the same person as whom. */
export type DayRules = { readonly goals: readonly GoalVersion[]; readonly calendar: WorkCalendar; readonly canonical: Canonical }

/** The daily goal that decides whether a day is won: the main one, else the first of the others. */
export const dailyGoalOn = (goals: readonly GoalVersion[], day: Day): GoalVersion | undefined => goalsOn(goals, day).find(({ per }) => per === 'day')
const weeklyGoalOn = (goals: readonly GoalVersion[], day: Day): GoalVersion | undefined => goalsOn(goals, day).find(({ per }) => per === 'week')

type Measured = Pick<GoalVersion, 'measure' | 'counting'>

/** Counts the dots of one goal, activity by activity in any order: as many as `dotsOf` would draw. */
export const dotCount = (goal: Measured, canonical: Canonical): { readonly add: (activity: Activity) => void; readonly count: () => number } => {
  const met = new Map<Day, Set<ContactId>>()
  let alone = 0
  const add = (activity: Activity): void => {
    if (!advances(activity, goal)) return
    if (goal.counting === 'activities' || activity.contactIds.length === 0) {
      alone += 1
      return
    }
    const people = met.get(activity.day) ?? new Set()
    met.set(activity.day, people)
    for (const id of activity.contactIds) people.add(canonical(id))
  }
  return { add, count: () => [...met.values()].reduce((sum, people) => sum + people.size, alone) }
}

/** Days and weeks told activity by activity, in any order, so that a long log need not be held. Activities outside of the days are ignored. */
export type DayTelling = { readonly add: (activity: Activity) => void; readonly days: () => readonly DayResult[]; readonly weeks: () => readonly WeekResult[] }

/** Tells the days from `from` to `to`, each against the goal in force that day, and the weeks they belong to, each against that of its Sunday (claim 1). */
export const tellDays = ({ goals, calendar, canonical }: DayRules, from: Day, to: Day): DayTelling => {
  const days = new Map(
    daysFrom(from, to).map((day) => {
      const goal = dailyGoalOn(goals, day)
      const isWorked = isWorkingDay(day, calendar)
      const asked = { goal: goal && isWorked ? goal.target : null, ...(isWorked && !goal ? { hasNoGoal: true as const } : {}) }
      return [day, { asked, dots: dotCount(goal ?? starterGoal, canonical) }]
    }),
  )
  const weeks = new Map<Day, { readonly goal: number; readonly dots: ReturnType<typeof dotCount> }>()
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const goal = weeklyGoalOn(goals, addDays(monday, 6))
    if (goal) weeks.set(monday, { goal: goal.target, dots: dotCount(goal, canonical) })
  }
  return {
    add: (activity) => {
      days.get(activity.day)?.dots.add(activity)
      if (weeks.size > 0) weeks.get(mondayOf(activity.day))?.dots.add(activity)
    },
    days: () => [...days].map(([day, { asked, dots }]) => ({ day, ...asked, done: dots.count() })),
    weeks: () => [...weeks].map(([monday, { goal, dots }]) => ({ monday, goal, done: dots.count() })),
  }
}

/** Each day from `from` to `to` against the goal in force that day; what is done on a free day is counted too. The activities come in any order. */
export const dayResults = (activities: Iterable<Activity>, rules: DayRules, from: Day, to: Day): readonly DayResult[] => {
  const telling = tellDays(rules, from, to)
  for (const activity of activities) telling.add(activity)
  return telling.days()
}

/** Whether a day or a week reached its goal; `false` where there was none. */
export const isReached = ({ goal, done }: Pick<DayResult, 'goal' | 'done'>): boolean => goal !== null && done >= goal

/** How many were won, of how many counted. */
export type Won = { readonly won: number; readonly counted: number }

/** Won and counted among days that are over; `today` counts once it is won (claim 3). */
export const wonOf = (results: Iterable<DayResult>, today: Day): Won => {
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

/** The same for weeks: one counts once its Sunday is over, or as soon as it is won. */
export const weeksWonOf = (results: readonly WeekResult[], today: Day): Won => {
  const counted = results.filter((week) => isReached(week) || addDays(week.monday, 6) < today)
  return { won: counted.filter(isReached).length, counted: counted.length }
}

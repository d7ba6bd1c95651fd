import { mondayOf, type Day } from '../calendar/day.ts'
import { defaultSchedule, versionOn, type WorkCalendar } from '../calendar/schedule.ts'
import { isReached, type DayResult } from '../day/day-results.ts'

/**
 * What a day does to the streak (algorithms B7). `reserve`: missed, and kept by the week's reserve. `missed`: with no streak
 * to lose. `pending`: today, still open. `bonus`: something done on a free day, which is neutral like `off`.
 */
export type DayState = 'won' | 'reserve' | 'broken' | 'missed' | 'pending' | 'off' | 'bonus'

/** Where the streak stands after some days; `reserve` is what is left of it for the ISO week that begins on `monday`. */
export type StreakStanding = {
  readonly streak: number
  readonly best: number
  readonly won: number
  readonly counted: number
  readonly monday: Day | null
  readonly reserve: number
}

/** A day, what it did, and the streak and the week's reserve after it. */
export type StreakDay = { readonly day: Day; readonly state: DayState; readonly streak: number; readonly reserve: number }

/** The streak, with "17 of the last 20 days", which is shown before it. */
export type Streak = StreakStanding & {
  readonly trace: readonly StreakDay[]
  readonly lastDays: { readonly won: number; readonly counted: number }
  /** The days of the current week that the reserve kept. */
  readonly keptByReserve: readonly Day[]
}

/** What a streak is judged by: today, which is pending until midnight (`null`: every day is over), and the reserve of each week. */
export type StreakRules = { readonly today: Day | null; readonly reserveOf: (monday: Day) => number }

/** How many days back the share of days won looks. */
export const lastDaysShown = 20

/** Before the first day. */
export const noStreak: StreakStanding = { streak: 0, best: 0, won: 0, counted: 0, monday: null, reserve: 0 }

/** The reserve of a week: one day, two for someone who works all seven (algorithms B7). Not carried over. */
export const reserveOfWeek =
  ({ schedules }: WorkCalendar) =>
  (monday: Day): number =>
    (versionOn(schedules, monday) ?? defaultSchedule).weekdays.length === 7 ? 2 : 1

const stateOf = (result: DayResult, { streak, reserve }: StreakStanding, today: Day | null): DayState => {
  if (result.goal === null) return result.done > 0 ? 'bonus' : 'off'
  if (isReached(result)) return 'won'
  if (result.day === today) return 'pending'
  if (streak === 0) return 'missed'
  return reserve > 0 ? 'reserve' : 'broken'
}

/** The standing after one more day; days are given oldest first. A day kept by the reserve keeps the streak and does not lengthen it. */
export const afterDay = (
  before: StreakStanding,
  result: DayResult,
  { today, reserveOf }: StreakRules,
): { readonly standing: StreakStanding; readonly state: DayState } => {
  const monday = mondayOf(result.day)
  const week = before.monday === monday ? before : { ...before, monday, reserve: reserveOf(monday) }
  const state = stateOf(result, week, today)
  if (state === 'off' || state === 'bonus' || state === 'pending') return { standing: week, state }
  const streak = state === 'won' ? week.streak + 1 : state === 'broken' ? 0 : week.streak
  const standing = {
    ...week,
    streak,
    best: Math.max(week.best, streak),
    won: week.won + (state === 'won' ? 1 : 0),
    counted: week.counted + 1,
    reserve: week.reserve - (state === 'reserve' ? 1 : 0),
  }
  return { standing, state }
}

const neutral: ReadonlySet<DayState> = new Set<DayState>(['off', 'bonus', 'pending'])

/**
 * The streak over some days, in whatever order they come; a late entry recomputes all of it (claim 7, algorithms B7). One
 * limit of the rule: a win told late starts a streak that may spend the reserve of its week, so `streak` can fall where `won` never does.
 */
export const streakOf = (results: Iterable<DayResult>, rules: StreakRules): Streak => {
  let standing = noStreak
  const trace = [...results]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map((result): StreakDay => {
      const after = afterDay(standing, result, rules)
      standing = after.standing
      return { day: result.day, state: after.state, streak: standing.streak, reserve: standing.reserve }
    })
  const last = trace.filter(({ state }) => !neutral.has(state)).slice(-lastDaysShown)
  return {
    ...standing,
    trace,
    lastDays: { won: last.filter(({ state }) => state === 'won').length, counted: last.length },
    keptByReserve: trace.filter(({ day, state }) => state === 'reserve' && mondayOf(day) === standing.monday).map(({ day }) => day),
  }
}

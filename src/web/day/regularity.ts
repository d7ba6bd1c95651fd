import { addDays, type Day } from '#method/calendar/day.ts'
import { lastDaysShown, reserveOfWeek, streakOf, type DayState, type Streak } from '#method/challenge/streak.ts'
import { dailyGoalOn, dayResults, type DayResult } from '#method/day/day-results.ts'
import { ownActivities, type DayFacts } from './today-view.ts'

/** One day of the row: won, kept by the week's reserve, worked and not won, or free and neutral. */
export type RegularDay = { readonly day: Day; readonly state: 'won' | 'reserve' | 'worked' | 'free' }
/** The last working days with a daily goal, oldest first, the free days between them, and the streak. */
export type Regularity = {
  readonly won: number
  readonly counted: number
  readonly days: readonly RegularDay[]
  readonly streak: Streak
  /** The streak may have begun before the days that were read. */
  readonly isAtLeast: boolean
}

// What a device keeps of the past in full; beyond it there are only sums, which do not tell who was met twice.
const window = 85
const fewest = 5

const looks: Readonly<Record<DayState, RegularDay['state'] | null>> = {
  won: 'won',
  reserve: 'reserve',
  broken: 'worked',
  missed: 'worked',
  pending: null,
  off: 'free',
  bonus: 'free',
}

/**
 * The last twenty working days with a daily goal, and the streak over all of them (claim 7, algorithms B7). Days off are neutral, and so is
 * today until it is won; fewer than five days say nothing and give `null`. `hasEarlier`: whether a goal was in force before the first result.
 */
export const regularityIn = (
  results: readonly DayResult[],
  calendar: Parameters<typeof reserveOfWeek>[0],
  today: Day,
  hasEarlier: boolean,
): Regularity | null => {
  const streak = streakOf(results, { today, reserveOf: reserveOfWeek(calendar) })
  const { won, counted } = streak.lastDays
  if (counted < fewest) return null
  const withoutGoal = new Set(results.flatMap(({ day, hasNoGoal }) => (hasNoGoal ? [day] : [])))
  const days: RegularDay[] = []
  for (let place = streak.trace.length - 1, seen = 0; place >= 0 && seen < Math.min(counted, lastDaysShown); place -= 1) {
    const traced = streak.trace[place]
    const state = traced ? looks[traced.state] : null
    if (!traced || state === null || withoutGoal.has(traced.day)) continue
    days.unshift({ day: traced.day, state })
    if (state !== 'free') seen += 1
  }
  return { won, counted, days, streak, isAtLeast: hasEarlier && streak.streak > 0 && streak.streak === streak.won }
}

/** The same from what the device holds. */
export const regularityOf = (facts: DayFacts, today: Day): Regularity | null => {
  const rules = { goals: facts.goals(), calendar: facts.calendar(), canonical: facts.canonical }
  const from = addDays(today, -window)
  const results = dayResults(ownActivities(facts, from, today), rules, from, today)
  return regularityIn(results, rules.calendar, today, dailyGoalOn(rules.goals, addDays(from, -1)) !== undefined)
}

import { roundHalfUp } from '../chance/rounding.ts'
import { addDays, daysFrom, mondayOf, type Day } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'

/** How bold the suggested goal is, as a percentile of her own days: half of them reach the first, four in ten the second. */
export const boldness = { sustainable: 0.5, ambitious: 0.6 } as const

/** No suggestion goes below this. */
export const leastGoal = 3
/** Fewer completed days say nothing. */
const FEWEST_DAYS = 5
const DAYS_READ = 10

/** What a suggestion may depend on besides her days. `most`: the largest daily goal she or her hours allow. */
export type AdaptingRules = { readonly percentile?: number; readonly most?: number }

/**
 * A goal for the weeks to come, with the numbers behind it. `too-few-days` and `hold` keep the current one. `usual`: what her days reach
 * at the percentile; `days`: how many days that is.
 */
export type GoalSuggestion = {
  readonly goal: number
  readonly reason: 'up' | 'down' | 'hold' | 'too-few-days'
  readonly usual: number | null
  readonly days: number
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/**
 * The daily goal that her own last days suggest (claim 1, algorithms B2): never more than a tenth away, at least 3, always to be asked.
 * `counts`: completed working days, oldest first, as `adaptingDays` keeps them; the last ten are read.
 */
export const adaptGoal = (counts: readonly number[], current: number, rules: AdaptingRules = {}): GoalSuggestion => {
  const sorted = counts.slice(-DAYS_READ).sort((a, b) => a - b)
  if (sorted.length < FEWEST_DAYS) return { goal: current, reason: 'too-few-days', usual: null, days: sorted.length }
  // The nearest rank; the hair taken off keeps 0.6 × 10 at six.
  const rank = Math.ceil((rules.percentile ?? boldness.sustainable) * sorted.length - 1e-9)
  const usual = sorted[clamp(rank, 1, sorted.length) - 1] ?? current
  const step = Math.max(1, roundHalfUp(current / 10))
  const near = clamp(usual, current - step, current + step)
  const goal = Math.min(rules.most ?? Infinity, Math.max(leastGoal, near))
  return { goal, reason: goal > current ? 'up' : goal < current ? 'down' : 'hold', usual, days: sorted.length }
}

/** The goal to begin with: seven tenths of what she thinks she can do in a day, at least 3. */
export const firstGoal = (estimate: number): number => Math.max(leastGoal, roundHalfUp((7 * estimate) / 10))

/**
 * The counts that a suggestion reads: completed days on which a goal was in force, oldest first. Free days, today and the days that she
 * declared light (under half of her capacity) are left out.
 */
export const adaptingDays = (
  results: readonly { readonly day: Day; readonly goal: number | null; readonly done: number }[],
  today: Day,
  lightDays: ReadonlySet<Day> = new Set(),
): readonly number[] =>
  results
    .filter(({ day, goal }) => goal !== null && day < today && !lightDays.has(day))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ done }) => done)

/** When a change of goal was last put to her, and last refused. Both are written when she answers. */
export type GoalOffer = { readonly offeredOn: Day | null; readonly refusedOn: Day | null }

const SILENT_DAYS = 14

/** Whether a change of goal may be offered: on the first working day of a week, once, and not within two weeks of a refusal (algorithms B2). */
export const mayOfferGoal = ({ offeredOn, refusedOn }: GoalOffer, calendar: WorkCalendar, today: Day): boolean => {
  const monday = mondayOf(today)
  if (daysFrom(monday, today).find((day) => isWorkingDay(day, calendar)) !== today) return false
  if (offeredOn !== null && offeredOn >= monday) return false
  return refusedOn === null || today >= addDays(refusedOn, SILENT_DAYS)
}

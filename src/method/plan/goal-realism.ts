import { negativeBinomialOf } from '../chance/negative-binomial.ts'
import { dayModelOf, usualHours } from '../day/pace.ts'
import type { GoalVersion } from '../goal/goal.ts'
import { chanceOfGoal, realismOf, weekAhead, type Realism } from './realism.ts'

/** How a goal stands beside one's own days: the chance of reaching it, the word for it, and the days behind both. */
export type GoalRealism = { readonly chance: number; readonly realism: Realism; readonly n: number }

/** What one's own days say of a goal. */
export type RealismFacts = {
  /** The clock times of up to 30 latest working days with at least one activity that the goal counts. */
  readonly days: readonly (readonly number[])[]
  /** What the latest completed working days came to, newest first, empty ones too. */
  readonly counts: readonly number[]
  /** What a day is expected to hold before any is known. */
  readonly usual: number
  /** Working days of an ordinary week. */
  readonly weekDays: number
}

/** Fewer days say nothing of a goal. */
export const fewestRealismDays = 5

/**
 * The chance of reaching a goal on an ordinary day, or in an ordinary week (algorithms B1, realism): by the day model of the pace, and for a week by
 * one's own sums of days. `null` under five days: a beginning has no chance to show.
 */
export const goalRealism = ({ target, per }: Pick<GoalVersion, 'target' | 'per'>, { days, counts, usual, weekDays }: RealismFacts): GoalRealism | null => {
  const n = per === 'day' ? days.length : Math.min(40, counts.length)
  if (n < fewestRealismDays) return null
  const { mean, size } = dayModelOf({ days, usual, hours: usualHours })
  const ahead = per === 'day' ? negativeBinomialOf(mean, mean + mean ** 2 / size) : weekAhead(counts, usual, size, weekDays)
  const chance = chanceOfGoal(target, ahead)
  return { chance, realism: realismOf(chance), n }
}

import { negativeBinomialAtLeast, negativeBinomialOf, type NegativeBinomial } from '../chance/negative-binomial.ts'

/** How a goal sounds, by the chance of reaching it: « réaliste », « ambitieux », « à revoir » (algorithms B1). */
export type Realism = 'realistic' | 'ambitious' | 'to-revise'

/** 70 % and more is realistic, 40 % and more ambitious. */
export const realismOf = (chance: number): Realism => (chance >= 0.7 ? 'realistic' : chance >= 0.4 ? 'ambitious' : 'to-revise')

/** The chance that a whole day, or several as `weekAhead` sees them, reaches `goal` activities; a day is that of `dayModelOf` (algorithms B3). */
export const chanceOfGoal = (goal: number, ahead: NegativeBinomial): number => negativeBinomialAtLeast(goal, ahead)

const LATEST_DAYS = 40
const HALF_LIFE = 15
const LEAST_DAYS_FOR_OWN_VARIANCE = 10

const varianceOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

/** The variance of one's own sums of `span` days, overlapping; `null` when there are too few days to say. */
const ownVariance = (counts: readonly number[], span: number): number | null => {
  if (span < 1 || counts.length < Math.max(LEAST_DAYS_FOR_OWN_VARIANCE, span + 1)) return null
  const sums = Array.from({ length: counts.length - span + 1 }, (_, from) => counts.slice(from, from + span).reduce((sum, count) => sum + count, 0))
  return varianceOf(sums)
}

/**
 * The activities of the next `workingDays` days (algorithms B1, realism). `counts`: activities of the latest completed working days,
 * newest first; 40 are used, each half as heavy after 15. `usual`: activities a day before any is known. `size`: how
 * restless a day is (algorithms B3).
 */
export const weekAhead = (counts: readonly number[], usual: number, size: number, workingDays: number): NegativeBinomial => {
  const latest = counts.slice(0, LATEST_DAYS)
  const weights = latest.map((_, age) => 0.5 ** (age / HALF_LIFE))
  const weight = weights.reduce((sum, each) => sum + each, 0)
  const mean = (2 * usual + latest.reduce((sum, count, age) => sum + count * (weights[age] ?? 0), 0)) / (2 + weight)
  const effective = weight === 0 ? 0 : weight ** 2 / weights.reduce((sum, each) => sum + each ** 2, 0)
  const days = Math.max(0, Math.round(workingDays))
  const dayVariance = mean + mean ** 2 / size
  const own = ownVariance(latest, days)
  const weeks = own === null ? 0 : latest.length / days
  const around = (4 * 1.5 * days * dayVariance + weeks * (own ?? 0)) / (4 + weeks)
  return negativeBinomialOf(days * mean, around + (days ** 2 * dayVariance) / (effective + 2))
}

import { normalQuantile } from '../chance/normal.ts'
import type { Interval } from '../chance/proportion.ts'

/** Spearman's rank correlation of two series in time, with limits at 95 % that know that days resemble the day before (algorithms B8). */
export type Correlation = {
  readonly n: number
  /** `null` when one side never varies. */
  readonly rho: number | null
  /** How much each side resembles itself one day later. */
  readonly lag1: readonly [number, number]
  readonly effective: number
  readonly limits: Interval | null
}

// The spread of Spearman's rho is a little wider than Pearson's (Fieller), and B8 rounds the quantile.
const SPREAD = 1.96 * 1.03

/** Ranks from 1, ties sharing their mean. */
export const ranksOf = (values: readonly number[]): readonly number[] => {
  const order = values.map((_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks = values.map(() => 0)
  for (let first = 0; first < order.length;) {
    let last = first
    while (last + 1 < order.length && values[order[last + 1] ?? 0] === values[order[first] ?? 0]) last += 1
    for (let place = first; place <= last; place += 1) ranks[order[place] ?? 0] = (first + last) / 2 + 1
    first = last + 1
  }
  return ranks
}

const centered = (values: readonly number[]): readonly number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}
const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0)
/** Pearson's correlation, or `null` when one side never varies. */
const linear = (first: readonly number[], second: readonly number[]): number | null => {
  const [a, b] = [centered(first), centered(second)]
  const size = Math.sqrt(product(a, a) * product(b, b))
  return size > 0 ? Math.min(1, Math.max(-1, product(a, b) / size)) : null
}
const lag1Of = (values: readonly number[]): number => linear(values.slice(0, -1), values.slice(1)) ?? 0

/** The correlation of two series of the same length, in the order of the days. */
export const correlation = (first: readonly number[], second: readonly number[]): Correlation => {
  const n = first.length
  const rho = linear(ranksOf(first), ranksOf(second))
  const lag1 = [lag1Of(first), lag1Of(second)] as const
  const alike = lag1[0] * lag1[1]
  const effective = (n * (1 - alike)) / (1 + alike)
  if (rho === null || effective <= 3) return { n, rho, lag1, effective, limits: null }
  const half = SPREAD / Math.sqrt(effective - 3)
  return { n, rho, lag1, effective, limits: { lower: Math.tanh(Math.atanh(rho) - half), upper: Math.tanh(Math.atanh(rho) + half) } }
}

/** How many days it takes to see a correlation of `rho` four times out of five (algorithms B8). */
export const daysToSee = (rho: number, power = 0.8): number => Math.ceil(((normalQuantile(0.975) + normalQuantile(power)) / Math.atanh(rho)) ** 2 + 3)

import { betaQuantile } from './beta.ts'
import { normalQuantile } from './normal.ts'

/** Both ends of an interval. */
export type Interval = { readonly lower: number; readonly upper: number }

const everything: Interval = { lower: 0, upper: 1 }
// Counts out of order, below none or above all, are read as none or all: a limit is always a number.
const among = (x: number, n: number): number => Math.min(n, Math.max(0, x))

/** Limits of a rate of x out of n (algorithms B6, the default); all of [0, 1] when n = 0. `level` is the confidence. */
export const wilson = (x: number, n: number, level = 0.95): Interval => {
  if (!(n > 0)) return everything
  const z = normalQuantile(0.5 + level / 2)
  const rate = among(x, n) / n
  const spread = z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n))
  const middle = rate + (z * z) / (2 * n)
  const scale = 1 + (z * z) / n
  return { lower: x <= 0 ? 0 : Math.max(0, (middle - spread) / scale), upper: x >= n ? 1 : Math.min(1, (middle + spread) / scale) }
}

/** Limits of a rate of x out of n from Jeffreys' prior; the end on the side of none or all is 0 or 1. All of [0, 1] when n = 0. */
export const jeffreys = (x: number, n: number, level = 0.95): Interval => {
  if (!(n > 0)) return everything
  const tail = (1 - level) / 2
  return {
    lower: x <= 0 ? 0 : betaQuantile(tail, x + 0.5, n - x + 0.5),
    upper: x >= n ? 1 : betaQuantile(1 - tail, x + 0.5, n - x + 0.5),
  }
}

/** Limits of the first rate minus the second (Newcombe 1998, method 10, from the two Wilson intervals); [−1, 1] when either n is 0. */
export const newcombe = (x1: number, n1: number, x2: number, n2: number, level = 0.95): Interval => {
  if (!(n1 > 0) || !(n2 > 0)) return { lower: -1, upper: 1 }
  const [rate1, rate2] = [among(x1, n1) / n1, among(x2, n2) / n2]
  const [limits1, limits2] = [wilson(x1, n1, level), wilson(x2, n2, level)]
  return {
    lower: rate1 - rate2 - Math.hypot(rate1 - limits1.lower, limits2.upper - rate2),
    upper: rate1 - rate2 + Math.hypot(limits1.upper - rate1, rate2 - limits2.lower),
  }
}

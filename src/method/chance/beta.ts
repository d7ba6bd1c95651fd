import { logBetaPower } from './gamma.ts'

const TINY = 1e-300
const MOST_TERMS = 100_000

/** The continued fraction of the incomplete beta function (modified Lentz); fast for x below the mean. */
const fraction = (x: number, a: number, b: number): number => {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return result
}

/** P(X ≤ x) for X ~ Beta(a, b): the regularized incomplete beta function. With a = 0 all the mass is at 0, with b = 0 at 1. */
export const betaCdf = (x: number, a: number, b: number): number => {
  if (!(x > 0)) return x === 0 && a <= 0 ? 1 : 0
  if (x >= 1 || a <= 0) return 1
  if (b <= 0) return 0
  if (x > (a + 1) / (a + b + 2)) return 1 - betaTail(x, a, b)
  return Math.min(1, (Math.exp(logBetaPower(x, a, b)) * fraction(x, a, b)) / a)
}

const betaTail = (x: number, a: number, b: number): number => Math.min(1, (Math.exp(logBetaPower(x, a, b)) * fraction(1 - x, b, a)) / b)

/** P(X > x) for X ~ Beta(a, b), exact also where it is far too small to be one minus something. */
export const betaAbove = (x: number, a: number, b: number): number => {
  if (!(x > 0) || x >= 1 || a <= 0 || b <= 0) return 1 - betaCdf(x, a, b)
  return x > (a + 1) / (a + b + 2) ? betaTail(x, a, b) : 1 - betaCdf(x, a, b)
}

/** The x with P(X ≤ x) = p for X ~ Beta(a, b): Newton's steps, halved whenever one leaves what is known. */
export const betaQuantile = (p: number, a: number, b: number): number => {
  if (!(p > 0) || a <= 0) return 0
  if (p >= 1 || b <= 0) return 1
  let low = 0
  let high = 1
  let x = a / (a + b)
  for (let round = 0; round < 1200; round += 1) {
    const gap = betaCdf(x, a, b) - p
    if (gap === 0) return x
    if (gap < 0) low = x
    else high = x
    const step = gap / (Math.exp(logBetaPower(x, a, b)) / (x * (1 - x)))
    const next = x - step
    const kept = next > low && next < high ? next : (low + high) / 2
    if (Math.abs(kept - x) <= 4e-16 * kept || kept === low || kept === high) return kept
    x = kept
  }
  return x
}

import { logGamma } from './gamma.ts'

const MOST_TERMS = 100_000

const heightOf = (x: number, shape: number): number => Math.exp(shape * Math.log(x) - x - logGamma(shape))

/** P(X ≤ x) for X ~ Gamma(shape, 1): the regularized incomplete gamma function. */
export const gammaCdf = (x: number, shape: number): number => {
  if (!(x > 0)) return 0
  if (x === Infinity || !(shape > 0)) return 1
  return x < shape + 1 ? series(x, shape) : 1 - fraction(x, shape)
}

const series = (x: number, shape: number): number => {
  let term = 1 / shape
  let sum = term
  for (let n = 1; n < MOST_TERMS && term > sum * 1e-17; n += 1) {
    term *= x / (shape + n)
    sum += term
  }
  return heightOf(x, shape) * sum
}

const fraction = (x: number, shape: number): number => {
  let b = x + 1 - shape
  let c = 1e300
  let d = 1 / b
  let result = d
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return heightOf(x, shape) * result
}

/** The x with P(X ≤ x) = p for X ~ Gamma(shape, 1): Newton's steps, halved whenever one leaves what is known. */
export const gammaQuantile = (p: number, shape: number): number => {
  if (!(p > 0) || !(shape > 0)) return 0
  if (p >= 1) return Infinity
  let low = 0
  let high = shape + 1
  while (gammaCdf(high, shape) < p) high *= 2
  let x = Math.min(shape, high)
  for (let round = 0; round < 1200; round += 1) {
    const gap = gammaCdf(x, shape) - p
    if (gap === 0) return x
    if (gap < 0) low = x
    else high = x
    const next = x - (gap * x) / heightOf(x, shape)
    const kept = next > low && next < high ? next : (low + high) / 2
    if (Math.abs(kept - x) <= 4e-16 * kept || kept === low || kept === high) return kept
    x = kept
  }
  return x
}

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jeffreys, newcombe, wilson } from './proportion.ts'
import { roundHalfUp, shownPercent } from './rounding.ts'

type Vector = Readonly<Record<'x' | 'n' | 'wilson_lo' | 'wilson_hi' | 'jeffreys_lo' | 'jeffreys_hi', number>>
const vectors = JSON.parse(readFileSync(new URL('../../../test/vectors/proportion-vectors.json', import.meta.url), 'utf8')) as readonly Vector[]
const aRate = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test.each(vectors)('$x out of $n has the limits of the reference', (vector) => {
  const { x, n } = vector
  const [near, close] = [wilson(x, n), jeffreys(x, n)]
  expect(Math.abs(near.lower - vector.wilson_lo)).toBeLessThan(1e-9)
  expect(Math.abs(near.upper - vector.wilson_hi)).toBeLessThan(1e-9)
  expect(Math.abs(close.lower - vector.jeffreys_lo)).toBeLessThan(1e-9)
  expect(Math.abs(close.upper - vector.jeffreys_hi)).toBeLessThan(1e-9)
})

test('limits hold their rate, stay within 0 and 1, and mirror when yes and no change places', () => {
  fc.assert(
    fc.property(aRate, fc.constantFrom(0.8, 0.95, 0.99), ([x, n], level) => {
      for (const limits of [wilson, jeffreys]) {
        const { lower, upper } = limits(x, n, level)
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(lower).toBeLessThanOrEqual(x / n)
        expect(upper).toBeGreaterThanOrEqual(x / n)
        expect(upper).toBeLessThanOrEqual(1)
        const mirror = limits(n - x, n, level)
        expect(Math.abs(1 - mirror.upper - lower) + Math.abs(1 - mirror.lower - upper)).toBeLessThan(1e-9)
      }
    }),
  )
})

test('asking for more certainty widens the limits', () => {
  fc.assert(
    fc.property(aRate, ([x, n]) => {
      const [usual, strict] = [wilson(x, n), wilson(x, n, 0.99)]
      expect(strict.lower).toBeLessThanOrEqual(usual.lower)
      expect(strict.upper).toBeGreaterThanOrEqual(usual.upper)
    }),
  )
})

test('nothing tried says nothing', () => {
  expect([wilson(0, 0), jeffreys(0, 0)]).toEqual([
    { lower: 0, upper: 1 },
    { lower: 0, upper: 1 },
  ])
  expect(newcombe(0, 0, 3, 10)).toEqual({ lower: -1, upper: 1 })
})

test('the difference of two rates has the limits of the example of Newcombe (56 of 70 against 48 of 80)', () => {
  const { lower, upper } = newcombe(56, 70, 48, 80)
  expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(['0.0524', '0.3339'])
})

test('a difference turns its sign when the two change places', () => {
  fc.assert(
    fc.property(aRate, aRate, ([x1, n1], [x2, n2]) => {
      const [one, other] = [newcombe(x1, n1, x2, n2), newcombe(x2, n2, x1, n1)]
      expect(Math.abs(one.lower + other.upper) + Math.abs(one.upper + other.lower)).toBeLessThan(1e-12)
      expect(one.lower).toBeLessThanOrEqual(x1 / n1 - x2 / n2)
      expect(one.upper).toBeGreaterThanOrEqual(x1 / n1 - x2 / n2)
    }),
  )
})

test('halves go up', () => {
  expect([0.5, 1.5, 2.5, -0.5, -2.5, 2.4, 2.6].map((value) => roundHalfUp(value) + 0)).toEqual([1, 2, 3, 0, -2, 2, 3])
})

test('a chance is shown by steps of five percent, and as certain only when it is', () => {
  expect([0, 0.001, 0.024, 0.366, 0.5, 0.72, 0.999, 1].map(shownPercent)).toEqual([0, 5, 5, 35, 50, 70, 95, 100])
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaAbove, betaCdf, betaQuantile } from './beta.ts'
import { logBeta, logBetaPower, logChoose, logGamma } from './gamma.ts'

type Proportion = { readonly x: number; readonly n: number; readonly cp_lo: number; readonly cp_hi: number }
const vectors = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../test/vectors/${name}.json`, import.meta.url), 'utf8'))
const aShape = fc.double({ min: -3, max: 6, noNaN: true }).map((power) => 10 ** power)
const aShare = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })

test('ln Γ is that of the tables, near zero, at the factorials and far out', () => {
  const known = [
    [1e-8, 18.420680738180209],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [5, Math.log(24)],
    [10.5, 13.940625219403763],
    [100, 359.1342053695754],
    [1e6, 12815504.569147611],
  ] as const
  for (const [x, value] of known) expect(Math.abs(logGamma(x) / value - 1)).toBeLessThan(1e-13)
  expect(Math.abs(logGamma(1)) + Math.abs(logGamma(2))).toBeLessThan(1e-13)
  expect(logGamma(0)).toBe(Infinity)
})

test('ln B and ln of a choice keep their digits when large', () => {
  expect(Math.abs(Math.exp(logChoose(20, 3)) - 1140)).toBeLessThan(1e-9)
  expect(Math.abs(logBeta(2, 3) - Math.log(1 / 12))).toBeLessThan(1e-14)
  // ln B(a + 1, b) = ln B(a, b) + ln(a / (a + b)), whatever the sizes.
  fc.assert(
    fc.property(aShape, aShape, (a, b) => {
      expect(Math.abs(logBeta(a + 1, b) - logBeta(a, b) - Math.log(a / (a + b)))).toBeLessThan(1e-9)
      expect(logBeta(a, b)).toBeCloseTo(logBeta(b, a), 12)
    }),
  )
})

test('the two spellings of the density of a beta agree where both hold', () => {
  fc.assert(
    fc.property(fc.double({ min: 10, max: 300, noNaN: true }), fc.double({ min: 10, max: 300, noNaN: true }), aShare, (a, b, x) => {
      const plain = a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)
      expect(Math.abs(logBetaPower(x, a, b) - plain)).toBeLessThan(1e-9)
    }),
  )
})

test.each(vectors('proportion-vectors') as readonly Proportion[])('the beta quantiles give the exact limits of $x out of $n', ({ x, n, cp_lo, cp_hi }) => {
  expect(Math.abs(betaQuantile(0.025, x, n - x + 1) - cp_lo)).toBeLessThan(1e-9)
  expect(Math.abs(betaQuantile(0.975, x + 1, n - x) - cp_hi)).toBeLessThan(1e-9)
})

test('a quantile is the way back from a share, from the narrowest beta to the widest', () => {
  fc.assert(
    fc.property(aShape, aShape, aShare, (a, b, share) => {
      const x = betaQuantile(share, a, b)
      // At the very edge a double has no room left between two shares.
      fc.pre(x > 1e-290 && x < 1 - 1e-9)
      expect(Math.abs(betaCdf(x, a, b) - share)).toBeLessThan(1e-9)
    }),
  )
})

test('the two sides of any point make one, and swapping the shapes mirrors the curve', () => {
  fc.assert(
    fc.property(aShape, aShape, aShare, (a, b, x) => {
      expect(Math.abs(betaCdf(x, a, b) + betaAbove(x, a, b) - 1)).toBeLessThan(1e-12)
      expect(Math.abs(betaCdf(x, a, b) - betaAbove(1 - x, b, a))).toBeLessThan(1e-8)
    }),
  )
})

test('the share never goes down as the point moves right', () => {
  fc.assert(
    fc.property(aShape, aShape, aShare, aShare, (a, b, x, y) => {
      expect(betaCdf(Math.min(x, y), a, b)).toBeLessThanOrEqual(betaCdf(Math.max(x, y), a, b) + 1e-13)
    }),
  )
})

test('a tail far too small to be one minus something still has its digits', () => {
  // For a = 1 the tail is (1 − x)ᵇ.
  expect(Math.abs(betaAbove(0.5, 1, 200) / 0.5 ** 200 - 1)).toBeLessThan(1e-12)
})

test('a beta without one of its shapes is a certainty, and nothing is undefined', () => {
  expect([betaCdf(0.3, 0, 5), betaCdf(0.3, 5, 0), betaCdf(1, 5, 0), betaCdf(0, 2, 2), betaCdf(NaN, 2, 2)]).toEqual([1, 0, 1, 0, 0])
  expect([betaQuantile(0.5, 0, 5), betaQuantile(0.5, 5, 0), betaQuantile(0, 2, 2), betaQuantile(1, 2, 2)]).toEqual([0, 1, 0, 1])
  expect([betaAbove(0.3, 0, 5), betaAbove(0.3, 5, 0)]).toEqual([0, 1])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, normalQuantile } from './normal.ts'

test('the usual limits of the normal curve are those of the tables', () => {
  const known = [
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
    [0.25, -0.6744897501960817],
    [1e-12, -7.034483825301131],
  ] as const
  for (const [share, x] of known) expect(Math.abs(normalQuantile(share) - x)).toBeLessThan(1e-10)
  expect(normalCdf(0)).toBe(0.5)
  expect(Math.abs(normalCdf(-10) / 7.619853024160527e-24 - 1)).toBeLessThan(1e-12)
  expect(Math.abs(normalCdf(1) - 0.8413447460685429)).toBeLessThan(1e-15)
})

test('the quantile is the way back from the share, on both sides', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (share) => {
      expect(Math.abs(normalCdf(normalQuantile(share)) - share)).toBeLessThan(1e-13)
      expect(Math.abs(normalQuantile(share) + normalQuantile(1 - share))).toBeLessThan(1e-6)
    }),
  )
})

test('the curve has no step where its two spellings meet, and its ends are 0 and 1', () => {
  for (const x of [-4, 4]) expect(Math.abs(normalCdf(x - 1e-12) - normalCdf(x + 1e-12))).toBeLessThan(1e-14)
  expect([normalCdf(-Infinity), normalCdf(Infinity), normalQuantile(0), normalQuantile(1)]).toEqual([0, 1, -Infinity, Infinity])
})

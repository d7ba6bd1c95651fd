import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gammaCdf, gammaQuantile } from './incomplete-gamma.ts'

const aShape = fc.double({ min: -2, max: 5, noNaN: true }).map((power) => 10 ** power)
const aShare = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })

test('a gamma of whole shape is a sum of Poisson chances', () => {
  for (const x of [0.3, 2, 7.5, 30]) {
    const poisson = Math.exp(-x) * (1 + x + x ** 2 / 2 + x ** 3 / 6)
    expect(Math.abs(gammaCdf(x, 4) - (1 - poisson))).toBeLessThan(1e-14)
  }
})

test('a quantile is the way back from a share', () => {
  fc.assert(
    fc.property(aShape, aShare, (shape, share) => {
      const x = gammaQuantile(share, shape)
      fc.pre(x > 1e-290)
      expect(Math.abs(gammaCdf(x, shape) - share)).toBeLessThan(1e-9)
    }),
  )
})

test('the ends are defined', () => {
  expect([gammaCdf(0, 2), gammaCdf(Infinity, 2), gammaCdf(1, 0), gammaQuantile(0, 2), gammaQuantile(1, 2), gammaQuantile(0.5, 0)]).toEqual([
    0,
    1,
    1,
    0,
    Infinity,
    0,
  ])
})

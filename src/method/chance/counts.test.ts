import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaBinomialPmf, betaBinomialPmfs } from './beta-binomial.ts'
import { negativeBinomialAtLeast, negativeBinomialCdf, negativeBinomialOf, negativeBinomialPmf } from './negative-binomial.ts'

type Vector = { readonly mu: number; readonly k: number; readonly goal: number; readonly P_day: number; readonly P_week_iid_5G: number }
const vectors = JSON.parse(readFileSync(new URL('../../../test/vectors/nb-vectors.json', import.meta.url), 'utf8')) as readonly Vector[]
const aShape = fc.double({ min: -2, max: 3, noNaN: true }).map((power) => 10 ** power)
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0)

test.each(vectors)('a day of mean $mu and size $k reaches $goal as often as the reference says, and so does its week', (vector) => {
  const { mu, k, goal, P_day, P_week_iid_5G } = vector
  expect(Math.abs(negativeBinomialAtLeast(goal, { mean: mu, size: k }) - P_day)).toBeLessThan(1e-9)
  expect(Math.abs(negativeBinomialAtLeast(5 * goal, { mean: 5 * mu, size: 5 * k }) - P_week_iid_5G)).toBeLessThan(1e-9)
})

test('the share up to a count is the sum of the chances of each count, and the rest is what is above', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 60, noNaN: true }), fc.double({ min: 0.1, max: 200, noNaN: true }), fc.nat(150), (mean, size, count) => {
      const model = { mean, size }
      const added = sum(Array.from({ length: count + 1 }, (_, each) => negativeBinomialPmf(each, model)))
      expect(Math.abs(negativeBinomialCdf(count, model) - added)).toBeLessThan(1e-9)
      expect(Math.abs(negativeBinomialAtLeast(count + 1, model) + added - 1)).toBeLessThan(1e-9)
    }),
  )
})

test('a variance at the mean is a Poisson count', () => {
  const poisson = (count: number, mean: number) => Math.exp(-mean) * Array.from({ length: count }, (_, each) => mean / (each + 1)).reduce((a, b) => a * b, 1)
  const model = negativeBinomialOf(7, 7)
  for (const count of [0, 1, 7, 20]) expect(Math.abs(negativeBinomialPmf(count, model) - poisson(count, 7))).toBeLessThan(1e-9)
  expect(Math.abs(negativeBinomialCdf(7, model) - sum(Array.from({ length: 8 }, (_, each) => poisson(each, 7))))).toBeLessThan(1e-9)
})

test('mean and variance of the model are those that were asked for', () => {
  const model = negativeBinomialOf(12, 40)
  expect(model.mean + model.mean ** 2 / model.size).toBeCloseTo(40, 10)
})

test('someone who does nothing reaches nothing, and nothing is always reached', () => {
  for (const model of [negativeBinomialOf(0, 0), { mean: 0, size: 3 }, { mean: 5, size: 0 }]) {
    expect([negativeBinomialAtLeast(1, model), negativeBinomialAtLeast(0, model), negativeBinomialCdf(0, model), negativeBinomialPmf(0, model)]).toEqual([
      0, 1, 1, 1,
    ])
  }
  expect([negativeBinomialCdf(-1, { mean: 5, size: 2 }), negativeBinomialPmf(-1, { mean: 5, size: 2 })]).toEqual([0, 0])
})

test('the chances of all numbers of sales add up to one, with the mean of the rate', () => {
  fc.assert(
    fc.property(aShape, aShape, fc.nat(3000), (a, b, n) => {
      const all = betaBinomialPmfs(n, a, b)
      expect(Math.abs(sum(all) - 1)).toBeLessThan(1e-9)
      const mean = sum(all.map((p, k) => p * k))
      expect(Math.abs(mean - (n * a) / (a + b))).toBeLessThan(1e-7 * Math.max(1, n))
    }),
  )
})

test('all numbers at once are the same as one by one', () => {
  fc.assert(
    fc.property(aShape, aShape, fc.integer({ min: 0, max: 20_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, n, share) => {
      const k = Math.floor(n * share)
      expect(Math.abs((betaBinomialPmfs(n, a, b)[k] ?? 0) - betaBinomialPmf(k, n, a, b))).toBeLessThan(1e-11)
    }),
  )
})

test('a rate that is nothing or everything, and no touch at all, are defined', () => {
  expect([...betaBinomialPmfs(2, 0, 5)]).toEqual([1, 0, 0])
  expect([...betaBinomialPmfs(2, 5, 0)]).toEqual([0, 0, 1])
  expect([...betaBinomialPmfs(0, 1, 39)]).toEqual([1])
  expect([betaBinomialPmf(0, 3, 0, 1), betaBinomialPmf(3, 3, 1, 0), betaBinomialPmf(4, 3, 1, 1), betaBinomialPmf(-1, 3, 1, 1)]).toEqual([1, 1, 0, 0])
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaBinomialPmfs } from '../chance/beta-binomial.ts'
import { betaCdf } from '../chance/beta.ts'
import { meanRate, rateAt, saleRateOf, touchesPerSale } from './sale-rate.ts'
import { chanceOfReaching, leastEnough, mostTouches, shortfallOfMoney, shortfallOfSales, type Shortfall, type Touches } from './reach.ts'
import { meanValue, saleValueOf, valueAt } from './sale-value.ts'
import { priorOfGuess } from './touch-kind.ts'

type Vector = {
  readonly id: string
  readonly input: Readonly<Record<'W' | 'touch' | 'sales' | 'V0' | 'pi' | 'm', number>> & { readonly vals: unknown }
  readonly post: Readonly<Record<'a' | 'b' | 'mean' | 'q05' | 'q50' | 'q95' | 'value_mean' | 'value_q05' | 'value_q95', number>>
  readonly naive_point_touches: number
  readonly N50: number
  readonly N80: number
  readonly P_at_naive: number
  readonly P_at: readonly { readonly N: number; readonly closed: number }[]
}
const { cases } = JSON.parse(readFileSync(new URL('../../../test/vectors/plan-reference.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Vector[]
}

// The reference writes dollars, one sale as a bare number and none as an empty object.
const centsOf = (values: unknown): readonly number[] =>
  (Array.isArray(values) ? values : typeof values === 'number' ? [values] : []).map((value: number) => value * 100)

test.each(cases)('$id: as the reference computes it', ({ input, post, ...expected }) => {
  const rate = saleRateOf({ rate: input.pi, weight: input.m }, { touches: input.touch, sales: input.sales })
  const value = saleValueOf(input.V0 * 100, centsOf(input.vals))
  const shortfall = shortfallOfMoney(input.W * 100, value)
  const chanceAt = (touches: number) => chanceOfReaching(shortfall, [{ rate, touches }])
  const near = (found: number, known: number) => expect(Math.abs(found - known)).toBeLessThan(1e-9)

  near(rate.a, post.a)
  near(rate.b, post.b)
  near(meanRate(rate), post.mean)
  near(rateAt(0.05, rate), post.q05)
  near(rateAt(0.5, rate), post.q50)
  near(rateAt(0.95, rate), post.q95)
  near(meanValue(value) / 100, post.value_mean)
  near(valueAt(0.05, value) / 100, post.value_q05)
  near(valueAt(0.95, value) / 100, post.value_q95)
  for (const { N, closed } of expected.P_at) near(chanceAt(N), closed)
  const naive = (input.W * 100) / (meanRate(rate) * meanValue(value))
  near(naive, expected.naive_point_touches)
  near(chanceAt(Math.ceil(naive)), expected.P_at_naive)
  expect(leastEnough((touches) => chanceAt(touches) >= 0.5, 0, mostTouches)).toBe(expected.N50)
  expect(leastEnough((touches) => chanceAt(touches) >= 0.8, 0, mostTouches)).toBe(expected.N80)
})

test('sixty conversations and two sales: between 16 and 120 conversations per sale', () => {
  expect(touchesPerSale({ a: 3, b: 97 })).toEqual({ from: 16, to: 120 })
  expect(touchesPerSale({ a: 0.5, b: 99.5 })).toEqual({ from: 52, to: null })
})

const aRate = fc.record({ a: fc.double({ min: 0.3, max: 40, noNaN: true }), b: fc.double({ min: 0.3, max: 900, noNaN: true }) })
const aValue = fc.record({ alpha: fc.double({ min: 4, max: 60, noNaN: true }), beta: fc.double({ min: 1000, max: 5_000_000, noNaN: true }) })

test('when sales suffice is the closed form of the reference, for every number of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_000_000 }), aValue, fc.integer({ min: 1, max: 400 }), (wish, value, k) => {
      expect(Math.abs((shortfallOfMoney(wish, value)[k] ?? 0) - betaCdf(wish / (wish + value.beta), k, value.alpha))).toBeLessThan(1e-10)
    }),
  )
})

test('more touches never lower the chance, a larger wish never raises it', () => {
  fc.assert(
    fc.property(aRate, aRate, aValue, fc.nat(2000), fc.nat(2000), fc.integer({ min: 1, max: 1_000_000 }), (rate, other, value, n, more, wish) => {
      const chance = (cents: number, touches: number) =>
        chanceOfReaching(shortfallOfMoney(cents, value), [
          { rate, touches },
          { rate: other, touches: 50 },
        ])
      expect(chance(wish, n + more)).toBeGreaterThanOrEqual(chance(wish, n) - 1e-9)
      expect(chance(wish * 2, n)).toBeLessThanOrEqual(chance(wish, n) + 1e-3)
    }),
    { numRuns: 60 },
  )
})

test('a wish in sales is reached as often as there are that many', () => {
  fc.assert(
    fc.property(aRate, fc.nat(600), fc.integer({ min: 1, max: 60 }), (rate, touches, wish) => {
      const above = betaBinomialPmfs(touches, rate.a, rate.b).reduce((sum, p, k) => (k >= wish ? sum + p : sum), 0)
      expect(Math.abs(chanceOfReaching(shortfallOfSales(wish), [{ rate, touches }]) - above)).toBeLessThan(1e-9)
    }),
  )
})

const totalOf = (all: readonly Touches[]): Float64Array => {
  let total = Float64Array.of(1)
  for (const { rate, touches } of all) {
    const pmf = betaBinomialPmfs(touches, rate.a, rate.b)
    const next = new Float64Array(total.length + touches)
    total.forEach((p, i) => pmf.forEach((q, j) => (next[i + j] = (next[i + j] ?? 0) + p * q)))
    total = next
  }
  return total
}
const plainly = (shortfall: Shortfall, total: Float64Array): number => 1 - total.reduce((sum, p, k) => sum + p * (shortfall[k] ?? 0), 0)

test('several kinds of touch add their sales, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ rate: aRate, touches: fc.nat(120) }), { minLength: 2, maxLength: 4 }), aValue, (all, value) => {
      const shortfall = shortfallOfMoney(200_000, value).slice(0, 256)
      expect(Math.abs(chanceOfReaching(shortfall, all) - plainly(shortfall, totalOf(all)))).toBeLessThan(1e-9)
      expect(Math.abs(chanceOfReaching(shortfall, [...all].reverse()) - chanceOfReaching(shortfall, all))).toBeLessThan(1e-9)
    }),
    { numRuns: 40 },
  )
})

test('thousands of sales taken a few at a time stay within half a point of the exact chance', () => {
  const two = [
    { rate: { a: 15, b: 425 }, touches: 9000 },
    { rate: { a: 3, b: 47 }, touches: 4000 },
  ]
  const total = totalOf(two)
  for (const wish of [300, 480, 560, 900, 1500]) {
    const byCount = shortfallOfSales(wish)
    expect(Math.abs(chanceOfReaching(byCount, two) - plainly(byCount, total))).toBeLessThan(0.005)
    const byMoney = shortfallOfMoney(
      wish * 30_000,
      saleValueOf(
        30_000,
        Array.from({ length: 40 }, () => 30_000),
      ),
    )
    expect(Math.abs(chanceOfReaching(byMoney, two) - plainly(byMoney, total))).toBeLessThan(0.005)
  }
})

test('a wish of nothing is reached, a wish beyond any sale is not, and no touch brings no sale', () => {
  const value = saleValueOf(30_000, [])
  expect(chanceOfReaching(shortfallOfMoney(0, value), [])).toBe(1)
  expect(chanceOfReaching(shortfallOfMoney(-5, value), [])).toBe(1)
  expect(chanceOfReaching(shortfallOfMoney(100, value), [])).toBe(0)
  expect(chanceOfReaching(shortfallOfMoney(100, saleValueOf(0, [])), [{ rate: { a: 1, b: 1 }, touches: 50 }])).toBeLessThan(1e-12)
  expect(leastEnough((n) => chanceOfReaching(shortfallOfMoney(1e12, value), [{ rate: { a: 1, b: 39 }, touches: n }]) >= 0.5, 0, mostTouches)).toBeNull()
  expect(
    chanceOfReaching(
      shortfallOfMoney(
        6e8,
        saleValueOf(
          30_000,
          Array.from({ length: 300 }, () => 30_000),
        ),
      ),
      [{ rate: { a: 90, b: 1 }, touches: 20_000 }],
    ),
  ).toBeLessThan(0.5)
})

test('a refund changes neither the number nor the value of the sales', () => {
  expect(saleValueOf(30_000, [25_000, -25_000])).toEqual(saleValueOf(30_000, [25_000]))
})

test('her own guess replaces the starting belief as it is, and is worth at most twenty touches', () => {
  expect(priorOfGuess({ of: 20, buy: 3 })).toEqual({ rate: 0.15, weight: 20 })
  expect(priorOfGuess({ of: 100, buy: 5 })).toEqual({ rate: 0.05, weight: 20 })
  expect(priorOfGuess({ of: 10, buy: 0 })).toEqual({ rate: 0, weight: 10 })
  expect(priorOfGuess({ of: 10, buy: 10 })).toEqual({ rate: 1, weight: 10 })
  expect(priorOfGuess({ of: 0, buy: 0 })).toBeNull()
  // « Aucune » with nothing sold yet: no number of touches reaches anything; three sales in the log are believed with it.
  const nobody = { rate: 0, weight: 10 }
  expect(touchesPerSale(saleRateOf(nobody, { touches: 30, sales: 0 }))).toEqual({ from: 20_000, to: null })
  expect(chanceOfReaching(shortfallOfSales(1), [{ rate: saleRateOf(nobody, { touches: 30, sales: 0 }), touches: 500 }])).toBe(0)
  expect(saleRateOf(nobody, { touches: 30, sales: 3 })).toEqual({ a: 3, b: 37 })
})

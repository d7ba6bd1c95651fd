import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, differenceOf, rateOf } from './rate.ts'

type Reference = Readonly<Record<'x' | 'n' | 'wilson_lo' | 'wilson_hi' | 'jeffreys_lo' | 'jeffreys_hi', number>>
const vectors = JSON.parse(readFileSync(new URL('../../../test/vectors/proportion-vectors.json', import.meta.url), 'utf8')) as readonly Reference[]

test.each(vectors)('$x out of $n is shown with the limits of the reference', ({ x, n, wilson_lo, wilson_hi, jeffreys_lo, jeffreys_hi }) => {
  const rate = rateOf(x, n)
  expect(rate).toMatchObject({ count: x, n, rate: x / n })
  for (const [made, wanted] of [
    [rate.wilson.lower, wilson_lo],
    [rate.wilson.upper, wilson_hi],
    [rate.jeffreys.lower, jeffreys_lo],
    [rate.jeffreys.upper, jeffreys_hi],
  ] as const) {
    expect(made).toBeCloseTo(wanted, 10)
  }
})

test('nothing out of nothing is no rate, and could be anything', () => {
  expect(rateOf(0, 0)).toMatchObject({ n: 0, rate: null, wilson: { lower: 0, upper: 1 } })
})

test('two kinds of which one has been tried nineteen times are not compared yet', () => {
  const difference = differenceOf({ name: 'phone', count: 15, n: 19 }, { name: 'email', count: 0, n: 400 })
  expect(difference).toMatchObject({ verdict: 'too-few', difference: null, limits: null, n: [19, 400] })
})

test('a difference is clear only when its limits leave zero out', () => {
  const phone = { name: 'phone', count: 56, n: 70 }
  const email = { name: 'email', count: 48, n: 80 }
  const difference = differenceOf(phone, email)
  // Newcombe (1998), example (a): 56/70 against 48/80, method 10 gives 0.0524 to 0.3339.
  expect(difference.limits?.lower).toBeCloseTo(0.0524, 4)
  expect(difference.limits?.upper).toBeCloseTo(0.3339, 4)
  expect(difference).toMatchObject({ verdict: 'first-higher', level: 0.95 })
  expect(differenceOf(email, phone).verdict).toBe('second-higher')
  expect(differenceOf(phone, { name: 'text', count: 45, n: 60 }).verdict).toBe('no-clear-difference')
})

test('with five compared at once the limits widen to 99 %, and small groups do not count among the five', () => {
  const groups = ['a', 'b', 'c', 'd'].map((name) => ({ name, count: 10, n: 40 }))
  const small = { name: 'z', count: 3, n: 19 }
  expect(compare([...groups, small])).toMatchObject({ level: 0.95 })
  const five = compare([...groups, { ...small, n: 20 }])
  expect(five.level).toBe(0.99)
  expect(five.differences).toHaveLength(10)
  expect(compare([...groups, small]).differences).toHaveLength(6)
  expect(compare([...groups, small]).rates).toHaveLength(5)
})

const anyGroups = fc.uniqueArray(
  fc.record({ name: fc.string({ minLength: 1, maxLength: 4 }), n: fc.integer({ min: 0, max: 80 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { selector: ({ name }) => name, maxLength: 7 },
)

test('a comparison does not depend on the order, and turning a pair round turns its sign', () => {
  fc.assert(
    fc.property(anyGroups, (drawn) => {
      const groups = drawn.map(({ name, n, share }) => ({ name, n, count: Math.floor(n * share) }))
      expect(compare([...groups].reverse())).toEqual(compare(groups))
      const [first, second] = groups
      if (!first || !second) return
      const there = differenceOf(first, second)
      const back = differenceOf(second, first)
      if (there.limits && back.limits) expect(there.limits.lower).toBeCloseTo(-back.limits.upper, 12)
      expect((there.difference ?? 0) + (back.difference ?? 0)).toBeCloseTo(0, 12)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysNeeded, minutesEach, usableMinutes } from './capacity.ts'
import { mixOf, type MixLine } from './mix.ts'
import { newPeopleFor, salesFromPool, shapeOf, touchesWithin } from './pool.ts'

const aLine = (over: Partial<MixLine> = {}): MixLine => ({ id: 'calls', worth: 0.01, minutesEach: 6, minimum: 0, most: null, ...over })
const lines = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    worth: fc.constantFrom(0, 0.001, 0.004, 0.02),
    minutesEach: fc.constantFrom(3, 6, 12.5, 60),
    minimum: fc.nat(20),
    most: fc.option(fc.nat(200)),
  }),
  { minLength: 1, maxLength: 5 },
)
const minutesOf = (all: readonly MixLine[], mix: readonly number[]): number =>
  mix.reduce((sum, count, place) => sum + count * (all[place]?.minutesEach ?? 0), 0)

test('one kind of activity takes all the minutes', () => {
  expect(mixOf([aLine()], 600)).toEqual([100])
})

test('the best worth per minute comes first, and never takes more than 60 % of the minutes', () => {
  expect(mixOf([aLine(), aLine({ id: 'clients', worth: 0.02 })], 600)).toEqual([40, 60])
})

test('each keeps its minimum, a post too', () => {
  const all = [aLine({ worth: 0.001, minimum: 10 }), aLine({ id: 'clients', worth: 0.02 }), aLine({ id: 'post', worth: 0, minutesEach: 20, minimum: 3 })]
  expect(mixOf(all, 600)).toEqual([30, 60, 3])
})

test('when everyone of the others was called, the one that is left goes further', () => {
  expect(mixOf([aLine({ worth: 0.02, most: 20 }), aLine({ id: 'strangers' })], 600)).toEqual([20, 80])
})

test('when nobody is left to call, minutes stay free', () => {
  expect(mixOf([aLine({ most: 20 })], 600)).toEqual([20])
})

test('too few minutes cut the minimums in proportion', () => {
  expect(mixOf([aLine({ minimum: 100 }), aLine({ id: 'b', minimum: 50 })], 450)).toEqual([50, 25])
})

test('more minutes never mean fewer of anything, and never more minutes than there are', () => {
  fc.assert(
    fc.property(lines, fc.nat(5000), fc.nat(500), (all, minutes, more) => {
      const [less, fuller] = [mixOf(all, minutes), mixOf(all, minutes + more)]
      less.forEach((count, place) => expect(fuller[place]).toBeGreaterThanOrEqual(count))
      expect(minutesOf(all, less)).toBeLessThanOrEqual(minutes + 1e-6)
      less.forEach((count, place) => expect(count).toBeLessThanOrEqual(all[place]?.most ?? Infinity))
    }),
  )
})

test('minutes of an activity start at the usual ones and follow those that were timed', () => {
  expect(minutesEach(15, undefined)).toBe(15)
  expect(minutesEach(15, { n: 5, minutes: 100 })).toBe(17.5)
  expect(minutesEach(3, { n: 1, minutes: 0 })).toBe(2.5)
})

test('a plan may fill 85 % of the hours, and says how many days it takes', () => {
  expect(usableMinutes(120, 5)).toBe(510)
  expect([usableMinutes(-10, 5), usableMinutes(120, -1)]).toEqual([0, 0])
  expect([daysNeeded(510, 120), daysNeeded(511, 120), daysNeeded(0, 0), daysNeeded(10, 0)]).toEqual([5, 6, 0, null])
})

test('people are touched six times at most, and the rest is new people to find', () => {
  expect(touchesWithin(50)).toBe(300)
  expect([newPeopleFor(300, 50), newPeopleFor(301, 50), newPeopleFor(540, 50), newPeopleFor(10, 0)]).toEqual([0, 1, 40, 2])
})

test('strangers answer less and less, people who know one best at the third', () => {
  expect(shapeOf('unknown')).toEqual([1, 0.89, 0.72, 0.58, 0.4, 0.37])
  for (const kind of ['met', 'inquiry', 'client', 'referral', 'meeting'] as const) expect(shapeOf(kind)).toEqual([0.5, 1, 1.1, 1, 0.7, 0.5])
})

test('a pool sells by what is left of it at each touch', () => {
  const still = [1, 0.89, 0.72, 0.58, 0.4, 0.37].reduce((open, shape) => open * (1 - 0.05 * shape), 1)
  expect(salesFromPool(200, 0.05, 'unknown')).toBeCloseTo(200 * (1 - still), 10)
  expect([salesFromPool(0, 0.05, 'met'), salesFromPool(100, 0, 'met')]).toEqual([0, 0])
  expect(salesFromPool(100, 1, 'met')).toBeLessThanOrEqual(100)
})

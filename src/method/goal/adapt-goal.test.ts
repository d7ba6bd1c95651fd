import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asDay, type Day } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/schedule.ts'
import { adaptGoal, adaptingDays, boldness, firstGoal, mayOfferGoal } from './adapt-goal.ts'

type Vector = {
  readonly counts: readonly number[]
  readonly current: number
  readonly args: { readonly p?: number; readonly hi?: number }
  readonly percentile_value: number | null
  readonly goal: number
  readonly reason: string
}
const vectors = (
  JSON.parse(readFileSync(new URL('../../../test/vectors/algorithm-vectors.json', import.meta.url), 'utf8')) as { readonly goal: readonly Vector[] }
).goal

test.each(vectors)('days of $counts under a goal of $current suggest $goal', ({ counts, current, args, percentile_value, goal, reason }) => {
  const rules = { ...(args.p === undefined ? {} : { percentile: args.p }), ...(args.hi === undefined ? {} : { most: args.hi }) }
  expect(adaptGoal(counts, current, rules)).toMatchObject({ goal, usual: percentile_value, reason: reason.replaceAll('_', '-') })
})

const someDays = fc.array(fc.nat(60), { maxLength: 30 })
const aGoal = fc.integer({ min: 3, max: 100 })

test('a suggestion is always within a tenth of the current goal', () => {
  fc.assert(
    fc.property(someDays, aGoal, fc.constantFrom(...Object.values(boldness)), (counts, current, percentile) => {
      const { goal } = adaptGoal(counts, current, { percentile })
      expect(Math.abs(goal - current)).toBeLessThanOrEqual(Math.max(1, Math.floor(current / 10 + 0.5)))
      expect(goal).toBeGreaterThanOrEqual(3)
      expect(Number.isInteger(goal)).toBe(true)
    }),
  )
})

test('someone who does the same every day keeps that goal', () => {
  fc.assert(
    fc.property(aGoal, fc.integer({ min: 0, max: 25 }), (same, days) => {
      expect(
        adaptGoal(
          Array.from({ length: days }, () => same),
          same,
        ).goal,
      ).toBe(same)
    }),
  )
})

test('the order of equal days changes nothing, nor do days before the last ten', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 5, maxLength: 10 }), someDays, aGoal, (counts, older, current) => {
      expect(adaptGoal([...counts].reverse(), current)).toEqual(adaptGoal(counts, current))
      const ten = Array.from({ length: 10 }, (_, place) => counts[place % counts.length] ?? 0)
      expect(adaptGoal([...older, ...ten], current)).toEqual(adaptGoal(ten, current))
    }),
  )
})

test('nothing goes over what she or her hours allow', () => {
  fc.assert(
    fc.property(someDays, aGoal, fc.integer({ min: 3, max: 100 }), (counts, current, most) => {
      const { goal, reason } = adaptGoal(counts, current, { most })
      if (reason !== 'too-few-days') expect(goal).toBeLessThanOrEqual(Math.max(most, 3))
    }),
  )
})

const monday = asDay('2026-11-23')
const working: WorkCalendar = { schedules: [], daysOff: [] }

test('today, free days and days that she declared light are not read', () => {
  const results = [
    { day: addDays(monday, -4), goal: 20, done: 12 },
    { day: addDays(monday, -5), goal: 20, done: 15 },
    { day: addDays(monday, -3), goal: 20, done: 2 },
    { day: addDays(monday, -2), goal: null, done: 30 },
    { day: monday, goal: 20, done: 40 },
  ]
  expect(adaptingDays(results, monday, new Set([addDays(monday, -3)]))).toEqual([15, 12])
  fc.assert(
    fc.property(fc.nat(99), (done) => {
      expect(adaptingDays([{ day: monday, goal: 20, done }], monday)).toEqual([])
    }),
  )
})

test('one begins with seven tenths of what one thinks, and with three at least', () => {
  expect([20, 5, 15, 2, 0].map(firstGoal)).toEqual([14, 4, 11, 3, 3])
})

const offered = (offeredOn: string | null, refusedOn: string | null, today: string, calendar = working) =>
  mayOfferGoal({ offeredOn: offeredOn as Day | null, refusedOn: refusedOn as Day | null }, calendar, asDay(today))

test('a change is offered on the first working day of the week only', () => {
  expect(offered(null, null, '2026-11-23')).toBe(true)
  for (const day of ['2026-11-22', '2026-11-24', '2026-11-27', '2026-11-28']) expect(offered(null, null, day)).toBe(false)
  // Labour Day is a Monday: the week begins on the Tuesday.
  expect([offered(null, null, '2026-09-07'), offered(null, null, '2026-09-08'), offered(null, null, '2026-09-09')]).toEqual([false, true, false])
})

test('it is offered once a week at most', () => {
  expect(offered('2026-11-23', null, '2026-11-23')).toBe(false)
  expect(offered('2026-11-20', null, '2026-11-23')).toBe(true)
  expect(offered('2026-11-16', null, '2026-11-23')).toBe(true)
})

test('after a refusal it keeps silent for two weeks', () => {
  expect(offered('2026-11-09', '2026-11-09', '2026-11-16')).toBe(false)
  expect(offered('2026-11-09', '2026-11-09', '2026-11-23')).toBe(true)
  expect(offered('2026-11-10', '2026-11-10', '2026-11-23')).toBe(false)
})

test('a week without a working day offers nothing', () => {
  const away: WorkCalendar = {
    schedules: [],
    daysOff: [{ id: 'v', memberId: 'm', from: asDay('2026-11-23'), to: asDay('2026-11-29'), kind: 'vacation', removed: false }],
  }
  for (let ahead = 0; ahead < 7; ahead += 1) expect(offered(null, null, addDays(monday, ahead), away)).toBe(false)
})

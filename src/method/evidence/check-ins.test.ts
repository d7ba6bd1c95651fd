import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asDay, type Day } from '../calendar/day.ts'
import type { Level } from '../day/day-page.ts'
import { checkInLinks, lighterGoal, offersLighterDay, withoutHabits, type CheckIn } from './check-ins.ts'
import { correlation, daysToSee, ranksOf } from './correlation.ts'

type Example = Readonly<Record<'energy' | 'activities' | 'lag1' | 'ci', readonly number[]>> & { readonly spearman: number; readonly n_eff: number }
const { checkin_example: example, sample_size_for_correlation: sizes } = JSON.parse(
  readFileSync(new URL('../../../test/vectors/algorithm-vectors.json', import.meta.url), 'utf8'),
) as { readonly checkin_example: Example; readonly sample_size_for_correlation: readonly { readonly r: number; readonly n_80pct_power: number }[] }

test('energy and activities of the example are tied as the reference says', () => {
  const { n, rho, lag1, effective, limits } = correlation(example.energy, example.activities)
  expect(n).toBe(40)
  for (const [made, wanted] of [
    [rho, example.spearman],
    [lag1[0], example.lag1[0]],
    [lag1[1], example.lag1[1]],
    [effective, example.n_eff],
    [limits?.lower, example.ci[0]],
    [limits?.upper, example.ci[1]],
  ] as const) {
    expect(made).toBeCloseTo(wanted ?? NaN, 10)
  }
})

test.each(sizes)('a correlation of $r shows after $n_80pct_power days, four times out of five', ({ r, n_80pct_power }) => {
  expect(daysToSee(r)).toBe(n_80pct_power)
})

test('ties share their rank, and a side that never varies has no correlation', () => {
  expect(ranksOf([10, 20, 10, 5])).toEqual([2.5, 4, 2.5, 1])
  expect(correlation([3, 3, 3, 3], [1, 2, 3, 4])).toMatchObject({ rho: null, limits: null })
  expect(correlation([], [])).toMatchObject({ n: 0, rho: null, limits: null })
})

const monday = asDay('2026-03-02')
const days = (count: number): readonly Day[] => Array.from({ length: count }, (_, place) => addDays(monday, place))

test('the habit of each weekday and a slow change of season are taken off', () => {
  const all = days(70)
  const habit = all.map((_, place) => [9, 7, 5, 5, 3, 0, 0][place % 7] ?? 0)
  expect(withoutHabits(all, habit).every((value) => Math.abs(value) < 1e-12)).toBe(true)
  const risen = withoutHabits(
    all,
    habit.map((value, place) => value + (place >= 35 ? 20 : 0)),
  )
  expect(Math.abs(risen[69] ?? NaN)).toBeLessThan(1e-12)
})

const energyOf = (place: number): Level => ((((place * 7) % 11) % 5) + 1) as Level
const linked = (count: number) => {
  const all = days(count)
  return {
    checkIns: all.map((day, place): CheckIn => ({ day, energy: energyOf(place), confidence: null })),
    done: new Map(all.map((day, place) => [day, energyOf(place) * 3 + (place % 3)])),
  }
}

test('the days with more energy are days with more activities: said from thirty days on, never before', () => {
  const { checkIns, done } = linked(30)
  expect(checkInLinks(checkIns, done)[0]).toMatchObject({ name: 'energy-and-activities', n: 30, verdict: 'link-more' })
  const fewer = linked(29)
  expect(checkInLinks(fewer.checkIns, fewer.done)[0]).toMatchObject({ n: 29, verdict: 'too-few-days' })
})

test('with three different values only, no link is visible however strong', () => {
  const { checkIns, done } = linked(60)
  const flat = checkIns.map((each) => ({ ...each, energy: Math.min(3, each.energy ?? 1) as Level }))
  expect(checkInLinks(flat, done)[0]?.verdict).toBe('no-visible-link')
})

test('confidence is read against the activities of the day before, and only where both are known', () => {
  const { done } = linked(60)
  const checkIns = days(60).map((day, place): CheckIn => ({ day, energy: null, confidence: place === 0 ? 3 : energyOf(place - 1) }))
  expect(checkInLinks(checkIns, done)[1]).toMatchObject({ name: 'activities-then-confidence', n: 59, verdict: 'link-more' })
  expect(checkInLinks(checkIns, done)[0]?.n).toBe(0)
})

test('the links do not depend on the order in which the days were written', () => {
  const levels = fc.constantFrom<Level | null>(null, 1, 2, 3, 4, 5)
  fc.assert(
    fc.property(fc.array(fc.record({ energy: levels, confidence: levels, count: fc.nat(20) }), { maxLength: 50 }), (told) => {
      const all = days(told.length)
      const checkIns = told.map(({ energy, confidence }, place): CheckIn => ({ day: all[place] as Day, energy, confidence }))
      const done = new Map(told.map(({ count }, place) => [all[place] as Day, count]))
      expect(checkInLinks([...checkIns].reverse(), done)).toEqual(checkInLinks(checkIns, done))
    }),
  )
})

const calendar = { schedules: [], daysOff: [] }
const felt = (...told: readonly (readonly [string, Level])[]): readonly CheckIn[] =>
  told.map(([day, energy]) => ({ day: asDay(day), energy, confidence: null }))

test('three days in a row without energy offer a lighter goal, a weekend between them or not', () => {
  const tired = felt(['2026-11-19', 2], ['2026-11-20', 1], ['2026-11-23', 2])
  expect(offersLighterDay(tired, asDay('2026-11-23'), calendar)).toBe(true)
  expect(offersLighterDay(tired.slice(1), asDay('2026-11-23'), calendar)).toBe(false)
  expect(offersLighterDay([...tired.slice(0, 2), ...felt(['2026-11-23', 3])], asDay('2026-11-23'), calendar)).toBe(false)
  expect(offersLighterDay(tired, asDay('2026-11-24'), calendar)).toBe(false)
  expect(offersLighterDay([], asDay('2026-11-24'), calendar)).toBe(false)
})

test('a lighter goal is seven tenths of the usual one', () => {
  expect([20, 5, 1].map(lighterGoal)).toEqual([14, 4, 1])
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aGoal, anActivity } from '#test/a-day.ts'
import type { Activity } from '../activity/activity.ts'
import { addDays, asDay, asInstant, daysFrom, type Day } from '../calendar/day.ts'
import { defaultSchedule, type WorkCalendar } from '../calendar/schedule.ts'
import { dayResults, type DayResult } from '../day/day-results.ts'
import { afterDay, noStreak, reserveOfWeek, streakOf, type StreakRules } from './streak.ts'

type Vector = {
  readonly name: string
  readonly days: readonly (readonly [Day, number | null, number])[]
  readonly today: Day | null
  readonly R: number
  readonly trace: readonly (readonly [Day, string, number, number])[]
  readonly streak: number
  readonly best: number
  readonly won: number
  readonly counted: number
}
const { streak: vectors } = JSON.parse(readFileSync(new URL('../../../test/vectors/algorithm-vectors.json', import.meta.url), 'utf8')) as {
  readonly streak: readonly Vector[]
}
const resultsOf = (days: Vector['days']): readonly DayResult[] => days.map(([day, goal, done]) => ({ day, goal, done }))
const one: StreakRules = { today: null, reserveOf: () => 1 }

test('there are eight vectors', () => expect(vectors).toHaveLength(8))

test.each(vectors)('$name', ({ days, today, R, trace, streak, best, won, counted }) => {
  const made = streakOf(resultsOf(days), { today, reserveOf: () => R })
  expect(made.trace.map(({ day, state, streak, reserve }) => [day, state, streak, reserve])).toEqual(trace)
  expect(made).toMatchObject({ streak, best, won, counted })
})

test('someone who works seven days a week has two days in reserve, everyone else one', () => {
  const everyDay = { ...defaultSchedule, id: 's', memberId: 'nadia', effectiveFrom: asDay('2026-03-01'), weekdays: [1, 2, 3, 4, 5, 6, 7] }
  const reserveOf = reserveOfWeek({ schedules: [everyDay], daysOff: [] })
  expect([reserveOf(asDay('2026-02-23')), reserveOf(asDay('2026-03-02'))]).toEqual([1, 2])
})

test('seventeen of the last twenty days, whatever the days off between them', () => {
  const days = daysFrom(asDay('2026-09-01'), asDay('2026-10-31'))
  const results = days.map((day, place): DayResult => ({ day, goal: place % 3 === 2 ? null : 5, done: [36, 45, 55].includes(place) ? 1 : 6 }))
  expect(streakOf(results, one).lastDays).toEqual({ won: 17, counted: 20 })
  expect(streakOf(results.slice(0, 4), one).lastDays).toEqual({ won: 3, counted: 3 })
})

test('the reserve of this week says which day it kept', () => {
  const { days } = vectors[1] as Vector
  expect(streakOf(resultsOf(days.slice(0, 5)), one)).toMatchObject({ reserve: 0, keptByReserve: ['2026-03-04'] })
  expect(streakOf(resultsOf(days), one)).toMatchObject({ reserve: 1, keptByReserve: [] })
})

const from = asDay('2026-11-02')
const anyResults = fc
  .array(fc.record({ goal: fc.constantFrom(null, 3, 5), done: fc.integer({ min: 0, max: 7 }) }), { maxLength: 60 })
  .map((days) => days.map((each, place): DayResult => ({ day: addDays(from, place), ...each })))

test('the streak is the same in whatever order the days are told', () => {
  fc.assert(
    fc.property(anyResults, (results) => {
      expect(streakOf([...results].reverse(), one)).toEqual(streakOf(results, one))
    }),
  )
})

test('recomputing from the first day and going on from any day before give the same standing', () => {
  fc.assert(
    fc.property(anyResults, fc.nat(60), (results, cut) => {
      const standing = (days: readonly DayResult[], start = noStreak) => days.reduce((before, day) => afterDay(before, day, one).standing, start)
      expect(standing(results.slice(cut), standing(results.slice(0, cut)))).toEqual(standing(results))
      expect(streakOf(results, one)).toMatchObject(standing(results))
    }),
  )
})

test('a streak never exceeds the days won, and more done never takes a day won away', () => {
  fc.assert(
    fc.property(anyResults, fc.nat(59), (results, place) => {
      const before = streakOf(results, one)
      expect(before.streak).toBeLessThanOrEqual(before.best)
      expect(before.best).toBeLessThanOrEqual(before.won)
      expect(before.won).toBeLessThanOrEqual(before.counted)
      const more = streakOf(
        results.map((day, at) => (at === place ? { ...day, done: day.done + 9 } : day)),
        one,
      )
      expect(more.won).toBeGreaterThanOrEqual(before.won)
      expect(more.counted).toBe(before.counted)
    }),
  )
})

test('free days anywhere leave the streak as it is', () => {
  fc.assert(
    fc.property(anyResults, (results) => {
      const worked = results.filter(({ goal }) => goal !== null)
      const { streak, best, won, counted } = streakOf(results, one)
      expect(streakOf(worked, one)).toMatchObject({ streak, best, won, counted })
    }),
  )
})

const calendar: WorkCalendar = {
  schedules: [],
  daysOff: [{ id: 'v', memberId: 'nadia', from: asDay('2026-11-11'), to: asDay('2026-11-17'), kind: 'vacation', removed: false }],
}
const rules = { goals: [aGoal({ target: 2 })], calendar, canonical: (id: string) => id }
const to = asDay('2026-11-27')
const streakFrom = (activities: readonly Activity[]) => streakOf(dayResults(activities, rules, from, to), { today: to, reserveOf: reserveOfWeek(calendar) })
const call = (id: string, day: Day): Activity => anActivity({ id, contactIds: [id], occurredAt: asInstant(Date.parse(`${day}T15:00:00.000Z`)) })
const worked = daysFrom(from, to).filter((day) => ![6, 7].includes(new Date(`${day}T12:00Z`).getUTCDay() || 7))

test('a streak goes through a vacation', () => {
  const activities = worked.filter((day) => day < '2026-11-11' || day > '2026-11-17').flatMap((day) => [call(`${day}a`, day), call(`${day}b`, day)])
  expect(streakFrom(activities)).toMatchObject({ streak: 15, counted: 15 })
})

const twice = (day: Day, name = day as string) => [call(`${name} a`, day), call(`${name} b`, day)]

test('a late entry repairs the streak that its absence broke', () => {
  const missed = [asDay('2026-11-04'), asDay('2026-11-05')]
  const told = worked.filter((day) => !missed.includes(day) && (day < '2026-11-11' || day > '2026-11-17')).flatMap((day) => twice(day))
  expect(streakFrom(told)).toMatchObject({ streak: 11, won: 13 })
  expect(streakFrom([...told, ...twice(asDay('2026-11-05'), 'late')])).toMatchObject({ streak: 14, won: 14 })
  expect(streakFrom([...told, ...missed.flatMap((day) => twice(day, `late ${day}`))])).toMatchObject({ streak: 15, won: 15 })
})

test('a win told late can spend the reserve of its week: the days won never fall, the streak may', () => {
  const wednesday = twice(asDay('2026-11-25'))
  expect(streakFrom(wednesday)).toMatchObject({ streak: 1, won: 1 })
  expect(streakFrom([...wednesday, ...twice(asDay('2026-11-20'))])).toMatchObject({ streak: 0, won: 2 })
})

test('the streak is the same in whatever order the calls arrive, and a late one never takes a day won away', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...worked), { maxLength: 60 }), fc.constantFrom(...worked), (days, late) => {
      const calls = days.map((day, place) => call(`c${place}`, day))
      const entries = twice(late, 'late')
      const repaired = streakFrom([...calls, ...entries])
      expect(streakFrom([...entries, ...calls].reverse())).toEqual(repaired)
      expect(repaired.won).toBeGreaterThanOrEqual(streakFrom(calls).won)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asDay } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/schedule.ts'
import { endOf, perWeek, perWorkingDay, workingDaysIn, type TimeUnit } from './period.ts'

const monday = asDay('2026-11-23')
const usual: WorkCalendar = { schedules: [], daysOff: [] }
const away: WorkCalendar = {
  schedules: [],
  daysOff: [{ id: 'v', memberId: 'nadia', from: asDay('2027-07-05'), to: asDay('2027-07-30'), kind: 'vacation', removed: false }],
}

test('a day is a day, and a week, a month or a year is an ordinary one of the year ahead', () => {
  const every = (unit: TimeUnit, calendar = usual) => workingDaysIn({ type: 'every', unit }, calendar, monday)
  expect(every('day')).toBe(1)
  // 261 weekdays and eight holidays, one of them (Canada Day 2027) on a weekday like the others.
  expect(every('year')).toBe(253)
  expect(every('month')).toBeCloseTo(253 / 12, 10)
  expect(every('week')).toBeCloseTo((253 * 7) / 365, 10)
  expect(every('year', away)).toBe(233)
})

test('a period that ends counts its own working days, holidays off', () => {
  expect(endOf({ type: 'within', count: 3, unit: 'month' }, monday)).toBe('2027-02-22')
  expect(endOf({ type: 'within', count: 2, unit: 'week' }, monday)).toBe('2026-12-06')
  expect(endOf({ type: 'within', count: 1, unit: 'year' }, monday)).toBe('2027-11-22')
  expect(workingDaysIn({ type: 'within', count: 2, unit: 'week' }, usual, monday)).toBe(10)
  expect(workingDaysIn({ type: 'until', day: asDay('2026-12-25') }, usual, monday)).toBe(24)
  expect(workingDaysIn({ type: 'until', day: asDay('2026-11-22') }, usual, monday)).toBe(0)
})

test('people of a period become people per working day, rounded up', () => {
  expect(perWorkingDay(309, { type: 'every', unit: 'month' }, usual, monday)).toBe(15)
  expect(perWorkingDay(309, { type: 'every', unit: 'month' }, away, monday)).toBe(16)
  expect(perWorkingDay(20, { type: 'every', unit: 'day' }, usual, monday)).toBe(20)
  expect(perWorkingDay(240, { type: 'until', day: asDay('2026-12-25') }, usual, monday)).toBe(10)
  expect(perWorkingDay(5, { type: 'until', day: asDay('2026-11-22') }, usual, monday)).toBeNull()
})

test('twenty a day is some ninety-seven in an ordinary week', () => {
  expect(perWeek(20, usual, monday)).toBe(97)
})

test('what is asked per working day is enough for the period, and one less is not', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.constantFrom<TimeUnit>('day', 'week', 'month', 'year'), (activities, unit) => {
      const period = { type: 'every', unit } as const
      const days = workingDaysIn(period, usual, monday)
      const perDay = perWorkingDay(activities, period, usual, monday) ?? 0
      expect(perDay * days).toBeGreaterThanOrEqual(activities - 1e-6)
      expect((perDay - 1) * days).toBeLessThan(Math.max(activities, 1e-9))
    }),
  )
})

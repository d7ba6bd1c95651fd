import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asDay, daysBetween } from './day.ts'
import { addMonths, lengthOfMonth } from './months.ts'

test('a month later is the same date, or the last one that the month has', () => {
  const cases = [
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-11-23', 2, '2027-01-23'],
    ['2026-08-31', -6, '2026-02-28'],
    ['2024-08-31', -6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -24, '2022-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ] as const
  for (const [day, count, later] of cases) expect(addMonths(asDay(day), count)).toBe(later)
})

test('months have their length, leap years included', () => {
  expect(['2026-02-10', '2028-02-29', '2026-04-01', '2026-12-31'].map((day) => lengthOfMonth(asDay(day)))).toEqual([28, 29, 30, 31])
})

test('months add up as years do, and never leave the month that is meant', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15_000 }), fc.integer({ min: -60, max: 60 }), (days, count) => {
      const day = addDays(asDay('2010-01-01'), days)
      const later = addMonths(day, count)
      const months = (Number(later.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(later.slice(5, 7)) - Number(day.slice(5, 7))
      expect(months).toBe(count)
      expect(Math.abs(daysBetween(day, later) - count * 30.44)).toBeLessThan(4)
    }),
  )
})

test('months of a day at the ends of what years can be written stop there', () => {
  const cases = [
    ['9999-12-31', 24, '9999-12-31'],
    ['9998-12-31', 24, '9999-12-31'],
    ['9997-12-31', 24, '9999-12-31'],
    ['0001-06-01', -24, '0001-01-01'],
    ['0024-05-12', 6, '0024-11-12'],
  ] as const
  for (const [day, count, later] of cases) expect(addMonths(asDay(day), count)).toBe(later)
})

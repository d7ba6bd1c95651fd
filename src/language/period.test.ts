import { expect, test } from 'vitest'
import { asDay } from '#method/calendar/day.ts'
import { challengeDates } from './challenge.ts'
import { firstDayOfSpan, periodTitle } from './period.ts'

const day = asDay

test('a span says its month once, and its year once', () => {
  expect(firstDayOfSpan(day('2026-11-16'), day('2026-11-22'), 'fr')).toBe('16')
  expect(firstDayOfSpan(day('2026-12-01'), day('2026-12-07'), 'fr')).toBe('1er')
  expect(firstDayOfSpan(day('2026-11-30'), day('2026-12-06'), 'fr')).toBe('30 novembre')
  expect(firstDayOfSpan(day('2026-12-28'), day('2027-01-03'), 'fr')).toBe('28 décembre 2026')
  expect(firstDayOfSpan(day('2026-11-16'), day('2026-11-22'), 'en')).toBe('November 16')
})

test('weeks and challenges are named so', () => {
  expect(periodTitle('week', day('2026-11-16'), day('2026-11-22'), 'fr')).toBe('Semaine du 16 au 22 novembre 2026')
  expect(periodTitle('week', day('2026-12-28'), day('2027-01-03'), 'en')).toBe('Week of December 28, 2026 to January 3, 2027')
  expect(challengeDates({ from: day('2026-11-02'), to: day('2026-11-30') }, 'fr')).toBe('Du 2 au 30 novembre 2026')
  expect(challengeDates({ from: day('2026-11-02'), to: day('2026-12-01') }, 'en')).toBe('From November 2 to December 1, 2026')
})

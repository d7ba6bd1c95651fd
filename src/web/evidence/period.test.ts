import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asDay } from '#method/calendar/day.ts'
import { periodDays, type Period } from './period.ts'

const today = asDay('2026-11-23')

test('the present period goes on; those before end, whole', () => {
  expect(periodDays('week', 0, today, 'monday')).toEqual({ from: '2026-11-23', to: null })
  expect(periodDays('week', 1, today, 'monday')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(periodDays('week', 1, today, 'sunday')).toEqual({ from: '2026-11-15', to: '2026-11-21' })
  expect(periodDays('month', 9, today, 'sunday')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(periodDays('month', 11, today, 'sunday')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  expect(periodDays('year', 2, today, 'sunday')).toEqual({ from: '2024-01-01', to: '2024-12-31' })
})

test('each period ends the day before the next begins: no day is told twice, and none is missed', () => {
  fc.assert(
    fc.property(fc.constantFrom<Period>('week', 'month', 'year'), fc.integer({ min: 1, max: 60 }), fc.nat(800), (period, back, later) => {
      const day = addDays(today, later)
      const { to } = periodDays(period, back, day, 'sunday')
      expect(addDays(to ?? day, 1)).toBe(periodDays(period, back - 1, day, 'sunday').from)
    }),
  )
})

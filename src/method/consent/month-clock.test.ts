import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asDay, type Day } from '../calendar/day.ts'
import { addMonths } from '../calendar/months.ts'
import { firstBlockedDay } from './month-clock.ts'

const aDay = fc.integer({ min: 0, max: 365 * 30 }).map((days) => addDays(asDay('2010-01-01'), days))
const months = fc.constantFrom(6, 12, 18, 24, 36)

/** Interpretation Act, s.28, read word for word: count back from the day of the message, which is out; the same number or the last day of the month is in. */
const isInLiteralWindow = (fact: Day, message: Day, count: number): boolean => addMonths(message, -count) <= fact && fact < message

test('of the two ways of counting months the product keeps the earlier, one day before', () => {
  fc.assert(
    fc.property(aDay, months, (fact, count) => {
      const blocked = firstBlockedDay(fact, count)
      let lastLiteral = addDays(blocked, -5)
      while (isInLiteralWindow(fact, addDays(lastLiteral, 1), count)) lastLiteral = addDays(lastLiteral, 1)
      expect(blocked <= lastLiteral).toBe(true)
    }),
  )
})

test.each([
  ['2024-11-23', 24, '2026-11-23'],
  ['2024-02-29', 24, '2026-02-28'],
  ['2024-02-29', 18, '2025-08-29'],
  ['2026-02-12', 6, '2026-08-12'],
  ['2026-02-28', 6, '2026-08-28'],
  ['2026-08-29', 6, '2027-02-28'],
  ['2026-08-30', 6, '2027-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-31', 6, '2027-06-30'],
  ['2025-05-23', 18, '2026-11-23'],
])('a fact of %s no longer carries %i months later, on %s', (fact, count, expected) => {
  expect(firstBlockedDay(asDay(fact), count)).toBe(expected)
})

test('a later fact never carries less far', () => {
  fc.assert(
    fc.property(aDay, fc.nat(400), months, (day, after, count) => {
      expect(firstBlockedDay(addDays(day, after), count) >= firstBlockedDay(day, count)).toBe(true)
    }),
  )
})

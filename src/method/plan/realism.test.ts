import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOfGoal, realismOf, weekAhead } from './realism.ts'

test('seven chances in ten is realistic, four ambitious, less is to revise', () => {
  expect([0.7, 0.69, 0.4, 0.39, 0, 1].map(realismOf)).toEqual(['realistic', 'ambitious', 'ambitious', 'to-revise', 'to-revise', 'realistic'])
})

test('before any day is known, the week ahead is the usual one, and wide', () => {
  const week = weekAhead([], 20, 3, 5)
  const day = 20 + 20 ** 2 / 3
  expect(week.mean).toBe(100)
  expect(week.mean + week.mean ** 2 / week.size).toBeCloseTo(1.5 * 5 * day + (25 * day) / 2, 8)
})

test('the week of a person with ten days of history, by hand', () => {
  const counts = [12, 15, 9, 20, 18, 11, 14, 16, 10, 13]
  const weights = counts.map((_, age) => 0.5 ** (age / 15))
  const weight = weights.reduce((a, b) => a + b)
  const mean = (2 * 20 + counts.reduce((sum, count, age) => sum + count * (weights[age] ?? 0), 0)) / (2 + weight)
  const sums = [74, 73, 72, 79, 69, 64]
  const middle = 431 / 6
  const own = sums.reduce((sum, each) => sum + (each - middle) ** 2, 0) / 5
  const day = mean + mean ** 2 / 4
  const effective = weight ** 2 / weights.reduce((sum, each) => sum + each ** 2, 0)
  const variance = (4 * 1.5 * 5 * day + 2 * own) / 6 + (25 * day) / (effective + 2)
  const week = weekAhead(counts, 20, 4, 5)
  expect(week.mean).toBeCloseTo(5 * mean, 10)
  expect(week.mean + week.mean ** 2 / week.size).toBeCloseTo(variance, 8)
})

test('a higher goal is never likelier, and more history of the same days never moves the mean away from them', () => {
  const aHistory = fc.array(fc.nat(40), { maxLength: 60 })
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 }), fc.nat(200), fc.nat(50), (counts, usual, days, goal, more) => {
      const week = weekAhead(counts, usual, 3, days)
      expect(chanceOfGoal(goal + more, week)).toBeLessThanOrEqual(chanceOfGoal(goal, week) + 1e-12)
      expect(week.mean).toBeGreaterThanOrEqual(0)
    }),
  )
  const away = (days: number) =>
    Math.abs(
      weekAhead(
        Array.from({ length: days }, () => 8),
        20,
        3,
        5,
      ).mean - 40,
    )
  expect(away(20)).toBeLessThan(away(5))
})

test('a week without a working day reaches nothing, and asks nothing', () => {
  const none = weekAhead([5, 6, 7, 8, 9, 5, 6, 7, 8, 9], 5, 3, 0)
  expect([chanceOfGoal(1, none), chanceOfGoal(0, none)]).toEqual([0, 1])
})

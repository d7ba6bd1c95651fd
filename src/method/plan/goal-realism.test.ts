import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goalRealism } from './goal-realism.ts'

const day = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => 9 + (8 * n) / Math.max(1, count))
const of = (counts: readonly number[]) => ({ days: counts.map(day), counts, usual: 10, weekDays: 5 })
const steady = of([10, 11, 9, 10, 12, 10, 9, 11, 10, 10, 11, 9])

test('a goal that her days pass is realistic, one at their middle ambitious, one far beyond them to revise, each with its n', () => {
  expect(goalRealism({ target: 6, per: 'day' }, steady)).toMatchObject({ realism: 'realistic', n: 12 })
  expect(goalRealism({ target: 10, per: 'day' }, steady)).toMatchObject({ realism: 'ambitious', n: 12 })
  expect(goalRealism({ target: 20, per: 'day' }, steady)).toMatchObject({ realism: 'to-revise', n: 12 })
})

test('a week is judged by the days that it has', () => {
  expect(goalRealism({ target: 40, per: 'week' }, steady)).toMatchObject({ realism: 'realistic' })
  expect(goalRealism({ target: 40, per: 'week' }, { ...steady, weekDays: 3 })).toMatchObject({ realism: 'to-revise' })
})

test('under five days there is no chance to show', () => {
  expect(goalRealism({ target: 10, per: 'day' }, of([10, 10, 10, 10]))).toBeNull()
  expect(goalRealism({ target: 10, per: 'week' }, of([]))).toBeNull()
})

test('a higher goal is never likelier', () => {
  const history = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 5, maxLength: 30 })
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 60 }), fc.constantFrom('day' as const, 'week' as const), (counts, target, per) => {
      const chance = (goal: number): number => goalRealism({ target: goal, per }, of(counts))?.chance ?? -1
      expect(chance(target + 1)).toBeLessThanOrEqual(chance(target) + 1e-12)
    }),
  )
})

import { expect, test } from 'vitest'
import { asDay } from '#method/calendar/day.ts'
import { firstGoalDay, hasHatched, isBlank } from './begun.ts'

const begun = asDay('2026-11-26')
const on = (day: string, goal: number | null = null, done = 0) => ({ day: asDay(day), goal, done })

test('the days before her first goal are blank, never days off; a free day after it is one', () => {
  expect(firstGoalDay([{ effectiveFrom: asDay('2026-12-01') }, { effectiveFrom: begun }])).toBe(begun)
  expect(isBlank(on('2026-11-25'), begun)).toBe(true)
  expect(isBlank(on('2026-11-28'), begun)).toBe(false)
  expect(hasHatched([on('2026-11-24'), on('2026-11-25'), on('2026-11-26', 20)], begun)).toBe(false)
  expect(hasHatched([on('2026-11-25'), on('2026-11-28')], begun)).toBe(true)
})

test('a working day without a goal is no day off: nothing of it is hatched', () => {
  const worked = { ...on('2026-11-24', null, 3), hasNoGoal: true as const }
  expect(hasHatched([worked], begun)).toBe(false)
  expect(hasHatched([{ ...worked, done: 0 }], null)).toBe(false)
  expect(hasHatched([on('2026-11-28')], null)).toBe(true)
})

test('what was done before counts and is shown; without a goal nothing is left out', () => {
  expect(isBlank(on('2026-11-25', null, 3), begun)).toBe(false)
  expect(firstGoalDay([])).toBeNull()
  expect(isBlank(on('2026-11-25'), null)).toBe(false)
})

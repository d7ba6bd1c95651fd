import { expect, test } from 'vitest'
import { aGoal, today } from '#test/a-day.ts'
import { addDays, asDay } from '../calendar/day.ts'
import { goalsOn, starterGoal } from './goal.ts'

test('the goal of the method is to communicate with twenty people a day', () => {
  expect(starterGoal).toMatchObject({ target: 20, per: 'day', counting: 'people', measure: { type: 'all' } })
})

test('a new version of a goal never changes the days before it', () => {
  const versions = [aGoal({ target: 20 }), aGoal({ id: 'g2', target: 12, effectiveFrom: today })]
  expect(goalsOn(versions, addDays(today, -1)).map(({ target }) => target)).toEqual([20])
  expect(goalsOn(versions, today).map(({ target }) => target)).toEqual([12])
})

test('two versions made for the same day: the one made later holds', () => {
  expect(goalsOn([aGoal({ id: 'g3', target: 15 }), aGoal({ id: 'g2', target: 12 })], today).map(({ target }) => target)).toEqual([15])
})

test('a target of zero ends a goal, and only from its day on', () => {
  const versions = [aGoal(), aGoal({ id: 'g2', target: 0, effectiveFrom: asDay('2026-12-01') })]
  expect(goalsOn(versions, asDay('2026-11-30'))).toHaveLength(1)
  expect(goalsOn(versions, asDay('2026-12-01'))).toEqual([])
})

test('the main goal leads and no goal is in force before it begins', () => {
  const versions = [aGoal({ id: 'x', goalId: 'calls' }), aGoal({ id: 'y' })]
  expect(goalsOn(versions, today).map(({ goalId }) => goalId)).toEqual(['main', 'calls'])
  expect(goalsOn(versions, asDay('2025-12-31'))).toEqual([])
})

import { expect, test } from 'vitest'
import { addDays } from '#method/calendar/day.ts'
import { goalsOn, starterGoal } from '#method/goal/goal.ts'
import { aGoal, today } from '#test/a-day.ts'
import { goalsFromToday } from './from-today.ts'

test('a goal chosen on a day taken lightly holds tomorrow too; the days before it keep their own', () => {
  const before = [
    aGoal({ id: 'a1', target: 20 }),
    aGoal({ id: 'a2', effectiveFrom: today, target: 14 }),
    aGoal({ id: 'a3', effectiveFrom: addDays(today, 1), target: 20 }),
  ]
  let made = 0
  const chosen = goalsFromToday({ ...starterGoal, target: 25 }, today, true, () => `b${++made}`)
  const all = [...before, ...chosen.map((goal) => ({ ...goal, memberId: 'nadia' }))]
  expect([-1, 0, 1, 30].map((days) => goalsOn(all, addDays(today, days))[0]?.target)).toEqual([20, 25, 25, 25])
})

test('on any other day one version is written, and so for a goal beside the first', () => {
  expect(goalsFromToday(starterGoal, today, false, () => 'b1')).toEqual([{ ...starterGoal, id: 'b1', effectiveFrom: today }])
  expect(goalsFromToday({ ...starterGoal, goalId: 'other' }, today, true, () => 'b1')).toHaveLength(1)
})

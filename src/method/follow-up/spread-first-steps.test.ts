import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asDay, daysBetween } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'
import { starterGoal, type GoalVersion } from '../goal/goal.ts'
import { paceOf, spreadFirstSteps } from './spread-first-steps.ts'

const calendar: WorkCalendar = { schedules: [], daysOff: [] }
const monday = asDay('2026-11-23')
const goal = (target: number, per: 'day' | 'week'): GoalVersion => ({ ...starterGoal, id: 'v1', memberId: 'm', effectiveFrom: monday, target, per })

test('fifty-seven people at twenty a day are met over three working days', () => {
  const days = spreadFirstSteps(57, monday, 20, calendar)
  expect(days.filter((day) => day === '2026-11-23')).toHaveLength(20)
  expect(days.filter((day) => day === '2026-11-24')).toHaveLength(20)
  expect(days.filter((day) => day === '2026-11-25')).toHaveLength(17)
})

test('a weekend and a holiday get nobody', () => {
  expect(spreadFirstSteps(3, asDay('2026-12-24'), 1, calendar)).toEqual(['2026-12-24', '2026-12-28', '2026-12-29'])
})

test('steps already due leave less room on their day', () => {
  expect(spreadFirstSteps(3, monday, 2, calendar, new Map([[monday, 1]]))).toEqual(['2026-11-23', '2026-11-24', '2026-11-24'])
})

test('the pace is the goal in force, a weekly one shared among the days worked, twenty when there is none', () => {
  expect(paceOf([goal(12, 'day')], monday, calendar)).toBe(12)
  expect(paceOf([goal(52, 'week')], monday, calendar)).toBe(11)
  expect(paceOf([], monday, calendar)).toBe(20)
})

test('everyone gets a working day within a year, in order, whatever the number and the pace', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }), (count, pace, already) => {
      const days = spreadFirstSteps(count, monday, pace, calendar, new Map([[monday, already]]))
      expect(days).toHaveLength(count)
      expect(days).toEqual(days.toSorted())
      expect(days.every((day) => isWorkingDay(day, calendar) && daysBetween(monday, day) <= 365)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

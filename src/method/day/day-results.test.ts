import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aGoal, anActivity, clock, seventeen, today } from '#test/a-day.ts'
import { outcomes } from '../activity/activity.ts'
import { addDays, asDay, asInstant, type Day } from '../calendar/day.ts'
import { dailyGoalOn, dayResults, dotCount, isReached, tellDays, weeksWonOf, wonOf } from './day-results.ts'
import { dotsOf } from './progress.ts'

const rules = { goals: [aGoal()], calendar: { schedules: [], daysOff: [] }, canonical: (id: string) => id }
const on = (day: Day, id: string) => anActivity({ id, contactIds: [id], occurredAt: asInstant(Date.parse(`${day}T15:00:00.000Z`)) })

test('seventeen of twenty is not a day won, and today it is not a day lost', () => {
  const results = dayResults(seventeen(), rules, today, today)
  expect(results).toEqual([{ day: today, goal: 20, done: 17 }])
  expect(wonOf(results, today)).toEqual({ won: 0, counted: 0 })
  expect(wonOf(results, addDays(today, 1))).toEqual({ won: 0, counted: 1 })
})

test('today counts as soon as it is won', () => {
  const results = dayResults(seventeen(), { ...rules, goals: [aGoal({ target: 17 })] }, today, today)
  expect(results.every(isReached)).toBe(true)
  expect(wonOf(results, today)).toEqual({ won: 1, counted: 1 })
})

test('a weekend is neutral, and what is done on it is still told', () => {
  const saturday = asDay('2026-11-21')
  expect(dayResults([on(saturday, 'x')], rules, saturday, addDays(saturday, 1))).toEqual([
    { day: saturday, goal: null, done: 1 },
    { day: '2026-11-22', goal: null, done: 0 },
  ])
})

test('each day is judged by the goal in force that day', () => {
  const goals = [aGoal({ target: 1 }), aGoal({ id: 'g2', target: 2, effectiveFrom: today })]
  const friday = asDay('2026-11-20')
  const results = dayResults([on(friday, 'x'), on(today, 'y')], { ...rules, goals }, friday, today)
  expect(results.filter(({ goal }) => goal !== null).map((result) => [result.goal, isReached(result)])).toEqual([
    [1, true],
    [2, false],
  ])
})

test('an undone activity wins no day', () => {
  const goals = [aGoal({ target: 1 })]
  expect(dayResults([anActivity({ voidedAt: clock('12:00') })], { ...rules, goals }, today, today)[0]?.done).toBe(0)
})

test('before her first goal a working day has no goal, and only the calendar makes a day free', () => {
  const friday = asDay('2026-11-20')
  const results = dayResults([on(friday, 'x')], { ...rules, goals: [aGoal({ effectiveFrom: today })] }, friday, today)
  expect(results.map(({ goal, done, hasNoGoal = false }) => [goal, done, hasNoGoal])).toEqual([
    [null, 1, true],
    [null, 0, false],
    [null, 0, false],
    [20, 0, false],
  ])
})

test('the main goal decides; a weekly one judges weeks and leaves days alone', () => {
  const weekly = aGoal({ id: 'w', per: 'week', target: 2 })
  expect(dailyGoalOn([weekly], today)).toBeUndefined()
  const weeks = { ...rules, goals: [weekly] }
  expect(dayResults([], weeks, today, today)).toEqual([{ day: today, goal: null, done: 0, hasNoGoal: true }])
  const friday = asDay('2026-11-20')
  const telling = tellDays(weeks, friday, today)
  for (const activity of [on(friday, 'x'), on(friday, 'y'), on(today, 'z')]) telling.add(activity)
  expect(telling.weeks()).toEqual([
    { monday: '2026-11-16', goal: 2, done: 2 },
    { monday: today, goal: 2, done: 1 },
  ])
  expect(weeksWonOf(telling.weeks(), today)).toEqual({ won: 1, counted: 1 })
  expect(weeksWonOf(telling.weeks(), addDays(today, 7))).toEqual({ won: 1, counted: 2 })
})

test('counting dots gives as many as drawing them, for any goal', () => {
  const anyActivity = fc
    .record({
      outcome: fc.constantFrom(...outcomes),
      kind: fc.constantFrom('phone', 'email', 'post'),
      contactIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
      direction: fc.constantFrom<'out' | 'in'>('out', 'in'),
      isVoid: fc.boolean(),
    })
    .map(({ isVoid, ...rest }) => anActivity({ ...rest, voidedAt: isVoid ? clock('20:00') : null }))
  const anyGoal = fc.constantFrom(
    aGoal(),
    aGoal({ counting: 'activities' }),
    aGoal({ measure: { type: 'conversations' } }),
    aGoal({ measure: { type: 'kinds', kinds: ['phone'] } }),
  )
  const canonical = (id: string) => (id === 'b' ? 'a' : id)
  fc.assert(
    fc.property(fc.array(anyActivity, { maxLength: 20 }), anyGoal, (drawn, goal) => {
      const activities = drawn.map((activity, place) => ({ ...activity, id: `a${place}` }))
      const dots = dotCount(goal, canonical)
      for (const activity of activities) dots.add(activity)
      expect(dots.count()).toBe(dotsOf(activities, goal, canonical).length)
    }),
  )
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aGoal, anActivity, clock, today } from '#test/a-day.ts'
import { addDays, asInstant, type Day } from '../calendar/day.ts'
import { paceDays } from './pace-history.ts'
import { finishHour, paceWord } from './pace-word.ts'
import { paceOf, usualHours, type PaceFacts } from './pace.ts'

type Vector = Pick<PaceFacts, 'days' | 'now' | 'done' | 'goal'> &
  Readonly<Record<'mu0' | 'mu' | 'k' | 'F' | 'clump' | 'mean_remaining_model' | 'var_remaining_model' | 'P_model' | 'P' | 'expected_finish' | 'left', number>>
const { pace: vectors } = JSON.parse(readFileSync(new URL('../../../test/vectors/algorithm-vectors.json', import.meta.url), 'utf8')) as {
  readonly pace: readonly Vector[]
}
const factsOf = ({ days, now, done, goal, mu0 }: Vector): PaceFacts => ({ days, now, done, goal, usual: mu0, hours: usualHours })

test.each(vectors.map((vector, place) => ({ place, vector })))('the pace of vector $place is that of the reference', ({ vector }) => {
  const { model, share, remaining, byModel, chance, expectedFinish, left } = paceOf(factsOf(vector))
  for (const [made, wanted] of [
    [model.mean, vector.mu],
    [model.size, vector.k],
    [model.clump, vector.clump],
    [share, vector.F],
    [remaining.mean, vector.mean_remaining_model],
    [remaining.variance, vector.var_remaining_model],
    [byModel, vector.P_model],
    [chance, vector.P],
    [expectedFinish, vector.expected_finish],
  ] as const) {
    expect(made).toBeCloseTo(wanted, 9)
  }
  expect(left).toBe(vector.left)
})

const [experienced, , , , , newcomer] = vectors as readonly [Vector, Vector, Vector, Vector, Vector, Vector]
const wordOf = (vector: Vector, over: Partial<PaceFacts> = {}) => {
  const facts = { ...factsOf(vector), ...over }
  return paceWord(paceOf(facts), facts.done)
}

test('at two in the afternoon with seventeen of twenty, the day is well started for a newcomer too', () => {
  expect([wordOf(experienced), wordOf(newcomer)]).toEqual(['well-started', 'well-started'])
})

test('before the first activity of the day there is no forecast, and a goal reached is a day won', () => {
  expect(wordOf(experienced, { now: 9, done: 0, goal: 15 })).toBe('nothing-yet')
  expect(wordOf(experienced, { done: 20 })).toBe('won')
  expect(wordOf(experienced, { done: 8 })).toBe('gentle')
  expect(paceWord({ left: 3, chance: 0.7 }, 5)).toBe('well-started')
  expect(paceWord({ left: 3, chance: 0.4 }, 5)).toBe('playable')
  expect(paceWord({ left: 3, chance: 0.3999 }, 5)).toBe('gentle')
})

const finish = (facts: PaceFacts): number | null => finishHour(paceOf(facts), facts.now, facts.done)

test('at this pace, the three that are left are done by about ten past three', () => {
  expect(finish(factsOf(experienced))).toBeCloseTo(15 + 10 / 60, 9)
})

test('no hour is promised when the day is won, has not begun, or may well not get there', () => {
  for (const over of [{ done: 20 }, { done: 0 }, { done: 8 }]) expect(finish({ ...factsOf(experienced), ...over })).toBeNull()
})

const anyDay = fc.array(
  fc.integer({ min: 360, max: 1400 }).map((minutes) => minutes / 60),
  { minLength: 1, maxLength: 30 },
)
const anyFacts: fc.Arbitrary<PaceFacts> = fc.record({
  days: fc.array(anyDay, { maxLength: 30 }),
  now: fc.integer({ min: 0, max: 1439 }).map((minutes) => minutes / 60),
  done: fc.integer({ min: 0, max: 60 }),
  goal: fc.integer({ min: 1, max: 60 }),
  usual: fc.integer({ min: 1, max: 40 }),
  hours: fc.constant(usualHours),
})

test('a chance is between 0 and 1, a higher goal is never likelier, and the day never ends below what is done', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { chance, expectedFinish, share } = paceOf(facts)
      expect(chance >= 0 && chance <= 1 + 1e-12).toBe(true)
      expect(share >= 0 && share <= 1).toBe(true)
      expect(expectedFinish).toBeGreaterThanOrEqual(facts.done)
      expect(paceOf({ ...facts, goal: facts.goal + 1 }).chance).toBeLessThanOrEqual(chance + 1e-12)
    }),
  )
})

test('an hour that is told comes after now, on a ten, and not later for a smaller goal', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const hour = finish(facts)
      if (hour === null) return
      expect(hour).toBeGreaterThanOrEqual(facts.now - 1e-9)
      expect(hour).toBeLessThanOrEqual(23)
      expect(Math.abs(hour * 6 - Math.round(hour * 6))).toBeLessThan(1e-9)
      const sooner = facts.goal - 1 > facts.done ? finish({ ...facts, goal: facts.goal - 1 }) : null
      if (sooner !== null) expect(sooner).toBeLessThanOrEqual(hour)
    }),
  )
})

const at = (day: Day, time: string, id: string) =>
  anActivity({ id, contactIds: [id], occurredAt: asInstant(Date.parse(clock(time)) + (Date.parse(`${day}T12:00Z`) - Date.parse(`${today}T12:00Z`))) })
const rules = { calendar: { schedules: [], daysOff: [] }, canonical: (id: string) => id }

test('the history is made of her latest working days, by the clock where she was, without today', () => {
  const friday = addDays(today, -3)
  const saturday = addDays(today, -2)
  const activities = [
    at(today, '09:00', 'a'),
    at(friday, '14:30', 'b'),
    at(friday, '09:15', 'c'),
    at(saturday, '10:00', 'd'),
    at(addDays(friday, -1), '11:00', 'e'),
  ]
  expect(paceDays(activities, aGoal(), rules, today)).toEqual([[11], [9.25, 14.5]])
})

test('no more than thirty days are read, the latest', () => {
  const activities = Array.from({ length: 80 }, (_, back) => at(addDays(today, -1 - back), back === 0 ? '08:00' : '10:00', `p${back}`))
  const days = paceDays(activities, aGoal(), { ...rules, calendar: { schedules: [], daysOff: [] } }, addDays(today, 1))
  expect(days).toHaveLength(30)
})

test('a day of which one clock is not known is not read for its hours', () => {
  const day = (back: number, over: Parameters<typeof anActivity>[0] = {}) =>
    anActivity({
      id: `p${back}${over.isDayOnly ?? ''}`,
      contactIds: [`p${over.isDayOnly ?? ''}`],
      occurredAt: asInstant(Date.parse(clock('10:00')) - back * 86_400_000),
      ...over,
    })
  const rules = { calendar: { schedules: [], daysOff: [] }, canonical: (id: string) => id }
  const activities = [day(3), day(4), day(4, { isDayOnly: true })]
  expect(paceDays(activities, aGoal(), rules, today)).toEqual([[10]])
  // What it held counts all the same where no hour is asked.
  expect(paceDays(activities, aGoal(), rules, today, true).map((hours) => hours.length)).toEqual([2, 1])
})

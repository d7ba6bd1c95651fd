import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aGoal, anActivity, clock, seventeen, today } from '#test/a-day.ts'
import { outcomes, type Activity } from '../activity/activity.ts'
import { addDays, asDay } from '../calendar/day.ts'
import { dotsOf, leadOf, progressOf, spanOf } from './progress.ts'

const alone = (id: string) => id
const goal = aGoal()

test('at two in the afternoon, seventeen of twenty done leaves three', () => {
  expect(progressOf(seventeen(), goal, alone)).toMatchObject({ target: 20, done: 17, left: 3, isWon: false })
  expect(leadOf(progressOf(seventeen(), goal, alone))).toBe('left')
})

test('a follow-up call, an e-mail and a meeting booked win the day, whatever the sales', () => {
  const last = [
    anActivity({ id: 'l1', contactIds: ['x'], occurredAt: clock('14:30') }),
    anActivity({ id: 'l2', kind: 'email', outcome: 'sent', contactIds: ['y'], occurredAt: clock('14:45') }),
    anActivity({ id: 'l3', kind: 'meeting', outcome: 'meeting-booked', contactIds: ['z'], occurredAt: clock('15:00') }),
  ]
  const won = progressOf([...seventeen(), ...last], goal, alone)
  expect(won).toMatchObject({ done: 20, left: 0, isWon: true })
  expect(won.dots.at(-1)?.activity.kind).toBe('meeting')
  expect(leadOf(won)).toBe('won')
})

test('further ones still count once the day is won, without a new target', () => {
  const more = [...seventeen(), ...['v', 'w', 'x', 'y', 'z'].map((id) => anActivity({ id, contactIds: [id], occurredAt: clock('15:00') }))]
  expect(progressOf(more, goal, alone)).toMatchObject({ target: 20, done: 22, left: 0, isWon: true })
})

test.each([
  [0, 'done'],
  [9, 'done'],
  [10, 'left'],
  [19, 'left'],
  [20, 'won'],
] as const)('with %i of twenty done, "%s" leads', (done, lead) => {
  const activities = Array.from({ length: done }, (_, place) => anActivity({ id: `a${place}`, contactIds: [`p${place}`] }))
  expect(leadOf(progressOf(activities, goal, alone))).toBe(lead)
})

test('everyone met at an event earns a dot; a post with nobody earns one', () => {
  const event = anActivity({ id: 'e', kind: 'networking', contactIds: ['a', 'b', 'c'] })
  const post = anActivity({ id: 'p', kind: 'post', outcome: 'done', contactIds: [], occurredAt: clock('10:00') })
  expect(progressOf([event, post], goal, alone).done).toBe(4)
})

test('what comes in counts only for a goal in conversations', () => {
  const received = anActivity({ direction: 'in' })
  expect(progressOf([received], goal, alone).done).toBe(0)
  expect(progressOf([received], aGoal({ measure: { type: 'conversations' } }), alone).done).toBe(1)
})

test('a goal in chosen kinds counts those kinds; one in conversations leaves attempts out', () => {
  expect(progressOf(seventeen(), aGoal({ measure: { type: 'kinds', kinds: ['email'] } }), alone).done).toBe(4)
  expect(progressOf(seventeen(), aGoal({ measure: { type: 'conversations' } }), alone).done).toBe(13)
})

test('a week runs from Monday to Sunday, and the same person counts again another day', () => {
  expect(spanOf({ per: 'week' }, asDay('2026-11-29'))).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  expect(spanOf({ per: 'day' }, today)).toEqual({ from: today, to: today })
  const tuesday = anActivity({ id: 'a2', occurredAt: clock('09:00').replace('11-23', '11-24') as Activity['occurredAt'] })
  expect(tuesday.day).toBe(addDays(today, 1))
  expect(progressOf([anActivity(), tuesday], aGoal({ per: 'week' }), alone).done).toBe(2)
})

const anyActivity: fc.Arbitrary<Activity> = fc
  .record({
    id: fc.uuid(),
    minute: fc.integer({ min: 0, max: 599 }),
    outcome: fc.constantFrom(...outcomes),
    kind: fc.constantFrom('phone', 'email', 'networking', 'post'),
    contactIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }),
    direction: fc.constantFrom('out', 'in'),
    isVoid: fc.boolean(),
  })
  .map(({ minute, isVoid, ...rest }) =>
    anActivity({
      ...rest,
      direction: rest.direction as 'out' | 'in',
      occurredAt: clock(`${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`),
      voidedAt: isVoid ? clock('20:00') : null,
    }),
  )
const anyDay = fc.uniqueArray(anyActivity, { selector: ({ id }) => id, maxLength: 25 })
const anyGoal = fc.constantFrom(
  goal,
  aGoal({ counting: 'activities' }),
  aGoal({ measure: { type: 'conversations' } }),
  aGoal({ measure: { type: 'kinds', kinds: ['phone'] } }),
)

test('the path is the same in whatever order the activities arrive', () => {
  fc.assert(
    fc.property(anyDay, anyGoal, (day, any) => {
      const mixed = [...day].sort((a, b) => (a.id.split('').reverse().join('') < b.id.split('').reverse().join('') ? -1 : 1))
      expect(dotsOf(mixed, any, alone)).toEqual(dotsOf(day, any, alone))
    }),
  )
})

test('one person counts once a day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const people = dotsOf(day, goal, alone).flatMap(({ contactId }) => contactId ?? [])
      expect(new Set(people).size).toBe(people.length)
    }),
  )
})

test('an undo takes its dots off and adds none', () => {
  fc.assert(
    fc.property(anyDay, anyGoal, (day, any) => {
      for (const undone of day) {
        const after = dotsOf(
          day.map((activity) => (activity.id === undone.id ? { ...activity, voidedAt: clock('21:00') } : activity)),
          any,
          alone,
        )
        expect(after).toEqual(
          dotsOf(
            day.filter(({ id }) => id !== undone.id),
            any,
            alone,
          ),
        )
        expect(after.length).toBeLessThanOrEqual(dotsOf(day, any, alone).length)
      }
    }),
  )
})

test('merging two people never doubles a dot', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const before = dotsOf(day, goal, alone)
      const after = dotsOf(day, goal, (id) => (id === 'b' ? 'a' : id))
      const both = before.some(({ contactId }) => contactId === 'a') && before.some(({ contactId }) => contactId === 'b')
      expect(after.length).toBe(before.length - (both ? 1 : 0))
    }),
  )
})

test('what is done and what is left always make the target until it is passed', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, target) => {
      const { done, left, isWon } = progressOf(day, aGoal({ target }), alone)
      expect(left).toBe(Math.max(0, target - done))
      expect(isWon).toBe(left === 0)
    }),
  )
})

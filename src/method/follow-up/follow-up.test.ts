import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, today } from '#test/a-day.ts'
import { outcomes } from '../activity/activity.ts'
import { addDays, asDay } from '../calendar/day.ts'
import { isWorkingDay } from '../calendar/schedule.ts'
import { isOpen } from '../contact/contact.ts'
import { firstStep, proposeStep, stepDefaults } from './propose-step.ts'
import { waitingOn } from './waiting.ts'

const calendar = { schedules: [], daysOff: [] }
const propose = (outcome: (typeof outcomes)[number], kind = 'phone', meeting?: { day: ReturnType<typeof asDay>; time: string | null }) =>
  proposeStep(outcome, kind, today, stepDefaults, calendar, meeting)

test.each([
  ['reached', '2026-11-30'],
  ['message-left', '2026-11-25'],
  ['no-answer', '2026-11-25'],
  ['sent', '2026-11-26'],
  ['yes', '2026-11-30'],
  ['not-now', '2027-02-22'],
] as const)('on Monday, "%s" proposes %s', (outcome, due) => {
  expect(propose(outcome)).toMatchObject({ nextStep: { due, promised: false, origin: outcome === 'yes' ? 'thanks' : 'proposed' } })
})

test('a "no" lets go', () => {
  expect(propose('no')).toEqual({ letGo: 'said-no' })
})

test('a meeting keeps its own day and hour, even on a day off, and is a promise', () => {
  expect(propose('meeting-booked', 'phone', { day: asDay('2026-11-28'), time: '10:00' })).toMatchObject({
    nextStep: { due: '2026-11-28', time: '10:00', promised: true, origin: 'meeting' },
  })
  expect(propose('meeting-booked')).toMatchObject({ nextStep: { due: '2026-11-24', time: null } })
})

test('one follows up on an event by telephone, and on an e-mail by e-mail', () => {
  expect(propose('reached', 'networking')).toMatchObject({ nextStep: { kind: 'phone' } })
  expect(propose('sent', 'email')).toMatchObject({ nextStep: { kind: 'email' } })
})

test('every outcome proposes a working day to come, or lets go', () => {
  fc.assert(
    fc.property(fc.constantFrom(...outcomes), fc.integer({ min: 0, max: 2000 }), (outcome, ahead) => {
      const day = addDays(today, ahead)
      const proposal = proposeStep(outcome, 'phone', day, stepDefaults, calendar)
      expect('letGo' in proposal).toBe(outcome === 'no')
      if ('letGo' in proposal) return
      expect(isWorkingDay(proposal.nextStep.due, calendar)).toBe(true)
      expect(proposal.nextStep.due > day).toBe(true)
    }),
  )
})

const waiting = (id: string, due: string, time: string | null = null) => aContact({ id, nextStep: { ...firstStep(asDay(due)), time } })

test('those who wait are late, of today, of this week or later, each once, the hour deciding within a day', () => {
  const parts = waitingOn(
    [
      waiting('later', '2026-11-30'),
      waiting('sunday', '2026-11-29'),
      waiting('afternoon', '2026-11-23', '14:00'),
      waiting('anytime', '2026-11-23'),
      waiting('morning', '2026-11-23', '09:00'),
      waiting('late', '2026-11-20'),
    ],
    today,
  )
  const ids = Object.fromEntries(Object.entries(parts).map(([part, people]) => [part, people.map(({ id }) => id)]))
  expect(ids).toEqual({ late: ['late'], today: ['morning', 'afternoon', 'anytime'], thisWeek: ['sunday'], later: ['later'], forgotten: [] })
})

test('someone let go, archived or merged waits no more; someone open without a step is shown as forgotten', () => {
  const at = aContact().createdAt
  const gone = [
    aContact({ id: 'a', archivedAt: at }),
    aContact({ id: 'm', mergedInto: 'x' }),
    aContact({ id: 'l', nextStep: null, letGo: { at, reason: 'said-no', note: '', setBy: null } }),
  ]
  expect(gone.filter(isOpen)).toEqual([])
  const parts = waitingOn([...gone, aContact({ id: 'f', nextStep: null })], today)
  expect(
    Object.values(parts)
      .flat()
      .map(({ id }) => id),
  ).toEqual(['f'])
  expect(parts.forgotten).toHaveLength(1)
})

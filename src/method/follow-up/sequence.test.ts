import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, today, zone } from '#test/a-day.ts'
import { addDays, instantAt, type Instant } from '../calendar/day.ts'
import { defaultCadences } from './cadence.ts'
import { followUpContext } from './follow-up-context.ts'
import { proposeStep, stepDefaults } from './propose-step.ts'
import { sequencePlace, type Sequence } from './sequence.ts'

const calendar = { schedules: [], daysOff: [] }
const welcome: Sequence = {
  id: 's1',
  name: 'Après un salon',
  steps: [
    { day: 0, kind: 'phone', templateId: null },
    { day: 3, kind: 'email', templateId: 't1' },
    { day: 10, kind: 'phone', templateId: null },
  ],
  archived: false,
}
const at = (ahead: number, time = '10:00'): Instant => instantAt(addDays(today, ahead), time, zone)
const history = (unansweredAt: readonly Instant[], lastReachedAt: Instant | null = null) => ({ unansweredAt, lastReachedAt })
const place = (unansweredAt: readonly Instant[], lastReachedAt: Instant | null = null) =>
  sequencePlace(welcome, at(0, '09:00'), history(unansweredAt, lastReachedAt), zone)

test('on a sequence, each touch brings the next step on its day, by its channel, with its template', () => {
  expect(place([])).toMatchObject({ state: 'under-way', index: 0, due: today, kind: 'phone' })
  expect(place([at(0)])).toMatchObject({ index: 1, due: addDays(today, 3), kind: 'email', templateId: 't1' })
  expect(place([at(0), at(3)])).toMatchObject({ index: 2, due: addDays(today, 10), kind: 'phone' })
  expect(place([at(0), at(3), at(10)])).toEqual({ state: 'finished' })
})

test('touches from before the sequence do not count in it', () => {
  expect(place([at(-20), at(-5)])).toMatchObject({ index: 0 })
})

test('the first answer stops the sequence, and an answer from before it does not', () => {
  expect(place([at(4)], at(3))).toEqual({ state: 'answered', at: at(3) })
  expect(place([at(0)], at(-30))).toMatchObject({ state: 'under-way', index: 1 })
})

test('however the touches and the answers are laid out, a sequence is never under way once she has answered', () => {
  const days = fc.array(fc.integer({ min: -30, max: 60 }), { maxLength: 10 })
  fc.assert(
    fc.property(days, fc.option(fc.integer({ min: -30, max: 60 })), (touches, answer) => {
      const lastReachedAt = answer === null ? null : at(answer, '12:00')
      const unansweredAt = touches.map((day) => at(day)).filter((one) => lastReachedAt === null || one > lastReachedAt)
      const found = place(unansweredAt, lastReachedAt)
      expect(found.state === 'answered').toBe(answer !== null && answer >= 0)
      if (found.state === 'under-way') expect(found.index).toBe(unansweredAt.filter((one) => one >= at(0, '09:00')).length)
    }),
  )
})

const onSequence = { ...aContact({ sequence: { id: 's1', startedAt: at(0, '09:00') } }) }
const proposed = (outcome: 'no-answer' | 'reached', touches: readonly Instant[], lastReachedAt: Instant | null, from = 0) =>
  proposeStep(
    outcome,
    'phone',
    addDays(today, from),
    stepDefaults,
    calendar,
    undefined,
    followUpContext({ ...onSequence, unansweredAt: touches, lastReachedAt }, defaultCadences, welcome, zone),
  )

test('a touch that nobody answers proposes the step of the sequence; late, it is tomorrow and never in the past', () => {
  expect(proposed('no-answer', [at(0)], null)).toMatchObject({ nextStep: { due: '2026-11-26', kind: 'email', origin: 'proposed' } })
  expect(proposed('no-answer', [at(8)], null, 8)).toMatchObject({ nextStep: { due: '2026-12-02', kind: 'email' } })
})

test('after an answer, or once the sequence is finished, the usual days come back', () => {
  expect(proposed('reached', [], at(0))).toMatchObject({ nextStep: { due: '2026-11-30', kind: 'phone' } })
  expect(proposed('no-answer', [at(0), at(3), at(10)], null, 10)).toMatchObject({ nextStep: { due: '2026-12-10', kind: 'phone' } })
})

test('a sequence that is not hers changes nothing', () => {
  const other = followUpContext({ ...aContact(), unansweredAt: [at(0)] }, defaultCadences, welcome, zone)
  expect(other).toMatchObject({ unanswered: 1, sequenceStep: null })
})

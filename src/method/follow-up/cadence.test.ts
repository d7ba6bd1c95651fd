import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, anActivity, today, zone } from '#test/a-day.ts'
import { outcomes, type Activity } from '../activity/activity.ts'
import { builtInKinds } from '../activity/kind.ts'
import { addDays, dayOf, daysBetween, instantAt, type Day, type Instant } from '../calendar/day.ts'
import { isWorkingDay } from '../calendar/schedule.ts'
import { relationships } from '../contact/contact.ts'
import { historyOf } from '../ledger/history.ts'
import { defaultCadences, isFading, isResting, keepInTouchOf, nextDue, spacingAfter, touchNumber } from './cadence.ts'
import { followUpContext } from './follow-up-context.ts'
import { proposeStep, stepDefaults, type StepDefaults } from './propose-step.ts'
import { strength, strengthOf, traceOf, type TraceKind } from './strength.ts'

const cadence = defaultCadences.potential
const calendar = { schedules: [], daysOff: [] }
const instantOn = (day: Day): Instant => instantAt(day, '10:00', zone)
/** Touches that nobody answered, as many days ago as given, the last one last. */
const unanswered = (...daysAgo: readonly number[]) => {
  const unansweredAt = daysAgo.map((days) => instantOn(addDays(today, -days)))
  return { unansweredAt, lastTouchAt: unansweredAt.at(-1) ?? null, lastReachedAt: null }
}

test('touches without an answer are spaced 2, 4, 7, 14, 30 and 90 days, then she rests 90 days', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 12].map((n) => spacingAfter(cadence, n))).toEqual([2, 4, 7, 14, 30, 90, 90, 90])
  expect(spacingAfter(cadence, 0)).toBe(0)
  expect(nextDue(cadence, unanswered(6, 4, 1), zone)).toBe(addDays(today, 6))
  expect(nextDue(cadence, unanswered(), zone)).toBeNull()
})

test('she rests after the sixth touch without an answer, and no longer than the rest', () => {
  const five = unanswered(60, 58, 54, 47, 33)
  const six = unanswered(93, 91, 87, 80, 66, 36)
  expect(isResting(cadence, five, today, zone)).toBe(false)
  expect(isResting(cadence, six, today, zone)).toBe(true)
  expect(isResting(cadence, six, addDays(today, 53), zone)).toBe(true)
  expect(isResting(cadence, six, addDays(today, 54), zone)).toBe(false)
})

test('a rest that someone made longer than the last spacing is kept', () => {
  expect(spacingAfter({ spacing: [1, 2], rest: 30, keepInTouch: null }, 2)).toBe(30)
})

test('four touches make the next one the fifth', () => {
  expect(touchNumber({ touches: 4 })).toBe(5)
})

test('the interval that keeps the relationship is her own, else that of her relationship', () => {
  expect(keepInTouchOf(aContact({ relationship: 'client' }), defaultCadences)).toBe(60)
  expect(keepInTouchOf(aContact({ relationship: 'client', keepInTouch: 21 }), defaultCadences)).toBe(21)
  expect(keepInTouchOf(aContact({ relationship: 'potential' }), defaultCadences)).toBeNull()
})

const anyActivity = fc
  .record({
    kind: fc.constantFrom(...builtInKinds),
    outcome: fc.constantFrom(...outcomes),
    direction: fc.constantFrom('out' as const, 'in' as const),
    importId: fc.constantFrom(null, 'a file'),
    ago: fc.integer({ min: 1, max: 400 * 24 * 60 }),
  })
  .map(({ ago, ...over }): Activity =>
    anActivity({ ...over, id: `a${ago}`, occurredAt: new Date(Date.parse('2026-11-23T12:00:00Z') - ago * 60_000).toISOString() as Instant }),
  )
const lived = fc.uniqueArray(anyActivity, { selector: ({ id }) => id, maxLength: 20 })
const spoken = fc.constantFrom('reached', 'replied', 'meeting-booked', 'not-now', 'no', 'yes' as const)

test('any real contact, of any kind, by either side, from any source, starts the clock again', () => {
  fc.assert(
    fc.property(lived, anyActivity, spoken, (before, last, outcome) => {
      const answer = { ...last, id: 'answer', outcome, occurredAt: instantOn(today), day: today }
      const history = historyOf([...before, answer])
      expect(history.unansweredAt).toEqual([])
      expect(nextDue(cadence, history, zone)).toBe(today)
    }),
  )
})

test('any contact at all moves the clock to its own day, whatever the order in which facts arrive', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyActivity, { selector: ({ id }) => id, minLength: 1, maxLength: 20 }), (activities) => {
      const history = historyOf(activities)
      const newest = activities
        .map(({ occurredAt }) => occurredAt)
        .sort()
        .at(-1) as Instant
      const due = nextDue(cadence, history, zone) as Day
      expect(daysBetween(dayOf(newest, zone), due)).toBe(spacingAfter(cadence, history.unansweredAt.length))
      expect(historyOf([...activities].reverse())).toEqual(history)
    }),
  )
})

const after = (touches: readonly number[], steps: StepDefaults = stepDefaults) => {
  const contact = { ...aContact(), ...unanswered(...touches) }
  const proposal = proposeStep('no-answer', 'phone', today, steps, calendar, undefined, followUpContext(contact, defaultCadences, undefined, zone))
  return 'nextStep' in proposal ? proposal.nextStep.due : null
}

test('a touch without an answer keeps the outcome’s own days and, from the first on, at least the spacing; then she rests', () => {
  expect(after([0])).toBe('2026-11-25')
  expect(after([0], { ...stepDefaults, 'no-answer': 1 })).toBe('2026-11-25')
  expect(after([0], { ...stepDefaults, 'no-answer': 3 })).toBe('2026-11-26')
  expect(after([1, 0])).toBe('2026-11-27')
  expect(after([9, 5, 0])).toBe('2026-11-30')
  expect(after([9, 5, 0], { ...stepDefaults, 'no-answer': 20 })).toBe('2026-12-14')
  expect(after([150, 140, 130, 120, 100, 0])).toBe('2027-02-22')
})

test('an answer asks for the days of its outcome, whatever came before it', () => {
  const context = { unanswered: 0, cadence, sequenceStep: null }
  for (const outcome of outcomes) {
    expect(proposeStep(outcome, 'phone', today, stepDefaults, calendar, undefined, context)).toEqual(
      proposeStep(outcome, 'phone', today, stepDefaults, calendar),
    )
  }
})

test('with any cadence and any number of touches, what is proposed is a working day to come, never before the spacing', () => {
  const cadences = fc.record({ spacing: fc.array(fc.nat(200), { minLength: 1, maxLength: 8 }), rest: fc.nat(300), keepInTouch: fc.constant(null) })
  const attempts = fc.constantFrom('message-left', 'no-answer', 'sent', 'done' as const)
  fc.assert(
    fc.property(cadences, fc.integer({ min: 1, max: 12 }), attempts, fc.nat(700), (own, count, outcome, ahead) => {
      const day = addDays(today, ahead)
      const proposal = proposeStep(outcome, 'phone', day, stepDefaults, calendar, undefined, { unanswered: count, cadence: own, sequenceStep: null })
      if ('letGo' in proposal) throw new Error('an attempt lets nobody go')
      const { due } = proposal.nextStep
      expect(isWorkingDay(due, calendar)).toBe(true)
      expect(due > day).toBe(true)
      expect(daysBetween(day, due)).toBeGreaterThanOrEqual(spacingAfter(own, count))
    }),
  )
})

type StrengthVector = { readonly touches: readonly (readonly [string, number])[]; readonly strength: number }
const { strength: vectors } = JSON.parse(readFileSync(new URL('../../../test/vectors/algorithm-vectors.json', import.meta.url), 'utf8')) as {
  readonly strength: readonly StrengthVector[]
}
const names: Readonly<Record<string, TraceKind>> = {
  meeting: 'meeting',
  call: 'call',
  email: 'email',
  email_reply: 'reply',
  purchase: 'purchase',
  social: 'social',
}

test.each(vectors)('the strength of $touches is that of the reference', ({ touches, strength: expected }) => {
  const traces = touches.map(([name, age]) => ({ kind: names[name] as TraceKind, age }))
  expect(Math.abs(strength(traces) - expected)).toBeLessThan(1e-9)
})

test('a relationship is what was lived: meetings, purchases and talks weigh more than messages, and a call in vain nothing', () => {
  expect(traceOf({ kind: 'phone', outcome: 'no-answer' })).toBeNull()
  expect(traceOf({ kind: 'phone', outcome: 'reached' })).toBe('call')
  expect(traceOf({ kind: 'email', outcome: 'sent' })).toBe('email')
  expect(traceOf({ kind: 'text', outcome: 'replied' })).toBe('reply')
  expect(traceOf({ kind: 'in-person', outcome: 'reached' })).toBe('meeting')
  expect(traceOf({ kind: 'networking', outcome: 'done' })).toBe('meeting')
  expect(traceOf({ kind: 'post', outcome: 'done' })).toBe('social')
  const call = anActivity({ occurredAt: instantOn(addDays(today, -110)) })
  const undone = anActivity({ voidedAt: instantOn(today) })
  const sale = { day: today, voidedAt: null, refunds: null }
  expect(strengthOf([call, undone], [sale, { ...sale, refunds: 's1' }], today)).toBeCloseTo(4, 9)
})

test('a client is to be renewed after her interval, or sooner when little was lived, never within a month', () => {
  const silentFor = (days: number) => (asked: number) => days >= asked
  expect(isFading(silentFor(59), 60, null)).toBe(false)
  expect(isFading(silentFor(60), 60, null)).toBe(true)
  expect(isFading(silentFor(40), 60, 0.9)).toBe(true)
  expect(isFading(silentFor(40), 60, 1.1)).toBe(false)
  expect(isFading(silentFor(29), 60, 0.2)).toBe(false)
  expect(isFading(silentFor(900), null, 0)).toBe(false)
})

test('every relationship has a cadence, and only those that are the work are kept by an interval', () => {
  expect(relationships.filter((one) => defaultCadences[one].keepInTouch !== null)).toEqual(['client', 'past-client', 'partner'])
})

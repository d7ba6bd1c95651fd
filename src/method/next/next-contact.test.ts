import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, clock, today, zone } from '#test/a-day.ts'
import { addDays, asDay, instantAt } from '../calendar/day.ts'
import type { Contact, NextStep } from '../contact/contact.ts'
import { firstStep } from '../follow-up/propose-step.ts'
import { nextContacts } from './next-contact.ts'

const step = (due: string, over: Partial<NextStep> = {}): NextStep => ({ ...firstStep(asDay(due)), kind: 'phone', origin: 'proposed', ...over })
const touched = (id: string, days: number, nextStep: NextStep): Contact =>
  aContact({ id, nextStep, touches: 1, lastTouchAt: instantAt(addDays(today, -days), '12:00', zone) })
const ids = (people: readonly Contact[], limit = 20) => nextContacts(people, today, zone, limit).map(({ contact }) => contact.id)

test('promises come first, oldest first, then other steps due, then people never contacted, then the longest without contact', () => {
  const people = [
    touched('quiet', 200, step('2027-01-15')),
    touched('quieter', 400, step('2027-01-15')),
    aContact({ id: 'new' }),
    touched('due', 10, step('2026-11-20')),
    touched('promised today', 10, step('2026-11-23', { promised: true })),
    touched('promised friday', 10, step('2026-11-20', { promised: true })),
  ]
  expect(ids(people)).toEqual(['promised friday', 'promised today', 'due', 'new', 'quieter', 'quiet'])
})

test('nobody touched today comes back, except for a meeting of today', () => {
  const at = clock('08:00')
  expect(ids([aContact({ lastTouchAt: at, touches: 1, nextStep: step('2026-11-23') })])).toEqual([])
  expect(ids([aContact({ lastTouchAt: at, touches: 1, nextStep: step('2026-11-23', { origin: 'meeting', promised: true }) })])).toEqual(['nathalie'])
})

test('someone put off, chosen or promised for a later day is left in peace until then', () => {
  for (const over of [{ origin: 'snoozed' }, { origin: 'chosen' }, { promised: true }] as const) {
    const waiting = touched('w', 100, step('2026-11-26', over))
    expect(ids([waiting])).toEqual([])
    expect(nextContacts([waiting], asDay('2026-11-26'), zone, 5)).toHaveLength(1)
  }
})

test('someone let go or archived never comes', () => {
  const at = clock('08:00')
  expect(ids([aContact({ nextStep: null, letGo: { at, reason: 'moved-on', note: '', setBy: null } }), aContact({ id: 'b', archivedAt: at })])).toEqual([])
})

test('the reason is made of stored facts', () => {
  const [late, quiet] = nextContacts([touched('p', 12, step('2026-11-20', { promised: true })), touched('q', 34, step('2027-01-15'))], today, zone, 5)
  expect(late?.reason).toEqual({ kind: 'promised', due: '2026-11-20', daysLate: 3 })
  expect(quiet?.reason).toMatchObject({ kind: 'quiet', days: 34 })
})

test('the order is the same however the people are given, and a shorter list is its beginning', () => {
  const person = fc
    .record({
      id: fc.uuid(),
      due: fc.integer({ min: -30, max: 30 }),
      touch: fc.option(fc.integer({ min: 0, max: 300 })),
      promised: fc.boolean(),
      origin: fc.constantFrom('first', 'proposed', 'chosen', 'snoozed', 'meeting'),
    })
    .map(({ id, due, touch, promised, origin }) => {
      const nextStep = step(addDays(today, due), { promised, origin: origin as NextStep['origin'] })
      return touch === null ? aContact({ id, nextStep }) : touched(id, touch, nextStep)
    })
  fc.assert(
    fc.property(fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 30 }), fc.integer({ min: 0, max: 10 }), (people, limit) => {
      const all = ids(people, 100)
      expect(ids([...people].reverse(), 100)).toEqual(all)
      expect(ids(people, limit)).toEqual(all.slice(0, limit))
      expect(new Set(all).size).toBe(all.length)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryWorld } from '#test/memory-world.ts'
import { idOf } from '#test/operations.ts'
import { asInstant, addDays, type Day } from '../calendar/day.ts'
import type { Outcome } from '../activity/activity.ts'
import { longestSequence, sequencePlace } from '../follow-up/sequence.ts'
import type { Change } from './operation.ts'

const author = { memberId: 'nadia', isOwner: true }
const zone = 'America/Toronto'
const julie = idOf(1, 1)

const workspace = () => {
  const memory = memoryWorld()
  let made = 0
  const write = (change: Change, day: string) => memory.write({ id: idOf(9, (made += 1)), at: asInstant(Date.parse(`${day}T15:00:00Z`)), zone, change }, author)
  const touch = (day: string, outcome: Outcome = 'no-answer') => {
    write(
      {
        type: 'activity.record',
        activityId: idOf(2, made + 1),
        kind: 'phone',
        direction: 'out',
        outcome,
        contactIds: [julie],
        minutes: null,
        title: '',
        note: '',
        notNow: null,
        occurredAt: asInstant(Date.parse(`${day}T15:00:00Z`)),
        zone,
        meeting: null,
        after: { take: 'proposal' },
      },
      day,
    )
    return memory.world.get('contact', julie)?.nextStep
  }
  write({ type: 'contact.add', contactId: julie, fields: { name: 'Julie Roy' }, step: null }, '2026-03-02')
  return { ...memory, write, touch }
}

test('touches that nobody answers are spaced 2, 4, 7, 14, 30 days, then she rests ninety; an answer starts again', () => {
  const { touch } = workspace()
  const spaces: number[] = []
  let day = '2026-03-02'
  for (let touches = 0; touches < 6; touches += 1) {
    const due = touch(day)?.due ?? ('' as Day)
    spaces.push(Math.round((Date.parse(due) - Date.parse(day)) / 86_400_000))
    day = due
  }
  // Each falls on the next working day: 4 days from a Wednesday are a Sunday, so a Monday.
  expect(spaces).toEqual([2, 5, 7, 14, 30, 90])
  expect(touch(day, 'reached')?.due).toBe(addDays(day as Day, 7))
})

test('a sequence gives its own next step while nobody answers, and stops at the first answer', () => {
  const { write, touch } = workspace()
  const steps = [
    { day: 0, kind: 'phone', templateId: null },
    { day: 3, kind: 'email', templateId: null },
    { day: 10, kind: 'phone', templateId: null },
  ] as const
  write({ type: 'sequence.put', sequence: { id: idOf(12, 1), name: 'Après une conférence', steps, archived: false } }, '2026-03-02')
  write(
    { type: 'contact.edit', contactId: julie, fields: { sequence: { id: idOf(12, 1), startedAt: asInstant(Date.parse('2026-03-02T12:00:00Z')) } } },
    '2026-03-02',
  )
  expect(touch('2026-03-02')).toMatchObject({ due: '2026-03-05', kind: 'email' })
  expect(touch('2026-03-05', 'sent')).toMatchObject({ due: '2026-03-12', kind: 'phone' })
  expect(touch('2026-03-12', 'reached')).toMatchObject({ due: '2026-03-19', kind: 'phone' })
  // The sequence is over: what follows is spaced as with anyone.
  expect(touch('2026-03-19')).toMatchObject({ due: '2026-03-23' })
})

test('any sequence, however long, ends after as many touches as it has steps, whatever went before it', () => {
  const lengths = fc.oneof(fc.constantFrom(10, 11, longestSequence), fc.integer({ min: 1, max: longestSequence }))
  fc.assert(
    fc.property(lengths, fc.nat(12), (length, before) => {
      const { write, touch, world } = workspace()
      let day = '2026-03-02' as Day
      for (let n = 0; n < before; n += 1) day = addDays(day, touch(day) ? 1 : 0)
      const steps = Array.from({ length }, (_, index) => ({ day: index * 3, kind: 'phone', templateId: null }))
      const sequence = { id: idOf(12, 1), name: 'Longue', steps, archived: false }
      write({ type: 'sequence.put', sequence }, day)
      const startedAt = asInstant(Date.parse(`${day}T12:00:00Z`))
      write({ type: 'contact.edit', contactId: julie, fields: { sequence: { id: sequence.id, startedAt } } }, day)
      for (let touches = 0; touches < length; touches += 1) {
        const history = world.get('contact', julie)
        expect(history && sequencePlace(sequence, startedAt, history, zone)).toMatchObject({ state: 'under-way', index: touches })
        day = touch(day)?.due ?? day
      }
      const history = world.get('contact', julie)
      expect(history && sequencePlace(sequence, startedAt, history, zone)).toEqual({ state: 'finished' })
    }),
    { numRuns: 25 },
  )
})

test('the first number of a cadence is the first wait that is proposed', () => {
  const { write, touch } = workspace()
  const cadence = { spacing: [10, 20, 30], rest: 90, keepInTouch: null }
  write(
    {
      type: 'settings.put',
      fields: { cadences: { potential: cadence, client: cadence, 'past-client': cadence, partner: cadence, other: cadence } },
    },
    '2026-03-02',
  )
  expect(touch('2026-03-03')?.due).toBe('2026-03-13')
  expect(touch('2026-03-13')?.due).toBe('2026-04-02')
})

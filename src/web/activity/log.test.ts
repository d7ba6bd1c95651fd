import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryWorld } from '#test/memory-world.ts'
import { clock, today, zone } from '#test/a-day.ts'
import { outcomes } from '#method/activity/activity.ts'
import { addDays, asInstant, dayOf } from '#method/calendar/day.ts'
import { stepDefaults } from '#method/follow-up/propose-step.ts'
import type { Change } from '#method/ledger/operation.ts'
import { asCents } from '#method/sale/sale.ts'
import { expectedAfter, type Log, minutesBetween, planLog, stepIn } from './log.ts'

const author = { memberId: 'nadia', isOwner: true }
const calendar = { schedules: [], daysOff: [] }
const aLog = (over: Partial<Log> = {}): Log => ({
  kind: 'phone',
  direction: 'out',
  outcome: 'reached',
  minutes: null,
  title: '',
  note: '',
  notNow: null,
  occurredAt: clock('14:02'),
  zone,
  meeting: null,
  after: { take: 'proposal' },
  sale: null,
  ...over,
})

const workspace = () => {
  const memory = memoryWorld()
  let made = 0
  const write = (change: Change) => memory.write({ id: `o${(made += 1)}`, at: clock('14:10'), zone, change }, author)
  const all = (changes: readonly Change[]) => changes.map(write).filter(Boolean)
  return { ...memory, write, all }
}

test('one gesture adds the person, records the call and the sale; its undo takes all three back', () => {
  const { all, world } = workspace()
  const plan = planLog(aLog({ outcome: 'yes', sale: { amount: asCents(30_000), currency: 'CAD', offerId: null } }), [{ id: 'julie', newName: 'Julie Roy' }], {
    activityId: 'a',
    saleId: 's',
  })
  expect(all(plan.changes)).toEqual([])
  expect(world.get('sale', 's')).toMatchObject({ amount: 30_000, contactId: 'julie', activityId: 'a', voidedAt: null })
  expect(world.get('contact', 'julie')).toMatchObject({ name: 'Julie Roy', touches: 1, nextStep: { due: '2026-11-30' } })
  expect(all(plan.undo)).toEqual([])
  expect([world.get('sale', 's')?.voidedAt, world.get('activity', 'a')?.voidedAt, world.get('contact', 'julie')?.deletedAt]).toEqual([
    clock('14:10'),
    clock('14:10'),
    clock('14:10'),
  ])
})

test('an event gives a follow-up to everyone met, in one activity', () => {
  const { all, world, every } = workspace()
  all(
    planLog(
      aLog({ kind: 'networking', title: '5 à 7' }),
      ['a', 'b', 'c'].map((id) => ({ id, newName: `Rencontre ${id}` })),
      { activityId: 'e', saleId: 's' },
    ).changes,
  )
  expect(every('activity')).toHaveLength(1)
  expect(['a', 'b', 'c'].map((id) => world.get('contact', id)?.nextStep)).toMatchObject([1, 2, 3].map(() => ({ due: '2026-11-30', kind: 'phone' })))
})

test('what the sheet shows before the tap is what the ledger decides', () => {
  const told = fc.record({
    outcome: fc.constantFrom(...outcomes),
    kind: fc.constantFrom('phone', 'email', 'networking'),
    minutesAgo: fc.integer({ min: 0, max: 60 * 24 * 20 }),
    choice: fc.constantFrom('proposal', 'step', 'let-go'),
    isBooked: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(told, { minLength: 1, maxLength: 5 }), (gestures) => {
      const { write, all, world } = workspace()
      write({ type: 'contact.add', contactId: 'julie', fields: { name: 'Julie Roy' }, step: null })
      gestures.forEach(({ outcome, kind, minutesAgo, choice, isBooked }, place) => {
        const occurredAt = asInstant(Date.parse(clock('14:10')) - minutesAgo * 60_000)
        const log = aLog({
          outcome,
          kind,
          occurredAt,
          meeting: isBooked && outcome === 'meeting-booked' ? { day: addDays(today, 4), time: '10:30' } : null,
          after:
            choice === 'step'
              ? { take: 'step', step: { ...stepIn(3, today, calendar, 'phone'), promised: true } }
              : choice === 'let-go'
                ? { take: 'let-go', reason: 'moved-on' }
                : { take: 'proposal' },
        })
        const expected = expectedAfter(
          world.get('contact', 'julie') ?? null,
          { ...log, day: dayOf(occurredAt, zone), at: occurredAt },
          { steps: stepDefaults, calendar, today, cadences: null, sequence: undefined },
        )
        expect(all(planLog(log, [{ id: 'julie', newName: null }], { activityId: `a${place}`, saleId: 's' }).changes)).toEqual([])
        const decided = world.get('contact', 'julie')
        if ('letGo' in expected) expect(decided?.letGo?.reason).toBe(expected.letGo)
        else
          expect(decided?.nextStep).toMatchObject({
            due: expected.nextStep.due,
            time: expected.nextStep.time,
            kind: expected.nextStep.kind,
            promised: expected.nextStep.promised,
          })
      })
    }),
  )
})

test('a call is timed to the minute; a tap that came back at once, or after a night, times nothing', () => {
  expect(minutesBetween(clock('14:02'), clock('14:06'))).toBe(4)
  expect(minutesBetween(clock('14:02'), clock('14:02'))).toBeNull()
  expect(minutesBetween(clock('09:00'), clock('14:00'))).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryWorld } from '#test/memory-world.ts'
import { anyOperations, idOf } from '#test/operations.ts'
import { asDay, type Instant } from '../calendar/day.ts'
import { isForgotten, isOpen } from '../contact/contact.ts'
import { asCents } from '../sale/sale.ts'
import { historyOf } from './history.ts'
import type { ActivityEntry, Change } from './operation.ts'

const author = { memberId: 'nadia', isOwner: true }
const zone = 'America/Toronto'
const at = (text: string) => `${text}:00.000Z` as Instant
const julie = idOf(1, 1)
const lise = idOf(1, 2)

const workspace = () => {
  const memory = memoryWorld()
  let made = 0
  const write = (change: Change, when = at('2026-11-23T19:00')) => {
    made += 1
    return memory.write({ id: idOf(9, made), at: when, zone, change }, author)
  }
  const contact = (id: string) => memory.world.get('contact', id)
  return { ...memory, write, contact }
}

const call = (contactId: string, over: Partial<ActivityEntry> = {}): Change => ({
  type: 'activity.record',
  activityId: idOf(2, 1),
  kind: 'phone',
  direction: 'out',
  outcome: 'reached',
  contactIds: [contactId],
  minutes: 4,
  title: '',
  note: '',
  notNow: null,
  occurredAt: at('2026-11-23T19:00'),
  zone,
  meeting: null,
  after: { take: 'proposal' },
  ...over,
})

test('a person added with a name only has a first step on the next working day', () => {
  const { write, contact } = workspace()
  expect(write({ type: 'contact.add', contactId: julie, fields: { name: 'Julie Roy' }, step: null }, at('2026-11-21T15:00'))).toBeNull()
  expect(contact(julie)?.nextStep).toMatchObject({ due: '2026-11-23', origin: 'first', promised: false })
})

test('a call that reached her proposes a call a week later, and an undo gives the former step back', () => {
  const { write, contact } = workspace()
  write({
    type: 'contact.add',
    contactId: julie,
    fields: { name: 'Julie Roy' },
    step: { due: asDay('2026-11-23'), time: null, kind: 'phone', promised: true, note: '', origin: 'chosen' },
  })
  write(call(julie))
  expect(contact(julie)).toMatchObject({ touches: 1, nextStep: { due: '2026-11-30', origin: 'proposed', setBy: idOf(2, 1) } })
  write({ type: 'activity.void', activityId: idOf(2, 1) })
  expect(contact(julie)).toMatchObject({ touches: 0, lastTouchAt: null, nextStep: { due: '2026-11-23', promised: true } })
})

test('undoing two calls in either order gives back the step before both', () => {
  for (const order of [
    [1, 2],
    [2, 1],
  ]) {
    const { write, contact } = workspace()
    write({ type: 'contact.add', contactId: julie, fields: { name: 'Julie Roy' }, step: null })
    const before = contact(julie)?.nextStep
    write(call(julie))
    write(call(julie, { activityId: idOf(2, 2), occurredAt: at('2026-11-23T20:00'), outcome: 'message-left' }))
    for (const n of order) write({ type: 'activity.void', activityId: idOf(2, n) })
    expect(contact(julie)?.nextStep).toEqual(before)
  }
})

test('an unanswered call does not push back a meeting already booked', () => {
  const { write, contact } = workspace()
  write({ type: 'contact.add', contactId: julie, fields: { name: 'Julie Roy' }, step: null })
  write(call(julie, { outcome: 'meeting-booked', meeting: { day: asDay('2026-11-27'), time: '10:30' } }))
  write(call(julie, { activityId: idOf(2, 2), outcome: 'no-answer', occurredAt: at('2026-11-23T20:00') }))
  expect(contact(julie)?.nextStep).toMatchObject({ due: '2026-11-27', time: '10:30', origin: 'meeting' })
})

test('a "no" lets go, with its reason, and takes no more place in the follow-ups', () => {
  const { write, contact } = workspace()
  write({ type: 'contact.add', contactId: julie, fields: { name: 'Julie Roy' }, step: null })
  write(call(julie, { outcome: 'no' }))
  expect(contact(julie)).toMatchObject({ nextStep: null, letGo: { reason: 'said-no' } })
})

test('a correction is another fact: the first no longer counts, the second does', () => {
  const { write, contact, world } = workspace()
  write({ type: 'contact.add', contactId: julie, fields: { name: 'Julie Roy' }, step: null })
  write(call(julie, { outcome: 'no' }))
  const { type: _, ...entry } = call(julie, { activityId: idOf(2, 2), outcome: 'reached' }) as Extract<Change, { type: 'activity.record' }>
  write({ type: 'activity.correct', corrects: idOf(2, 1), ...entry })
  expect(world.get('activity', idOf(2, 1))).toMatchObject({ outcome: 'no', voidedAt: at('2026-11-23T19:00') })
  expect(contact(julie)).toMatchObject({ touches: 1, letGo: null, nextStep: { due: '2026-11-30' } })
})

test('merging keeps the earlier step and doubles no history; taking it back gives both as they were', () => {
  const { write, contact } = workspace()
  write({ type: 'contact.add', contactId: julie, fields: { name: 'Julie Roy', city: 'Sorel' }, step: null })
  write({ type: 'contact.add', contactId: lise, fields: { name: 'J. Roy', organisation: 'Café du Quai' }, step: null })
  write(call(julie, { contactIds: [julie, lise] }))
  const both = [contact(julie), contact(lise)]
  write({ type: 'contact.merge', mergeId: idOf(3, 1), keep: julie, gone: lise })
  expect(contact(julie)).toMatchObject({ city: 'Sorel', organisation: 'Café du Quai', touches: 1 })
  write({ type: 'contact.unmerge', mergeId: idOf(3, 1) })
  expect([contact(julie), contact(lise)]).toEqual(both)
})

test('an import taken back removes whom it added, keeps whom she has spoken to since, and blanks what it filled', () => {
  const { write, contact } = workspace()
  write({ type: 'contact.add', contactId: idOf(1, 3), fields: { name: 'Ginette Lavoie' }, step: null })
  const row = (contactId: string, isNew: boolean) => ({ contactId, isNew, fields: { name: 'Julie Roy', city: 'Sorel' }, due: asDay('2026-11-24') })
  write({ type: 'contact.import', importId: idOf(5, 1), file: 'clients.csv', rows: [row(julie, true), row(lise, true), row(idOf(1, 3), false)] })
  expect(contact(idOf(1, 3))?.city).toBe('Sorel')
  write(call(lise))
  write({ type: 'import.undo', importId: idOf(5, 1) })
  expect([contact(julie)?.deletedAt, contact(lise)?.deletedAt]).toEqual([at('2026-11-23T19:00'), null])
  expect(contact(idOf(1, 3))).toMatchObject({ name: 'Ginette Lavoie', city: '' })
})

test('an import taken back keeps whoever a sale, an enquiry or something said by another file stands on', () => {
  const { write, contact } = workspace()
  const ids = [1, 2, 3, 4].map((n) => idOf(1, n))
  const row = (contactId: string) => ({ contactId, isNew: true, fields: { name: contactId }, due: asDay('2026-11-24') })
  write({ type: 'contact.import', importId: idOf(5, 1), file: 'clients.csv', rows: ids.map(row) })
  const [buyer = '', writer = '', asker = ''] = ids
  write({ ...sale(1, 300, null), contactId: buyer } as Change)
  const past = { kind: 'email', direction: 'in' as const, outcome: 'replied' as const, minutes: null, title: '', note: '', notNow: null, zone }
  const activities = [{ ...past, activityId: idOf(2, 9), contactIds: [writer], occurredAt: at('2026-03-02T10:00') }]
  write({ type: 'history.import', importId: idOf(5, 2), file: 'autre.csv', activities, sales: [] })
  write({
    type: 'enquiry.record',
    enquiryId: idOf(7, 1),
    contactId: asker,
    via: 'email',
    receivedAt: at('2026-11-20T16:00'),
    name: 'Julie',
    email: '',
    phone: '',
    city: '',
    subject: '',
    words: 'Est-ce pour moi?',
    language: 'fr',
    mayWrite: 'form-1',
  })
  write({ type: 'import.undo', importId: idOf(5, 1) })
  expect(ids.map((id) => contact(id)?.deletedAt === null)).toEqual([true, true, true, false])
})

const sale = (n: number, amount: number, refunds: string | null): Change => ({
  type: 'sale.record',
  saleId: idOf(4, n),
  amount: asCents(amount),
  currency: 'CAD',
  offerId: null,
  contactId: null,
  activityId: null,
  refunds,
  note: '',
  occurredAt: at('2026-11-23T19:00'),
  zone,
})

test('a refund takes back at most what was paid', () => {
  const { write } = workspace()
  expect([write(sale(1, 30_000, null)), write(sale(2, -20_000, idOf(4, 1))), write(sale(3, -20_000, idOf(4, 1)))]).toEqual([null, null, 'refund-exceeds-sale'])
})

test('a sale is undone after its refund, and a refund comes back only while the sale still covers it', () => {
  const { write } = workspace()
  const voided = (n: number, isVoided: boolean): Change => ({ type: 'sale.void', saleId: idOf(4, n), voided: isVoided })
  const original = idOf(4, 1)
  expect([write(sale(1, 30_000, null)), write(sale(2, -20_000, original)), write(voided(1, true))]).toEqual([null, null, 'sale-has-refunds'])
  expect([write(voided(2, true)), write(sale(3, -20_000, original)), write(voided(2, false))]).toEqual([null, null, 'refund-exceeds-sale'])
  expect([write(voided(3, true)), write(voided(1, true)), write(voided(2, false))]).toEqual([null, null, 'unknown-sale'])
  expect([write(voided(1, false)), write(voided(2, false))]).toEqual([null, null])
})

test('a goal cannot be set for a day gone by', () => {
  const { write } = workspace()
  const goal = {
    id: idOf(6, 1),
    goalId: 'main',
    effectiveFrom: asDay('2026-11-22'),
    target: 5,
    per: 'day',
    measure: { type: 'all' },
    counting: 'people',
  } as const
  expect(write({ type: 'goal.set', goal })).toBe('goal-in-the-past')
  expect(write({ type: 'goal.set', goal: { ...goal, effectiveFrom: asDay('2026-11-23') } })).toBeNull()
})

test('whatever is written, in whatever order, nobody open is without a next step and no history is invented', () => {
  fc.assert(
    fc.property(anyOperations(40), (operations) => {
      const { world, every, write } = memoryWorld()
      for (const operation of operations) write(operation, author)
      for (const contact of every('contact')) {
        expect(isForgotten(contact)).toBe(false)
        if (isOpen(contact)) expect(contact.nextStep).not.toBeNull()
        if (contact.mergedInto !== null) continue
        const told = historyOf(world.activitiesOf(contact.id))
        expect({ touches: contact.touches, lastTouchAt: contact.lastTouchAt, firstReachedAt: contact.firstReachedAt }).toEqual({
          touches: told.touches,
          lastTouchAt: told.lastTouchAt,
          firstReachedAt: told.firstReachedAt,
        })
      }
    }),
    { numRuns: 400 },
  )
})

test('what was kept once is refused the second time, so a change that arrives twice counts once', () => {
  fc.assert(
    fc.property(anyOperations(20), (operations) => {
      const { every, write } = memoryWorld()
      const makes = ({ change }: (typeof operations)[number]) => ['contact.add', 'sale.record', 'activity.record'].includes(change.type)
      const kept = operations.filter((operation) => write(operation, author) === null && makes(operation))
      const before = JSON.stringify(every('activity')) + JSON.stringify(every('sale')) + JSON.stringify(every('contact'))
      expect(kept.map((operation) => write(operation, author))).toEqual(kept.map(() => 'already-exists'))
      expect(JSON.stringify(every('activity')) + JSON.stringify(every('sale')) + JSON.stringify(every('contact'))).toBe(before)
    }),
    { numRuns: 100 },
  )
})

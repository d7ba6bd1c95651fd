import { expect, test } from 'vitest'
import { memoryWorld } from '#test/memory-world.ts'
import { idOf } from '#test/operations.ts'
import { asDay, type Instant } from '../calendar/day.ts'
import { isForgotten } from '../contact/contact.ts'
import { asCents } from '../sale/sale.ts'
import type { Author, Change, PastActivity, PastSale } from './operation.ts'

const nadia = { memberId: 'nadia', isOwner: false }
const zone = 'America/Toronto'
const at = (text: string) => `${text}:00.000Z` as Instant
const julie = idOf(1, 1)
const lise = idOf(1, 2)
const first = idOf(5, 1)
const second = idOf(5, 2)

const workspace = () => {
  const memory = memoryWorld()
  let made = 0
  const write = (change: Change, author: Author = nadia) => memory.write({ id: idOf(9, (made += 1)), at: at('2026-11-23T19:00'), zone, change }, author)
  write({ type: 'contact.add', contactId: julie, fields: { name: 'Julie Roy' }, step: null })
  return {
    ...memory,
    write,
    contact: (id: string) => memory.world.get('contact', id),
    counted: () => memory.every('activity').filter((one) => one.voidedAt === null),
  }
}
const people = (importId: string): Change => ({
  type: 'contact.import',
  importId,
  file: 'cahier.csv',
  rows: [{ contactId: lise, isNew: true, fields: { name: 'Lise Côté', source: 'Salon' }, due: asDay('2026-11-24') }],
})
const history = (importId: string): Change => ({
  type: 'history.import',
  importId,
  file: 'cahier.csv',
  activities: [julie, lise].map((person, place) => ({
    activityId: idOf(6, place + 1),
    kind: 'phone',
    direction: 'out',
    outcome: 'reached',
    contactIds: [person],
    minutes: null,
    title: '',
    note: 'Veut une soumission',
    notNow: null,
    occurredAt: at('2026-03-10T15:00'),
    zone,
  })),
  sales: [{ saleId: idOf(4, 1), amount: asCents(30_000), currency: 'CAD', offerId: null, contactId: lise, note: '', occurredAt: at('2026-05-01T15:00'), zone }],
})

test('a file taken back and brought again counts once more, under ids of its own, with the people it had brought', () => {
  const { write, contact, counted, every, world } = workspace()
  const bring = (importId: string) => [people(importId), history(importId)].map((change) => write(change))
  const takeBack = (importId: string) => {
    const own = (rows: readonly { readonly id: string; readonly importId: string | null }[]) =>
      rows.filter((row) => row.importId === importId).map(({ id }) => id)
    write({ type: 'history.undo', importId, activityIds: own(every('activity')), saleIds: own(every('sale')) })
    write({ type: 'import.undo', importId })
  }
  expect(bring(first)).toEqual([null, null])
  takeBack(first)
  expect(contact(lise)?.deletedAt).not.toBeNull()
  expect(counted()).toEqual([])
  bring(second)
  expect(counted()).toHaveLength(2)
  expect(contact(lise)).toMatchObject({ deletedAt: null, touches: 1, importId: second })
  expect(isForgotten(contact(lise) ?? ({} as never))).toBe(false)
  expect(every('sale').filter(({ voidedAt }) => voidedAt === null)).toHaveLength(1)
  expect(world.get('importBatch', second)).toMatchObject({ added: 1, activities: 2, sales: 1 })
  // Once it counts again, the same file adds nothing, whatever the number of times.
  bring(idOf(5, 3))
  bring(second)
  expect(counted()).toHaveLength(2)
  takeBack(second)
  expect(counted()).toEqual([])
  bring(idOf(5, 4))
  expect(counted()).toHaveLength(2)
})

test('a fact that the person undid herself does not come back with its file', () => {
  const { write, counted } = workspace()
  write(people(first))
  write(history(first))
  write({ type: 'activity.void', activityId: idOf(6, 1) })
  write(history(second))
  expect(counted().map(({ id }) => id)).toEqual([idOf(6, 2)])
})

test('no file brings back who asked to be erased, nor writes anything of her', () => {
  const { write, contact, counted, every } = workspace()
  write(people(first))
  write({ type: 'contact.erase', contactId: lise })
  expect(write(people(second))).toBeNull()
  expect(write(history(second))).toBeNull()
  expect(contact(lise)).toMatchObject({ name: '', source: '', touches: 0 })
  expect(contact(lise)?.deletedAt).not.toBeNull()
  expect(counted().map(({ contactIds }) => contactIds)).toEqual([[julie]])
  expect(every('sale')).toEqual([])
})

const bought = (n: number, amount: number, over: Partial<PastSale> = {}): PastSale => ({
  saleId: idOf(4, n),
  amount: asCents(amount),
  currency: 'CAD',
  offerId: null,
  contactId: julie,
  note: '',
  occurredAt: at('2026-05-01T15:00'),
  zone,
  ...over,
})
const bringing = (importId: string, ...sales: readonly PastSale[]): Change => ({ ...(history(importId) as Extract<Change, { type: 'history.import' }>), sales })

test('what a file tells of its facts is kept: the line, the day alone, the activity of the row', () => {
  const { write, every } = workspace()
  write(people(first))
  write(bringing(first, bought(1, 5000, { line: 7, isDayOnly: true, activityId: idOf(6, 1) }), bought(2, 6000, { activityId: idOf(6, 99) })))
  expect(every('sale')).toMatchObject([
    { line: 7, isDayOnly: true, activityId: idOf(6, 1) },
    // An activity that is not there is not named.
    { line: null, isDayOnly: null, activityId: null },
  ])
})

test('a refund names its sale and takes no more than is left of it, whoever recorded the rest', () => {
  const { write, every } = workspace()
  write(people(first))
  write(bringing(first, bought(1, 10_000), bought(2, -4000, { refunds: idOf(4, 1) })))
  expect(every('sale')).toMatchObject([{ refunds: null }, { amount: -4000, refunds: idOf(4, 1) }])
  const refund = { type: 'sale.record', ...bought(3, -5000), activityId: null, refunds: idOf(4, 1) } as Change
  expect(write(refund)).toBeNull()
  // 1000 are left: a file that takes 2000 off brings nothing, one that takes 1000 does; an unknown sale is taken back by nothing.
  write(bringing(second, bought(4, -2000, { refunds: idOf(4, 1) }), bought(5, -1000, { refunds: idOf(4, 1) }), bought(6, -10, { refunds: idOf(4, 77) })))
  expect(every('sale').map(({ amount }) => amount)).toEqual([10_000, -4000, -5000, -1000])
})

test('an import is taken back by whoever made it or by an owner, and by no other member', () => {
  const { write, contact, counted } = workspace()
  write(people(first))
  write(history(first))
  const back: readonly Change[] = [
    { type: 'history.undo', importId: first, activityIds: [idOf(6, 1), idOf(6, 2)], saleIds: [idOf(4, 1)] },
    { type: 'import.undo', importId: first },
  ]
  expect(back.map((change) => write(change, { memberId: 'paul', isOwner: false }))).toEqual(['not-yours', 'not-yours'])
  expect([counted().length, contact(lise)?.deletedAt]).toEqual([2, null])
  expect(back.map((change) => write(change, { memberId: 'paul', isOwner: true }))).toEqual([null, null])
  expect(counted()).toEqual([])
})

test('a refund follows its sale to the id it has once its file was taken back and brought again', () => {
  const { write, every } = workspace()
  const file = (importId: string) => bringing(importId, bought(1, 10_000, { activityId: idOf(6, 1) }), bought(2, -4000, { refunds: idOf(4, 1) }))
  write(people(first))
  write(file(first))
  write({ type: 'history.undo', importId: first, activityIds: [idOf(6, 1), idOf(6, 2)], saleIds: [idOf(4, 1), idOf(4, 2)] })
  write({ type: 'import.undo', importId: first })
  write(people(second))
  write(file(second))
  const standing = every('sale').filter(({ voidedAt }) => voidedAt === null)
  expect(standing).toHaveLength(2)
  expect(standing[1]?.refunds).toBe(standing[0]?.id)
  expect(every('activity').find(({ id }) => id === standing[0]?.activityId)?.voidedAt).toBeNull()
})

test('a correction keeps an unknown clock unknown as long as it leaves the moment as it was', () => {
  const { write, every } = workspace()
  write(people(first))
  const file = history(first) as Extract<Change, { type: 'history.import' }>
  write({ ...file, activities: file.activities.map((activity) => ({ ...activity, isDayOnly: true, line: 3 })) })
  const entry = { ...(file.activities[0] as PastActivity), meeting: null, after: { take: 'proposal' } } as const
  write({ type: 'activity.correct', corrects: idOf(6, 1), ...entry, activityId: idOf(6, 11), note: 'Rappeler' })
  write({ type: 'activity.correct', corrects: idOf(6, 11), ...entry, activityId: idOf(6, 12), occurredAt: at('2026-03-10T13:00') })
  const told = (id: string) => every('activity').find((one) => one.id === id)
  expect(told(idOf(6, 11))).toMatchObject({ isDayOnly: true, line: 3 })
  expect(told(idOf(6, 12))).toMatchObject({ isDayOnly: null, line: null })
})

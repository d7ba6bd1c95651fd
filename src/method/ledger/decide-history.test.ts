import { expect, test } from 'vitest'
import { memoryWorld } from '#test/memory-world.ts'
import { idOf } from '#test/operations.ts'
import { asDay, type Instant } from '../calendar/day.ts'
import { isForgotten } from '../contact/contact.ts'
import { asCents } from '../sale/sale.ts'
import type { Change } from './operation.ts'

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
  const write = (change: Change) => memory.write({ id: idOf(9, (made += 1)), at: at('2026-11-23T19:00'), zone, change }, nadia)
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
  const bring = (importId: string) => [people(importId), history(importId)].map(write)
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

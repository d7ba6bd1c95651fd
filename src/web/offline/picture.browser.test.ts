import { afterEach, expect, test } from 'vitest'
import { v7 } from 'uuid'
import type { Activity } from '#method/activity/activity.ts'
import { addDays, asDay, asInstant, type Day } from '#method/calendar/day.ts'
import { blankFields, blankHistory, type Contact } from '#method/contact/contact.ts'
import { tables, type Put } from '#method/ledger/operation.ts'
import { memoryWorkspace } from '../../../test/memory-server.ts'
import { forgetRows, openStore, readActivities, readAll, storeName, takeRound, type DeviceStore, type Meta } from './device-store.ts'
import { renewPicture } from './picture.ts'
import { daysAtOnce } from './window.ts'

const today = asDay('2026-11-23')
const recent = addDays(today, -daysAtOnce)
const name = () => storeName(`entrain-test-${v7()}`, memoryWorkspace)
const opened: DeviceStore[] = []
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})
const aStore = async (place = name()): Promise<DeviceStore> => {
  const store = await openStore(place)
  opened.push(store)
  return store
}

const meta = (cursor: number): Meta => ({ key: 'meta', cursor, isComplete: true, lastSyncAt: null, workspace: memoryWorkspace, missing: [] })
const idOf = (n: number) => `0190aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`
const contact = (n: number, words: string): Put => ({
  table: 'contact',
  row: {
    ...blankFields,
    ...blankHistory,
    id: idOf(n),
    name: `${words} ${n}`,
    nextStep: { due: today, time: null, kind: 'phone', promised: true, note: '', origin: 'chosen', setBy: null },
    letGo: null,
    createdAt: asInstant(Date.parse('2026-01-01T12:00:00Z')),
    createdBy: 'nathalie',
    importId: null,
    archivedAt: null,
    deletedAt: null,
    mergedInto: null,
  } as unknown as Contact,
})
const touch = (n: number, day: Day, note: string): Put => ({
  table: 'activity',
  row: { id: idOf(n), memberId: 'nathalie', kind: 'phone', contactIds: [idOf(n % 600)], note, day, occurredAt: `${day}T15:00:00.000Z` } as unknown as Activity,
})
const take = (store: DeviceStore, puts: readonly Put[], cursor = 1) => takeRound(store, { puts, rollUps: [], answered: [], refused: [], meta: meta(cursor) })
const filled = async (people: number): Promise<DeviceStore> => {
  const store = await aStore()
  await take(store, [
    ...Array.from({ length: people }, (_, n) => contact(n, 'Anne')),
    ...Array.from({ length: 900 }, (_, n) => touch(n, addDays(today, -(n % 80)), 'avant')),
  ])
  return store
}

const byId = (rows: readonly { readonly id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
/** What opening tells, and what the rows are, by table. */
const toldAndHeld = async (store: DeviceStore) => {
  const { rows, from } = await readAll(store, recent)
  const earlier = from ? await readActivities(store, { from: null, before: from }) : []
  const told = tables.map((table) => byId(table === 'activity' ? [...rows.activity, ...earlier] : rows[table]))
  const held = await Promise.all(tables.map(async (table) => byId(await store.getAll(table))))
  return { told, held, from }
}

test('a device that holds few people keeps no picture', async () => {
  const store = await filled(40)
  await renewPicture(store, recent)
  expect(await store.count('picture')).toBe(0)
  const { told, held, from } = await toldAndHeld(store)
  expect(told).toEqual(held)
  expect(from).toBeNull()
})

test('the picture and what lies beside it tell what the rows are, round after round', async () => {
  const store = await filled(600)
  await renewPicture(store, recent)
  expect(await store.count('picture')).toBe(1)
  // What is neither in the picture nor beside it would be told as it was.
  const rounds: readonly (readonly Put[])[] = [
    [contact(3, 'Béatrice'), contact(3, 'Camille')],
    [contact(7000, 'Denise'), touch(7001, today, 'neuf'), touch(0, today, 'corrigé')],
    [touch(0, addDays(today, -40), 'remis à plus tôt'), touch(7001, addDays(today, -3), 'déplacé')],
    [touch(79, today, 'venu d’avant'), contact(7000, 'Élise')],
  ]
  for (const [at, puts] of rounds.entries()) {
    await take(store, puts, at + 2)
    const { told, held, from } = await toldAndHeld(store)
    expect(from).toBe(recent)
    expect(told).toEqual(held)
  }
  expect(await store.count('since')).toBe(rounds.length)
})

test('days later the picture still serves, and a clock set back reads the rows themselves', async () => {
  const store = await filled(600)
  await renewPicture(store, recent)
  expect((await readAll(store, addDays(recent, 5))).from).toBe(recent)
  const { rows, from } = await readAll(store, addDays(recent, -5))
  expect(from).toBeNull()
  expect(rows.activity).toHaveLength(900)
})

test('a picture is made anew after very many rounds, and done away with by one that brings very much', async () => {
  const store = await filled(600)
  await renewPicture(store, recent)
  for (let n = 0; n < 100; n += 1) await take(store, [contact(n, 'Flore')], n + 2)
  expect(await store.count('since')).toBe(100)
  await renewPicture(store, recent)
  expect([await store.count('since'), await store.count('picture')]).toEqual([0, 1])
  expect((await toldAndHeld(store)).told).toEqual((await toldAndHeld(store)).held)
  await take(
    store,
    Array.from({ length: 1001 }, (_, n) => contact(n, 'Gisèle')),
    200,
  )
  expect([await store.count('since'), await store.count('picture')]).toEqual([0, 0])
  const { told, held } = await toldAndHeld(store)
  expect(told).toEqual(held)
})

test('a device told to forget keeps no picture of anyone', async () => {
  const place = name()
  const store = await aStore(place)
  await take(
    store,
    Array.from({ length: 600 }, (_, n) => contact(n, 'Hélène')),
  )
  await renewPicture(store, recent)
  await take(store, [contact(1, 'Irène')], 2)
  await forgetRows(store, place, 'device-revoked')
  expect([await store.count('since'), await store.count('picture'), await store.count('contact')]).toEqual([0, 0, 0])
  expect((await readAll(store, recent)).rows.contact).toEqual([])
})

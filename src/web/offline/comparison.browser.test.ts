import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asDay, asInstant } from '#method/calendar/day.ts'
import type { Change, Operation } from '#method/ledger/operation.ts'
import type { TableIncident } from '#wire/ledger/digest.ts'
import { memoryServer, memoryWorkspace, type MemoryServer } from '../../../test/memory-server.ts'
import { createLedger, type Ledger } from './create-ledger.ts'
import { openStore, storeName, type DeviceStore } from './device-store.ts'
import { createSyncDriver } from './sync-driver.ts'
import { createSyncRounds } from './sync-round.ts'

const aDay = 86_400_000
const monday = Date.parse('2026-11-23T19:00:00.000Z')
const zone = 'America/Toronto'
let now = monday
beforeEach(() => {
  now = monday
})
const opened: Ledger[] = []
const stores: DeviceStore[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (const ledger of opened.splice(0)) ledger.close()
  for (const store of stores.splice(0)) store.close()
})

const aTab = async (prefix: string, fetch: typeof globalThis.fetch): Promise<Ledger> => {
  const common = { prefix, fetch, now: () => now, zone: () => zone, newId: () => v7() }
  const ledger = createLedger({
    ...common,
    startSync: (tell) =>
      createSyncDriver({ ...common, tell, chance: () => 0, eventsPath: null, lockName: `${prefix}-sync`, rounds: createSyncRounds({ ...common, tell }) }),
  })
  opened.push(ledger)
  await ledger.open()
  await soon(() => expect(ledger.view().status).toBe('ready'))
  return ledger
}
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000 })
const person = (contactId: string, name: string): Change => ({ type: 'contact.add', contactId, fields: { name, city: 'Granby' }, step: null })
const call = (activityId: string, contactIds: readonly string[] = []): Change => ({
  type: 'activity.record',
  activityId,
  kind: 'phone',
  direction: 'out',
  outcome: 'reached',
  contactIds,
  minutes: 5,
  title: '',
  note: '',
  notNow: null,
  occurredAt: asInstant(now),
  zone,
  meeting: null,
  after: { take: 'proposal' },
})
const keep = async (ledger: Ledger, change: Change): Promise<void> => {
  const written = ledger.write(change)
  expect(written.ok).toBe(true)
  if (written.ok) await written.saved
}
const settled = (ledger: Ledger) => soon(() => expect(ledger.view().pending).toBe(0))
const comparisons = (server: MemoryServer): number => server.asked.filter((path) => path === 'GET /api/sync/digest').length

/** A device with two people and a call that the server knows, and its database as someone may damage it. */
const aDevice = async (server: MemoryServer, fetch = server.fetch) => {
  const prefix = `entrain-test-${v7()}`
  const [nathalie, eric, activityId] = [v7(), v7(), v7()]
  const ledger = await aTab(prefix, fetch)
  await keep(ledger, person(nathalie, 'Nathalie'))
  await keep(ledger, person(eric, 'Éric'))
  await keep(ledger, call(activityId, [nathalie]))
  await settled(ledger)
  const store = await openStore(storeName(prefix, memoryWorkspace))
  stores.push(store)
  const comparedOn = () => soon(async () => expect((await store.get('meta', 'meta'))?.comparedOn).toBe(new Date(now).toISOString().slice(0, 10)))
  return { prefix, ledger, store, nathalie, eric, activityId, comparedOn }
}
/** One row altered, one lost, one half written, two that nobody wrote. */
const damage = async ({ store, nathalie, eric, activityId }: Awaited<ReturnType<typeof aDevice>>): Promise<void> => {
  const [held, done] = [await store.get('contact', nathalie), await store.get('activity', activityId)]
  if (!held || !done) throw new Error('the device does not hold what it wrote')
  await store.put('contact', { ...held, city: 'Sorel' })
  await store.delete('contact', eric)
  await store.put('activity', { id: activityId, day: done.day } as never)
  await store.put('activity', { ...done, id: v7() })
  await store.put('rollUps', { memberId: 'nathalie', day: asDay('2026-01-05'), kind: 'phone', outcome: 'reached', activities: 9, conversations: 9, minutes: 9 })
}
const damages: readonly TableIncident[] = [
  { table: 'contact', missing: 1, extra: 0, altered: 1 },
  { table: 'activity', missing: 0, extra: 1, altered: 1 },
  { table: 'rollUp', missing: 0, extra: 1, altered: 0 },
]

test('a row that was damaged and one that was lost are put right the next day in every tab, what was refused stays, and the server is told how many', async () => {
  const server = memoryServer()
  const device = await aDevice(server)
  const { ledger, store, nathalie, eric, activityId } = device
  const other = await aTab(device.prefix, server.fetch)
  const refused: Operation = { id: v7(), at: asInstant(now), zone, change: call(v7()) }
  await store.put('refused', { id: refused.id, operation: refused, reason: 'already-exists' })
  await damage(device)
  now += aDay
  await ledger.sync()
  for (const tab of [ledger, other])
    await soon(() => {
      expect(tab.view().contact(nathalie)?.city).toBe('Granby')
      expect(tab.view().contact(eric)?.name).toBe('Éric')
      expect(tab.view().activitiesOn(asDay('2026-11-23'))).toMatchObject([{ id: activityId, outcome: 'reached' }])
      expect(tab.view().rollUps).toEqual([])
      expect(tab.view().refused).toMatchObject([{ reason: 'already-exists' }])
    })
  await soon(() => expect(server.incidents).toEqual([damages]))
  // Right again: the day after finds nothing.
  now += aDay
  await ledger.sync()
  await device.comparedOn()
  expect(comparisons(server)).toBe(2)
  expect(server.incidents.length).toBe(1)
})

test('a tap made while everything is read again stays, leaves, and counts once', async () => {
  const server = memoryServer()
  const tap = v7()
  let tab: Ledger | null = null
  let saved: Promise<void> | null = null
  const device = await aDevice(server, async (input, init) => {
    const answer = await server.fetch(input, init)
    if (tab && !saved && String(input).startsWith('/api/sync?since=0')) await (saved = keep(tab, call(tap)))
    return answer
  })
  await damage(device)
  now += aDay
  tab = device.ledger
  await device.ledger.sync()
  await soon(() => expect(server.incidents).toEqual([damages]))
  expect(saved).not.toBeNull()
  await soon(() => expect(device.ledger.view().contact(device.eric)?.name).toBe('Éric'))
  await settled(device.ledger)
  expect(server.every('activity').filter(({ id }) => id === tap).length).toBe(1)
  expect(
    device.ledger
      .view()
      .activitiesOn(asDay('2026-11-24'))
      .map(({ id }) => id),
  ).toEqual([tap])
})

test('a tap made while the device is compared goes first; the comparison is made some minutes later', async () => {
  const server = memoryServer()
  const tap = v7()
  let tab: Ledger | null = null
  let saved: Promise<void> | null = null
  const device = await aDevice(server, async (input, init) => {
    if (tab && !saved && String(input).startsWith('/api/sync/digest')) await (saved = keep(tab, call(tap)))
    return server.fetch(input, init)
  })
  await damage(device)
  now += aDay
  tab = device.ledger
  await device.ledger.sync()
  await soon(() => expect(server.every('activity').map(({ id }) => id)).toContain(tap))
  await settled(device.ledger)
  await device.ledger.sync()
  expect(server.incidents).toEqual([])
  expect(comparisons(server)).toBe(1)
  now += 6 * 60_000
  await device.ledger.sync()
  await soon(() => expect(server.incidents).toEqual([damages]))
})

test('a device that holds what it should asks once a day, and not on the day on which it read everything', async () => {
  const server = memoryServer()
  const device = await aDevice(server)
  const clear = vi.spyOn(IDBObjectStore.prototype, 'clear')
  await device.ledger.sync()
  expect(comparisons(server)).toBe(0)
  for (const day of [1, 2]) {
    now += aDay
    await device.ledger.sync()
    await device.comparedOn()
    now += 10 * 60_000
    await device.ledger.sync()
    await device.ledger.sync()
    expect(comparisons(server)).toBe(day)
  }
  expect(server.incidents).toEqual([])
  expect(clear).not.toHaveBeenCalled()
})

test('what the disk no longer gives back is read again from the server', async () => {
  const server = memoryServer()
  const device = await aDevice(server)
  let isWhole = false
  const { getAll, clear } = IDBObjectStore.prototype
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, query, count) {
    if (this.name === 'contact' && !isWhole) throw new DOMException('Failed to read large IndexedDB value', 'UnknownError')
    return getAll.call(this, query as IDBKeyRange | null, count)
  })
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
    isWhole = true
    return clear.call(this)
  })
  now += aDay
  await device.ledger.sync()
  await soon(() => expect(server.incidents).toEqual([[{ table: 'contact', missing: 2, extra: 0, altered: 0 }]]))
  await soon(() => expect(device.ledger.view().people().length).toBe(2))
})

test('when what is read again is what was held, nothing is replaced: the two only tell it otherwise', async () => {
  const server = memoryServer()
  const device = await aDevice(server, async (input, init) => {
    const answer = await server.fetch(input, init)
    if (!String(input).startsWith('/api/sync/digest') || init?.method === 'POST') return answer
    const told = (await answer.json()) as { readonly tables: Readonly<Record<string, object>> }
    return Response.json({ ...told, tables: { ...told.tables, contact: { count: 2, digest: '0'.repeat(64) } } })
  })
  const clear = vi.spyOn(IDBObjectStore.prototype, 'clear')
  now += aDay
  await device.ledger.sync()
  await soon(() => expect(server.incidents).toEqual([[{ table: 'contact', missing: 0, extra: 0, altered: 0 }]]))
  expect(clear).not.toHaveBeenCalled()
})

test('on a device that opens from a picture, a picture that tells otherwise than its rows lasts a day at most', async () => {
  const server = memoryServer()
  const device = await aDevice(server)
  const { ledger, store } = device
  const rows = () =>
    Array.from({ length: 300 }, (_, n) => ({ contactId: v7(), isNew: true, fields: { name: `Personne ${n}`, city: 'Granby' }, due: asDay('2026-11-24') }))
  for (let part = 0; part < 2; part += 1) await keep(ledger, { type: 'contact.import', importId: v7(), file: 'clients.csv', rows: rows() })
  await settled(ledger)
  await ledger.sync()
  const picture = async () => (await store.get('picture', 'picture'))?.text ?? ''
  await soon(async () => expect(await picture()).toContain('Granby'))
  const kept = await store.get('picture', 'picture')
  if (kept) await store.put('picture', { ...kept, text: kept.text.replaceAll('Granby', 'Sorel') })
  now += aDay
  await ledger.sync()
  await device.comparedOn()
  await soon(async () => {
    expect(await picture()).toContain('Granby')
    expect(await picture()).not.toContain('Sorel')
  })
  expect(server.incidents).toEqual([])
  // What is put right in the rows leaves no picture of what they were.
  await damage(device)
  now += aDay
  await ledger.sync()
  await soon(() => expect(server.incidents).toEqual([damages]))
  await ledger.sync()
  await soon(async () => expect(await picture()).toContain('Granby'))
  expect(await picture()).not.toContain('Sorel')
})

import { afterEach, expect, test, vi } from 'vitest'
import { openDB } from 'idb'
import { v7 } from 'uuid'
import { addDays, asDay, asInstant } from '#method/calendar/day.ts'
import { blankFields, blankHistory } from '#method/contact/contact.ts'
import { tables, type Change } from '#method/ledger/operation.ts'
import { memoryServer, memoryWorkspace, type MemoryServer } from '../../../test/memory-server.ts'
import type { BatchLimits } from './batch.ts'
import { createLedger, type Ledger } from './create-ledger.ts'
import { openStore, readAll, readIdentity, storeName, takeRound, writeIdentity } from './device-store.ts'
import { createSyncDriver } from './sync-driver.ts'
import { createSyncRounds } from './sync-round.ts'

const now = Date.parse('2026-11-23T19:00:00.000Z')
const zone = 'America/Toronto'
const today = asDay('2026-11-23')
const opened: Ledger[] = []
afterEach(() => {
  for (const ledger of opened.splice(0)) ledger.close()
})

/** A tab of a device: same prefix, same device. */
const aTab = async (prefix: string, server: MemoryServer, limits?: BatchLimits): Promise<Ledger> => {
  const common = { prefix, fetch: server.fetch, now: () => now, zone: () => zone, newId: () => v7() }
  const ledger = createLedger({
    ...common,
    startSync: (tell) =>
      createSyncDriver({
        ...common,
        tell,
        chance: () => 0,
        eventsPath: null,
        lockName: `${prefix}-sync`,
        rounds: createSyncRounds({ ...common, tell, ...(limits ? { limits } : {}) }),
      }),
  })
  opened.push(ledger)
  await ledger.open()
  return ledger
}
const aDevice = () => `entrain-test-${v7()}`
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000 })
const ready = (ledger: Ledger) => soon(() => expect(ledger.view().status).toBe('ready'))
const settled = (ledger: Ledger) => soon(() => expect(ledger.view().pending).toBe(0))

const person = (contactId: string): Change => ({ type: 'contact.add', contactId, fields: { name: 'Nathalie' }, step: null })
const call = (activityId: string, contactIds: readonly string[] = [], minute = 0): Change => ({
  type: 'activity.record',
  activityId,
  kind: 'phone',
  direction: 'out',
  outcome: 'reached',
  contactIds,
  minutes: null,
  title: '',
  note: '',
  notNow: null,
  occurredAt: asInstant(now + minute * 60_000),
  zone,
  meeting: null,
  after: { take: 'proposal' },
})
const keep = async (ledger: Ledger, change: Change): Promise<void> => {
  const written = ledger.write(change)
  expect(written.ok).toBe(true)
  if (written.ok) await written.saved
}

test('a tap without network shows at once, and is still there when the device is opened again', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const first = await aTab(prefix, server)
  await ready(first)
  server.faults.isOffline = true
  const written = first.write(call('0190aaaa-0000-7000-8000-00000000000a'))
  expect(first.view().activitiesOn(today)).toHaveLength(1)
  if (written.ok) await written.saved
  first.close()
  const again = await aTab(prefix, server)
  expect(again.view()).toMatchObject({ status: 'ready', pending: 1 })
  expect(
    again
      .view()
      .activitiesOn(today)
      .map(({ id }) => id),
  ).toEqual(['0190aaaa-0000-7000-8000-00000000000a'])
  server.faults.isOffline = false
  await again.sync()
  await settled(again)
  expect(server.every('activity')).toHaveLength(1)
  expect(again.view().activitiesOn(today)).toHaveLength(1)
})

test('an answer lost on the way makes nothing count twice', async () => {
  const server = memoryServer()
  const ledger = await aTab(aDevice(), server)
  await ready(ledger)
  const contactId = v7()
  await keep(ledger, person(contactId))
  await settled(ledger)
  server.faults.dropsAnswers = true
  await keep(ledger, call(v7(), [contactId]))
  await soon(() => expect(server.every('activity')).toHaveLength(1))
  await ledger.sync()
  expect(ledger.view().contact(contactId)?.touches).toBe(1)
  expect(ledger.view().pending).toBe(1)
  server.faults.dropsAnswers = false
  await ledger.sync()
  await settled(ledger)
  expect(ledger.view().contact(contactId)?.touches).toBe(1)
  expect(server.every('contact')[0]?.touches).toBe(1)
})

test('two tabs show the same day', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const [one, other] = [await aTab(prefix, server), await aTab(prefix, server)]
  await Promise.all([ready(one), ready(other)])
  server.faults.isOffline = true
  for (let n = 0; n < 5; n += 1) await Promise.all([keep(one, call(v7(), [], n)), keep(other, call(v7(), [], 10 + n))])
  await soon(() => {
    expect(one.view().activitiesOn(today)).toHaveLength(10)
    expect(other.view().activitiesOn(today)).toEqual(one.view().activitiesOn(today))
  })
  server.faults.isOffline = false
  await Promise.all([one.sync(), other.sync()])
  await Promise.all([settled(one), settled(other)])
  expect(server.every('activity')).toHaveLength(10)
  expect(other.view().activitiesOn(today)).toEqual(one.view().activitiesOn(today))
})

test('two devices meet at the server', async () => {
  const server = memoryServer()
  const [phone, desk] = [await aTab(aDevice(), server), await aTab(aDevice(), server)]
  await Promise.all([ready(phone), ready(desk)])
  const contactId = v7()
  await keep(phone, person(contactId))
  await settled(phone)
  await desk.sync()
  await soon(() => expect(desk.view().people()).toEqual(phone.view().people()))
  expect(
    desk
      .view()
      .search('natha')
      .map(({ id }) => id),
  ).toEqual([contactId])
})

test('what the server refuses is set aside with its reason, blocks nothing, and can be tried again or abandoned', async () => {
  const server = memoryServer()
  const ledger = await aTab(aDevice(), server)
  await ready(ledger)
  server.faults.isOffline = true
  const taken = v7()
  await keep(ledger, call(taken))
  server.push({
    device: 'another',
    operations: [{ sequence: 1, operation: { id: v7(), at: asInstant(now), zone, change: { ...call(taken), note: 'another fact' } as Change } }],
  })
  const good = v7()
  await keep(ledger, call(good, [], 5))
  server.faults.isOffline = false
  await ledger.sync()
  await settled(ledger)
  await soon(() => expect(ledger.view().refused.map(({ reason }) => reason)).toEqual(['already-exists']))
  expect(server.every('activity').map(({ id }) => id)).toContain(good)
  const refused = ledger.view().refused[0]
  await ledger.retryRefused(refused?.operation.id ?? '')
  await soon(() => expect(ledger.view()).toMatchObject({ pending: 0, refused: [{ reason: 'already-exists' }] }))
  expect(JSON.parse(await ledger.pendingFile().text())).toMatchObject({ refused: [{ reason: 'already-exists' }] })
  await ledger.discardRefused(ledger.view().refused[0]?.operation.id ?? '')
  expect(ledger.view().refused).toEqual([])
})

test('a session that ended pauses the sync and keeps everything', async () => {
  const server = memoryServer()
  const ledger = await aTab(aDevice(), server)
  await ready(ledger)
  server.faults.status = 401
  await keep(ledger, call(v7()))
  await soon(() => expect(ledger.view().connection).toBe('signed-out'))
  expect(ledger.view()).toMatchObject({ status: 'ready', pending: 1 })
  server.faults.status = null
  await ledger.sync()
  await settled(ledger)
  expect(server.every('activity')).toHaveLength(1)
})

test('a device that nobody signed in to says so', async () => {
  const server = memoryServer()
  server.faults.status = 401
  const ledger = await aTab(aDevice(), server)
  await soon(() => expect(ledger.view()).toMatchObject({ status: 'signed-out', connection: 'signed-out' }))
})

test('a disk that is full says so: the tap leaves the screen and nothing pretends to be kept', async () => {
  const server = memoryServer()
  const ledger = await aTab(aDevice(), server)
  await ready(ledger)
  const add = IDBObjectStore.prototype.add
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const written = ledger.write(call(v7()))
  expect(ledger.view().activitiesOn(today)).toHaveLength(1)
  await expect(written.ok ? written.saved : null).rejects.toMatchObject({ name: 'WriteFailure', reason: 'device-full' })
  IDBObjectStore.prototype.add = add
  expect(ledger.view()).toMatchObject({ pending: 0, failure: 'device-full' })
  expect(ledger.view().activitiesOn(today)).toEqual([])
  await keep(ledger, call(v7()))
  expect(ledger.view().failure).toBeNull()
})

test('batches hold what the limits allow, and one that is too large is cut in two', async () => {
  const server = memoryServer()
  const ledger = await aTab(aDevice(), server, { operations: 4, characters: 1_000_000 })
  await ready(ledger)
  server.faults.isOffline = true
  for (let n = 0; n < 10; n += 1) await keep(ledger, call(v7(), [], n))
  server.faults.isOffline = false
  server.faults.largest = 2
  await ledger.sync()
  await settled(ledger)
  expect(server.batches).toEqual([2, 2, 2, 2, 2])
  expect(server.every('activity')).toHaveLength(10)
})

test('a first visit reads every page before it is ready', async () => {
  const server = memoryServer()
  server.push({
    device: 'another',
    operations: Array.from({ length: 25 }, (_, n) => ({ sequence: n + 1, operation: { id: v7(), at: asInstant(now), zone, change: call(v7(), [], n) } })),
  })
  server.faults.pageSize = 4
  const ledger = await aTab(aDevice(), server)
  await ready(ledger)
  expect(ledger.view().activitiesOn(today)).toHaveLength(25)
})

test('a newer format of the server is not read, and writing goes on', async () => {
  const server = memoryServer()
  const ledger = await aTab(aDevice(), server)
  await ready(ledger)
  server.faults.format = 2
  await keep(ledger, call(v7()))
  await ledger.sync()
  await soon(() => expect(ledger.view().connection).toBe('outdated'))
  await soon(() => expect(server.every('activity')).toHaveLength(1))
  expect(ledger.view().activitiesOn(today)).toHaveLength(1)
})

test('a device signed out from elsewhere is wiped once nothing waits', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const ledger = await aTab(prefix, server)
  await ready(ledger)
  await keep(ledger, call(v7()))
  await settled(ledger)
  server.faults.wipe = true
  await ledger.sync()
  await soon(() => expect(ledger.view()).toMatchObject({ status: 'signed-out', workspace: null }))
  await soon(async () => expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(storeName(prefix, memoryWorkspace)))
})

const databases = async () => (await indexedDB.databases()).map(({ name }) => name)

test.each(['device-revoked', 'membership-ended'] as const)(
  'a device that the server sends away (%s) forgets everything and says why, also when it is opened again',
  async (reason) => {
    const server = memoryServer()
    const prefix = aDevice()
    const ledger = await aTab(prefix, server)
    await ready(ledger)
    await keep(ledger, person(v7()))
    await settled(ledger)
    Object.assign(server.faults, { status: 401, reason })
    await ledger.sync()
    await soon(() => expect(ledger.view()).toMatchObject({ status: 'signed-out', workspace: null, sentAway: reason }))
    expect(ledger.view().people()).toEqual([])
    await soon(async () => expect(await databases()).not.toContain(storeName(prefix, memoryWorkspace)))
    ledger.close()
    const again = await aTab(prefix, server)
    await soon(() => expect(again.view()).toMatchObject({ status: 'signed-out', sentAway: reason }))
    // Someone enters: nothing is said any more.
    Object.assign(server.faults, { status: null, reason: null })
    await again.sync()
    await ready(again)
    expect(again.view()).toMatchObject({ sentAway: null })
    expect(again.view().people()).toHaveLength(1)
  },
)

test('sent away with something unsent, a device forgets the people and keeps that, sends it when its owner enters again, and says nothing more', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const ledger = await aTab(prefix, server)
  await ready(ledger)
  const contactId = v7()
  await keep(ledger, person(contactId))
  await settled(ledger)
  Object.assign(server.faults, { status: 401, reason: 'device-revoked' })
  await keep(ledger, call(v7(), [contactId]))
  await ledger.sync()
  await soon(() => expect(ledger.view()).toMatchObject({ status: 'signed-out', sentAway: 'device-revoked', pending: 1 }))
  expect(ledger.view().people()).toEqual([])
  const store = await openStore(storeName(prefix, memoryWorkspace))
  expect([await store.count('contact'), await store.count('outbox')]).toEqual([0, 1])
  store.close()
  ledger.close()
  const again = await aTab(prefix, server)
  await soon(() => expect(again.view()).toMatchObject({ status: 'signed-out', sentAway: 'device-revoked', pending: 1 }))
  expect(JSON.parse(await again.pendingFile().text())).toMatchObject({ pending: [{ change: { type: 'activity.record' } }] })
  Object.assign(server.faults, { status: null, reason: null })
  await again.sync()
  await settled(again)
  await ready(again)
  expect(server.every('activity')).toHaveLength(1)
  expect(again.view()).toMatchObject({ sentAway: null, status: 'ready' })
  expect(again.view().contact(contactId)?.touches).toBe(1)
})

test('asked to forget while its session lives, a device first sends what waits', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const ledger = await aTab(prefix, server)
  await ready(ledger)
  server.faults.isOffline = true
  await keep(ledger, call(v7()))
  ledger.close()
  Object.assign(server.faults, { isOffline: false, wipe: true })
  const again = await aTab(prefix, server)
  await again.sync()
  await soon(() => expect(again.view()).toMatchObject({ status: 'signed-out', workspace: null, sentAway: 'device-revoked' }))
  expect(server.every('activity')).toHaveLength(1)
  await soon(async () => expect(await databases()).not.toContain(storeName(prefix, memoryWorkspace)))
})

test('signing out sends what waits first, refuses to lose it unasked, and leaves nothing behind', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const ledger = await aTab(prefix, server)
  await ready(ledger)
  server.faults.isOffline = true
  await keep(ledger, call(v7()))
  expect(await ledger.signOut()).toEqual({ ok: false, pending: 1 })
  server.faults.isOffline = false
  expect(await ledger.signOut()).toEqual({ ok: true })
  expect(server.every('activity')).toHaveLength(1)
  expect(ledger.view().status).toBe('signed-out')
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(storeName(prefix, memoryWorkspace))
})

test('signing out without network ends the session at the first round, before anything is read again', async () => {
  const server = memoryServer()
  const ledger = await aTab(aDevice(), server)
  await ready(ledger)
  server.faults.isOffline = true
  expect(await ledger.signOut()).toEqual({ ok: true })
  server.faults.isOffline = false
  await ledger.sync()
  expect(server.faults.status).toBe(401)
  expect(ledger.view()).toMatchObject({ status: 'signed-out', workspace: null })
})

test('a tab that closes while it opens, or while a round is on its way, shows nothing more and fails nowhere', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const first = await aTab(prefix, server)
  await ready(first)
  await keep(first, call(v7()))
  const heard: string[] = []
  first.subscribe(() => heard.push(first.view().connection))
  const round = first.sync()
  first.close()
  await round
  expect(heard).toEqual([])
  const common = { prefix, fetch: server.fetch, now: () => now, zone: () => zone, newId: () => v7() }
  let started = 0
  const second = createLedger({
    ...common,
    startSync: () => {
      started += 1
      return { wake: () => Promise.resolve(), setVisible: () => undefined, stop: () => undefined }
    },
  })
  const opening = second.open()
  second.close()
  await opening
  expect([started, second.view().status]).toEqual([0, 'loading'])
  const third = await aTab(prefix, server)
  await settled(third)
  expect(server.every('activity')).toHaveLength(1)
})

test('who leaves while the device is being read stays gone', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const ledger = await aTab(prefix, server)
  await ready(ledger)
  const seen: string[] = []
  ledger.subscribe(() => seen.push(ledger.view().status))
  const otherTab = new BroadcastChannel(prefix)
  otherTab.postMessage({ type: 'changed', store: storeName(prefix, memoryWorkspace) })
  otherTab.postMessage({ type: 'identity', store: null })
  await soon(() => expect(seen).toContain('signed-out'))
  otherTab.close()
  // Readings of one store answer in order: after this one, the reading that had begun is over too.
  const store = await openStore(storeName(prefix, memoryWorkspace))
  for (let times = 0; times < 3; times += 1) await readAll(store, today)
  store.close()
  expect(seen.slice(seen.indexOf('signed-out'))).not.toContain('ready')
  expect(ledger.view()).toMatchObject({ status: 'signed-out', workspace: null })
})

test('signing out while the first page is on its way keeps nothing of it on the device', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const leaving = Promise.withResolvers<void>()
  let ledger: Ledger | undefined
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const answer = await server.fetch(input, init)
    if (ledger && init?.method !== 'POST') {
      const { signOut } = ledger
      ledger = undefined
      // The round cannot end before this answer: leaving is not waited for here.
      void signOut().then(() => leaving.resolve())
      await soon(async () => expect((await readIdentity(prefix, v7)).endsSession).toBe(true))
    }
    return answer
  }
  const common = { prefix, fetch, now: () => now, zone: () => zone, newId: () => v7() }
  ledger = createLedger({
    ...common,
    startSync: (tell) =>
      createSyncDriver({ ...common, tell, chance: () => 0, eventsPath: null, lockName: `${prefix}-sync`, rounds: createSyncRounds({ ...common, tell }) }),
  })
  const one = ledger
  opened.push(one)
  await one.open()
  await leaving.promise
  expect(one.view()).toMatchObject({ status: 'signed-out', workspace: null })
  expect(await readIdentity(prefix, v7)).toMatchObject({ workspaceId: null, memberId: null, endsSession: false })
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(storeName(prefix, memoryWorkspace))
  expect(server.faults.status).toBe(401)
})

test('a wish to sync now is not lost behind one that waits for its turn', async () => {
  const ends = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let rounds = 0
  const driver = createSyncDriver({
    rounds: {
      round: async () => {
        await ends[rounds++]?.promise
        return { connection: 'offline', hasFailed: true, wait: 60_000 }
      },
      compare: () => Promise.resolve(),
      cursor: () => 0,
    },
    lockName: `${aDevice()}-sync`,
    now: () => now,
    chance: () => 0,
    tell: () => undefined,
    eventsPath: null,
  })
  const first = driver.wake('write')
  const wishes = [driver.wake('write'), driver.wake('asked')]
  ends[0]?.resolve()
  await first
  ends[1]?.resolve()
  await Promise.all(wishes)
  driver.stop()
  expect(rounds).toBe(2)
})

test('another member on the same device neither sees nor sends what the first one left', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const hers = await aTab(prefix, server)
  await ready(hers)
  server.faults.isOffline = true
  await keep(hers, call(v7()))
  hers.close()
  const other = memoryServer({ ...memoryWorkspace, memberId: 'luc', name: 'Luc' })
  const his = await aTab(prefix, other)
  await soon(() => expect(his.view()).toMatchObject({ status: 'ready', pending: 0, workspace: { memberId: 'luc' } }))
  expect(other.every('activity')).toEqual([])
  const kept = await openStore(storeName(prefix, memoryWorkspace))
  expect((await readAll(kept, today)).waiting).toHaveLength(1)
  kept.close()
})

test('the first settings that are kept, wherever from, carry the zone and the language of the device', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const common = { prefix, fetch: server.fetch, now: () => now, zone: () => 'America/Vancouver', language: () => 'en' as const, newId: () => v7() }
  const ledger = createLedger({
    ...common,
    startSync: (tell) =>
      createSyncDriver({ ...common, tell, chance: () => 0, eventsPath: null, lockName: `${prefix}-sync`, rounds: createSyncRounds({ ...common, tell }) }),
  })
  opened.push(ledger)
  await ledger.open()
  await ready(ledger)
  await keep(ledger, { type: 'settings.put', fields: { importMappings: { nom: ['name'] } } })
  await settled(ledger)
  expect(server.every('settings')).toMatchObject([{ zone: 'America/Vancouver', language: 'en', importMappings: { nom: ['name'] } }])
  await keep(ledger, { type: 'settings.put', fields: { language: 'fr' } })
  await settled(ledger)
  expect(server.every('settings')).toMatchObject([{ zone: 'America/Vancouver', language: 'fr' }])
})

test('activities older than ninety days leave the device and the rest stays', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const first = await aTab(prefix, server)
  await ready(first)
  await keep(first, call(v7()))
  await keep(first, call(v7(), [], -100 * 24 * 60))
  await settled(first)
  first.close()
  const again = await aTab(prefix, server)
  await ready(again)
  expect(again.view().all('activity').size).toBe(1)
})

test('with very many activities the last days show first, then the others, none missing', async () => {
  const server = memoryServer()
  const prefix = aDevice()
  const author = memoryWorkspace.memberId
  const activity = (n: number) => ({
    id: v7(),
    memberId: author,
    kind: 'phone',
    direction: 'out' as const,
    outcome: 'reached' as const,
    contactIds: [],
    minutes: null,
    title: '',
    note: '',
    notNow: null,
    occurredAt: asInstant(now - n * 60_000),
    day: addDays(today, -(n % 80)),
    zone,
    standingBefore: {},
    corrects: null,
    voidedAt: null,
    importId: null,
  })
  const store = await openStore(storeName(prefix, memoryWorkspace))
  await takeRound(store, {
    puts: Array.from({ length: 6000 }, (_, n) => ({ table: 'activity' as const, row: activity(n) })),
    rollUps: [],
    answered: [],
    refused: [],
    meta: { key: 'meta', cursor: 0, isComplete: true, lastSyncAt: null, workspace: memoryWorkspace, missing: [] },
  })
  store.close()
  await writeIdentity(prefix, await readIdentity(prefix, v7), memoryWorkspace)
  const ledger = createLedger({
    prefix,
    fetch: server.fetch,
    now: () => now,
    zone: () => zone,
    newId: () => v7(),
    startSync: () => ({ wake: () => Promise.resolve(), setVisible: () => undefined, stop: () => undefined }),
  })
  opened.push(ledger)
  const seen: number[] = []
  ledger.subscribe(() => seen.push(ledger.view().all('activity').size))
  await ledger.open()
  expect(seen[0]).toBe(675)
  expect(ledger.view().activitiesOn(today)).toHaveLength(75)
  expect(ledger.view().all('activity').size).toBe(6000)
})

test('a device of the shape before messages kept how they ended shows hers, and asks for everything again', async () => {
  const prefix = aDevice()
  const name = storeName(prefix, memoryWorkspace)
  const [contactId, messageId] = [v7(), v7()]
  const server = memoryServer()
  const operation = { id: v7(), at: asInstant(now), zone, change: person(contactId) }
  const { cursor } = server.push({ device: 'another', operations: [{ sequence: 1, operation }] })
  const before = await openDB(name, 3, {
    upgrade: (database) => {
      for (const table of tables) if (table !== 'activity') database.createObjectStore(table, { keyPath: 'id' })
      database.createObjectStore('activity', { keyPath: 'id' }).createIndex('day', 'day')
      for (const store of ['outbox', 'since']) database.createObjectStore(store, { autoIncrement: true })
      database.createObjectStore('refused', { keyPath: 'id' })
      database.createObjectStore('rollUps', { keyPath: ['memberId', 'day', 'kind', 'outcome'] })
      for (const store of ['meta', 'picture']) database.createObjectStore(store, { keyPath: 'key' })
    },
  })
  await before.put('message', { id: messageId, contactId, subject: 'Ma conférence', body: 'Bonjour', state: 'sent' })
  await before.put('meta', { key: 'meta', cursor, isComplete: true, lastSyncAt: null, workspace: memoryWorkspace, missing: [] })
  before.close()
  await writeIdentity(prefix, await readIdentity(prefix, v7), memoryWorkspace)
  const ledger = await aTab(prefix, server)
  expect(ledger.view().get('message', messageId)).toMatchObject({ subject: 'Ma conférence', closing: '' })
  // What the server told before the cursor of that device is told again.
  await ledger.sync()
  await settled(ledger)
  expect(ledger.view().contact(contactId)).toMatchObject({ id: contactId })
})

test('a device that still keeps the shape of the first Entrain opens without network, shows its people, and sends what waited', async () => {
  const prefix = aDevice()
  const name = storeName(prefix, memoryWorkspace)
  const contactId = v7()
  const first = await openDB(name, 1, {
    upgrade: (database) => {
      for (const table of ['settings', 'schedule', 'dayOff', 'goal', 'kind', 'offer', 'importBatch', 'contact', 'merge', 'sale'])
        database.createObjectStore(table, { keyPath: 'id' })
      database.createObjectStore('activity', { keyPath: 'id' }).createIndex('day', 'day')
      database.createObjectStore('outbox', { autoIncrement: true })
      database.createObjectStore('refused', { keyPath: 'id' })
      database.createObjectStore('rollUps', { keyPath: ['memberId', 'day', 'kind', 'outcome'] })
      database.createObjectStore('meta', { keyPath: 'key' })
    },
  })
  const { country: _country, zone: _zone, line: _line, interests: _interests, keepInTouch: _keep, sequence: _sequence, ...firstFields } = blankFields
  const { unansweredAt: _unanswered, ...firstHistory } = blankHistory
  await first.put('contact', {
    ...firstFields,
    ...firstHistory,
    id: contactId,
    name: 'Hélène Roy',
    nextStep: { due: today, time: null, kind: 'phone', promised: true, note: '', origin: 'chosen', setBy: null },
    letGo: null,
    createdAt: asInstant(now),
    createdBy: memoryWorkspace.memberId,
    importId: null,
    archivedAt: null,
    deletedAt: null,
    mergedInto: null,
  })
  await first.put('meta', { key: 'meta', cursor: 7, isComplete: true, lastSyncAt: null, workspace: memoryWorkspace, missing: [], wipeAsked: false })
  const { notNowChange: _change, ...entry } = { notNowChange: null, ...call(v7(), [contactId]) }
  await first.add('outbox', { operation: { id: v7(), at: asInstant(now), zone, change: entry } })
  first.close()
  await writeIdentity(prefix, await readIdentity(prefix, v7), memoryWorkspace)
  const server = memoryServer()
  server.push({ device: 'another', operations: [{ sequence: 1, operation: { id: v7(), at: asInstant(now), zone, change: person(contactId) } }] })
  server.faults.isOffline = true
  const ledger = await aTab(prefix, server)
  expect(ledger.view()).toMatchObject({ status: 'ready', pending: 1 })
  expect(ledger.view().contact(contactId)).toMatchObject({ name: 'Hélène Roy', line: 'consumer', interests: [], touches: 1 })
  server.faults.isOffline = false
  await ledger.sync()
  await settled(ledger)
  expect(server.every('activity')).toHaveLength(1)
  expect(server.every('contact')).toMatchObject([{ id: contactId, touches: 1 }])
})

test('the browser is asked, once, to keep what is here, as soon as a day has been useful', async () => {
  const asked = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true)
  vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(false)
  try {
    const ledger = await aTab(aDevice(), memoryServer())
    await ready(ledger)
    for (let n = 0; n < 4; n += 1) await keep(ledger, call(v7()))
    expect(asked).not.toHaveBeenCalled()
    for (let n = 0; n < 3; n += 1) await keep(ledger, call(v7()))
    await soon(() => expect(asked).toHaveBeenCalledTimes(1))
  } finally {
    vi.restoreAllMocks()
  }
})

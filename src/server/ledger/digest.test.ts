import { Writable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, asDay } from '#method/calendar/day.ts'
import { tables, type Operation } from '#method/ledger/operation.ts'
import { comparedFrom, createDigest, nameOfRow, type Compared, type ComparedRow, type Digest } from '#wire/ledger/digest.ts'
import { pullAnswer, type PullAnswer } from '#wire/ledger/sync.ts'
import { callTo, josee, ledgerApp, luc, nathalie, nextId, operationOf, type LedgerApp } from '#test/ledger-app.ts'
import { anyOperations } from '#test/operations.ts'
import type { Actor } from '#server/identity/actor.ts'
import { inWorkspace } from '../db/tenant.ts'
import { digestOf } from './digest.ts'
import { activityWindow, pull, saleWindow } from './pull.ts'
import { writeBatch } from './write.ts'

const today = asDay('2026-12-10')
const lines: string[] = []
const kept = new Writable({
  write: (line: Buffer, _encoding, done) => {
    lines.push(String(line))
    done()
  },
})

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp({ level: 'warn', stream: kept })
})
afterAll(() => server.close())

let workspaces = 0
const newWorkspace = async (): Promise<Actor> => {
  const workspaceId = `0190abcd-0000-7000-8000-${String((workspaces += 1)).padStart(12, '0')}`
  await server.asOwner(`insert into workspace (id, name) values ('${workspaceId}', 'Essai')`)
  return { ...nathalie, workspaceId }
}
const write = (actor: Actor, operations: readonly Operation[]) =>
  writeBatch(server.database, actor, { device: null, format: 1, operations: operations.map((operation) => ({ sequence: null, operation })) })
const serverDigest = (actor: Actor, at?: number) => inWorkspace(server.database, actor, (tx) => digestOf(tx, actor, today, at))

/** A device: what it read, page after page, as it keeps it. */
const newDevice = (actor: Actor) => {
  const held = new Map<string, readonly [Compared, ComparedRow]>()
  const keep = (table: Compared, row: ComparedRow) => held.set(`${table} ${nameOfRow(table, row)}`, [table, row])
  let cursor = 0
  return {
    read: async (): Promise<void> => {
      const told = await inWorkspace(server.database, actor, (tx) => pull(tx, actor, cursor, today))
      const page = pullAnswer.parse(JSON.parse(JSON.stringify(told))) as PullAnswer
      for (const table of tables) for (const row of page.rows[table]) keep(table, row)
      for (const rollUp of page.rollUps) keep('rollUp', rollUp)
      cursor = page.cursor
    },
    cursor: () => cursor,
    digest: (): Digest => {
      const digest = createDigest(today)
      for (const [table, row] of held.values()) digest.add(table, row)
      return digest.read()
    },
  }
}

test('the days that are compared lie inside of those that a device is sent', () => {
  const from = comparedFrom(today)
  expect(from.activity > addDays(today, -activityWindow)).toBe(true)
  expect(from.sale > addDays(today, -saleWindow)).toBe(true)
})

test('whatever is written, every device that has read to the end has the digest of the server, however often it read', async () => {
  await fc.assert(
    fc.asyncProperty(anyOperations(40), fc.integer({ min: 1, max: 9 }), async (operations, often) => {
      const actor = await newWorkspace()
      const [steady, rare] = [newDevice(actor), newDevice(actor)]
      for (let from = 0; from < operations.length; from += 4) {
        await write(actor, operations.slice(from, from + 4))
        await steady.read()
        if (from % (4 * often) === 0) await rare.read()
      }
      const fresh = newDevice(actor)
      for (const device of [steady, rare, fresh]) await device.read()
      const { cursor, tables: due } = await serverDigest(actor, fresh.cursor())
      expect([steady.cursor(), rare.cursor(), fresh.cursor()]).toEqual([cursor, cursor, cursor])
      for (const device of [steady, rare, fresh]) expect(device.digest()).toEqual(due)
    }),
    { numRuns: Number(process.env['ENTRAIN_RUNS'] ?? 40) },
  )
}, 120_000)

test('a row changed behind the back of the method is seen in its table alone; one written after is told by the cursor', async () => {
  const actor = await newWorkspace()
  const contactId = nextId()
  await write(actor, [operationOf({ type: 'contact.add', contactId, fields: { name: 'Nathalie Côté' }, step: null }), operationOf(callTo([contactId]))])
  const device = newDevice(actor)
  await device.read()
  await server.asOwner(
    `set row_security = on; select set_config('app.workspace', '${actor.workspaceId}', false); update contact set city = 'Sorel' where id = '${contactId}'`,
  )
  const { tables: due } = await serverDigest(actor)
  const held = device.digest()
  expect(due?.contact).toMatchObject({ count: held.contact.count })
  expect(due?.contact.digest).not.toBe(held.contact.digest)
  expect({ ...due, contact: null }).toEqual({ ...held, contact: null })
  await write(actor, [operationOf(callTo([contactId]))])
  expect(await serverDigest(actor, device.cursor())).toEqual({ cursor: device.cursor() + 1, tables: null })
})

test('each is told of her own workspace and her own days, and of nobody else’s', async () => {
  const day = { type: 'day.put', day: asDay('2026-11-23'), fields: { line: 'Une bonne journée.' } } as const
  const before = await server.ask(luc, 'GET', '/api/sync/digest?today=2026-12-10')
  const colleagues = await server.ask(josee, 'GET', '/api/sync/digest?today=2026-12-10')
  await write(nathalie, [operationOf(day), operationOf({ type: 'contact.add', contactId: nextId(), fields: { name: 'Éric Roy' }, step: null })])
  expect((await server.ask(luc, 'GET', '/api/sync/digest?today=2026-12-10')).body).toEqual(before.body)
  const tablesOf = ({ body }: { readonly body: unknown }) => (body as { readonly tables: Digest }).tables
  const after = tablesOf(await server.ask(josee, 'GET', '/api/sync/digest?today=2026-12-10'))
  expect(after.dayPage).toEqual(tablesOf(colleagues).dayPage)
  expect(after.contact.count).toBe(tablesOf(colleagues).contact.count + 1)
  expect(tablesOf(await server.ask(nathalie, 'GET', '/api/sync/digest?today=2026-12-10')).dayPage.count).toBe(1)
  expect((await server.ask(null, 'GET', '/api/sync/digest')).status).toBe(401)
})

test('many devices that ask at once are counted one by one: the others are asked to come back later', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => server.ask(nathalie, 'GET', '/api/sync/digest')))
  const later = answers.filter(({ status }) => status === 429)
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1)
  expect(later.length).toBeGreaterThanOrEqual(1)
  for (const { body } of later) expect((body as { readonly retryAfter: number }).retryAfter).toBeGreaterThanOrEqual(60)
  // Whoever was counted has left the place to the next.
  expect((await server.ask(nathalie, 'GET', '/api/sync/digest')).status).toBe(200)
})

test('a device that differed is told of in one line: names of tables and numbers, and no other word is taken', async () => {
  const differed = [{ table: 'contact', missing: 1, extra: 0, altered: 2 }]
  const device = nextId()
  lines.length = 0
  expect((await server.ask(nathalie, 'POST', '/api/sync/digest', { device, tables: differed })).status).toBe(204)
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ msg: 'device differed', tables: differed }])
  expect(lines.join('')).not.toContain(nathalie.workspaceId)
  for (const body of [
    { device, tables: [{ table: 'Éric Roy', missing: 1, extra: 0, altered: 0 }] },
    { device, tables: [{ table: 'contact', missing: 1, extra: 0, altered: 0, name: 'Éric Roy' }] },
    { device, tables: differed, note: 'Éric Roy' },
    { device, tables: [] },
  ])
    expect((await server.ask(nathalie, 'POST', '/api/sync/digest', body)).status).toBe(400)
  expect(lines.length).toBe(1)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Instant } from '#method/calendar/day.ts'
import { bilanOf } from '#method/evidence/tell-bilan.ts'
import type { Bilan } from '#method/evidence/bilan.ts'
import type { Change, PastActivity } from '#method/ledger/operation.ts'
import type { OwnPast } from '#method/plan/past-touches.ts'
import { asCents } from '#method/sale/sale.ts'
import type { BilanAnswer } from '#wire/evidence/evidence.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { writeBatch } from '#server/ledger/write.ts'
import { josee, ledgerApp, luc, nathalie, nextId, operationOf, type LedgerApp } from '#test/ledger-app.ts'
import { bilanFor, stopTelling, tellAhead, tellAndKeep } from './kept-bilan.ts'
import { markOf, programMark } from './program-mark.ts'
import { activitiesThatCount, factsOfMember } from './store.ts'

let server: LedgerApp
const now = Date.parse('2026-11-24T15:00:00Z')
const everything = { from: null, to: null, kind: null, source: null }
const people = Array.from({ length: 40 }, () => nextId())
const kinds = ['phone', 'email', 'text', 'in-person'] as const
const outcomes = ['no-answer', 'sent', 'reached', 'no', 'message-left'] as const

const write = (changes: readonly Change[], actor = nathalie) =>
  writeBatch(server.database, actor, { device: null, format: 1, operations: changes.map((change) => ({ sequence: null, operation: operationOf(change) })) })
const past = (n: number): PastActivity => ({
  activityId: nextId(),
  kind: kinds[n % 4] ?? 'phone',
  direction: n % 9 === 0 ? 'in' : 'out',
  outcome: outcomes[n % 5] ?? 'reached',
  contactIds: [people[(n * 7) % people.length] ?? ''],
  minutes: n % 3 === 0 ? 5 : null,
  title: '',
  note: '',
  notNow: null,
  occurredAt: new Date(Date.parse('2026-03-02T14:00:00Z') + n * 7_200_000).toISOString() as Instant,
  zone: 'America/Toronto',
})

beforeAll(async () => {
  server = await ledgerApp()
  await write(
    people.map((contactId, n) => ({ type: 'contact.add', contactId, fields: { name: `Personne ${n}`, source: n % 2 === 0 ? 'Salon' : '' }, step: null })),
  )
  await write([
    { type: 'history.import', importId: nextId(), file: 'x.csv', activities: Array.from({ length: 400 }, (_, n) => past(n)), sales: [] },
    {
      type: 'history.import',
      importId: nextId(),
      file: 'x.csv',
      activities: [],
      sales: people.slice(0, 15).map((contactId, n) => ({
        saleId: nextId(),
        amount: asCents(10_000 + n * 1234),
        currency: 'CAD',
        offerId: null,
        contactId,
        note: '',
        occurredAt: '2026-03-25T15:00:00.000Z' as Instant,
        zone: 'America/Toronto',
      })),
    },
  ])
  // A colleague's work is not hers.
  await write([{ type: 'history.import', importId: nextId(), file: 'y.csv', activities: [past(1)], sales: [] }], josee)
})
afterAll(async () => {
  await stopTelling()
  await server.close()
})

const ask = async (query = '', who = nathalie) =>
  (await server.ask(who, 'GET', `/api/evidence${query}`)) as { readonly status: number; readonly body: BilanAnswer }
const beside = ['told', 'streak', 'plan', 'checkIns']
const bare = (answer: BilanAnswer): Bilan => Object.fromEntries(Object.entries(answer).filter(([field]) => !beside.includes(field))) as unknown as Bilan

test('the answer is the Bilan of the whole log, to the last digit', async () => {
  const { status, body } = await ask()
  expect(status).toBe(200)
  expect(body.activities.total).toBe(400)
  expect(body.harvest).toMatchObject([{ currency: 'CAD', sales: 15 }])
  expect(body.touchesToSale.sold).toBe(15)
  const expected = await inWorkspace(server.database, nathalie, async (tx) => {
    const { facts } = await factsOfMember(tx, nathalie)
    const activities = []
    for await (const some of activitiesThatCount(tx, nathalie)) activities.push(...some)
    return bilanOf(activities, facts, { ...everything, today: body.scope.today })
  })
  expect(bare(body)).toEqual(JSON.parse(JSON.stringify(expected)))
})

test('days, a kind and a source are asked for, and nothing else', async () => {
  expect((await ask('?from=2026-03-05&to=2026-03-10')).body.scope).toMatchObject({ from: '2026-03-05', asOf: '2026-03-10' })
  expect((await ask('?kind=email')).body.activities).toMatchObject({ total: 100, byKind: [{ kind: 'email' }] })
  expect((await ask('?source=Salon')).body.conversion.buyersBySource.rates.map(({ name }) => name)).toEqual(['Salon'])
  expect((await ask('?from=hier')).status).toBe(400)
  expect((await ask('?everything=1')).status).toBe(400)
})

test('a kind or a source that is not there, and days in the wrong order, are refused in both languages and never told as zeros', async () => {
  const refused = async (query: string, language: string) => {
    const { status, body } = await server.ask(nathalie, 'GET', `/api/evidence${query}`, undefined, { 'accept-language': language })
    return { status, ...(body as { readonly reason: string; readonly title: string }) }
  }
  for (const [query, reason, fr, en] of [
    ['?kind=jonglerie', 'no-such-kind', 'Ce genre d’activité n’existe pas.', 'There is no such kind of activity.'],
    ['?source=Nulle%20part', 'no-such-source', 'Personne ne vient de cette source.', 'Nobody comes from this source.'],
    ['?from=2026-03-10&to=2026-03-05', 'days-reversed', 'Le premier jour vient après le dernier.', 'The first day comes after the last one.'],
  ] as const) {
    expect(await refused(query, 'fr')).toMatchObject({ status: 422, reason, title: fr, type: `urn:entrain:problem:${reason}` })
    expect(await refused(query, 'en')).toMatchObject({ status: 422, reason, title: en })
  }
  // Another workspace's source is nobody's here.
  expect((await server.ask(luc, 'GET', '/api/evidence?source=Salon')).status).toBe(422)
  expect((await ask('?kind=courriel')).body).toMatchObject({ scope: { kind: 'email' }, activities: { total: 100 } })
  expect((await ask('?source=SALON')).status).toBe(200)
  expect((await ask('?source=')).status).toBe(200)
})

test('each has her own, a colleague too, and nobody else’s', async () => {
  expect((await ask('', josee)).body.activities.total).toBe(1)
  expect((await ask('', luc)).body.activities.total).toBe(0)
  expect((await server.ask(null, 'GET', '/api/evidence')).status).toBe(401)
})

test('a plan is told of the whole log, of what came from files too, by the same function as on the device', async () => {
  const past = async (query = '', who = nathalie) =>
    (await server.ask(who, 'GET', `/api/evidence/past${query}`)) as { readonly status: number; readonly body: OwnPast }
  const { body } = await past()
  // Of the four hundred, one in nine came in; the others are touches of one person each.
  expect(body.n).toBe(400 - Math.ceil(400 / 9))
  expect(Object.values(body.touches).reduce((sum, { touches }) => sum + touches, 0)).toBe(body.n)
  expect(body.sales).toHaveLength(15)
  expect(body.sold).toBe(15)
  expect(body.timed.byKind['phone']?.minutes).toBe(5 * (body.timed.byKind['phone']?.n ?? 0))
  const day = await past('?from=2026-03-03&to=2026-03-03')
  expect(day.body).toMatchObject({ sales: [] })
  expect(day.body.n).toBeGreaterThan(0)
  expect(day.body.n).toBeLessThanOrEqual(12)
  expect((await past('', luc)).body).toMatchObject({ n: 0, sales: [] })
  expect((await past('', josee)).body.n).toBe(1)
  expect((await server.ask(null, 'GET', '/api/evidence/past')).status).toBe(401)
})

test('a fact that comes is in the next answer', async () => {
  const before = (await ask('?kind=phone')).body
  await write([{ type: 'history.import', importId: nextId(), file: 'z.csv', activities: [{ ...past(0), kind: 'phone' }], sales: [] }])
  const after = (await ask('?kind=phone')).body
  expect(after.activities.total).toBe(before.activities.total + 1)
  expect(after.told.isBehind).toBe(false)
})

test('a Bilan that took long is given as it was kept, said to be behind, and told again meanwhile', async () => {
  await tellAndKeep(server.database, nathalie, everything, now)
  await server.asOwner(`select set_config('app.workspace', '${nathalie.workspaceId}', false)`)
  await server.asOwner('update kept_bilan set took_ms = 5000')
  expect(await bilanFor(server.database, nathalie, everything, now)).toMatchObject({ isBehind: false })
  await write([{ type: 'history.import', importId: nextId(), file: 'z.csv', activities: [past(3)], sales: [] }])
  const behind = await bilanFor(server.database, nathalie, everything, now)
  expect(behind.isBehind).toBe(true)
  await expect.poll(async () => (await bilanFor(server.database, nathalie, everything, now)).isBehind, { timeout: 20_000 }).toBe(false)
  const fresh = await bilanFor(server.database, nathalie, everything, now)
  expect(fresh.bilan.activities.total).toBe(behind.bilan.activities.total + 1)
})

test('what another program told is not given again: its definitions may have been mended since', async () => {
  await tellAndKeep(server.database, nathalie, everything, now)
  const alter = (change: string) => server.asOwner(`update kept_bilan set ${change}`)
  await alter(`content = jsonb_set(content::jsonb, '{activities,total}', '-1')::json`)
  const total = async () => (await bilanFor(server.database, nathalie, everything, now)).bilan.activities.total
  expect(await total()).toBe(-1)
  await alter(`scope = replace(scope, '${programMark()}', 'older'), reach = replace(reach, '${programMark()}', 'older')`)
  expect(await total()).toBeGreaterThan(400)
})

test('what the screen asks of a whole log is told ahead, so that the first look waits for nothing', async () => {
  await server.asOwner('delete from kept_bilan')
  await tellAhead(server.database, nathalie, now)
  await server.asOwner(`update kept_bilan set content = jsonb_set(content::jsonb, '{activities,total}', '-1')::json`)
  const firstLook = async (from: string | null) => bilanFor(server.database, nathalie, { ...everything, from: from as never }, now)
  // Found as they were kept, both of them, and as fresh as the log.
  expect(await firstLook(null)).toMatchObject({ isBehind: false, bilan: { activities: { total: -1 } } })
  const { today } = (await firstLook(null)).bilan.scope
  expect(await firstLook(addDays(today, -364))).toMatchObject({ isBehind: false, bilan: { activities: { total: -1 } } })
  await server.asOwner('delete from kept_bilan')
})

test('the mark of a program changes with its files, and not with its tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entrain-mark-'))
  try {
    const after = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return markOf([folder])
    }
    const first = after('rate.ts', 'export const z = 1.96')
    expect(after('rate.test.ts', 'nothing')).toBe(first)
    const mended = after('rate.ts', 'export const z = 1.959964')
    expect(mended).not.toBe(first)
    expect(after('rate.ts', 'export const z = 1.96')).toBe(first)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a window that slides finds what was told of it the day before', async () => {
  await tellAndKeep(server.database, nathalie, { ...everything, from: '2026-10-01' as never }, now)
  await server.asOwner('update kept_bilan set took_ms = 5000')
  const tomorrow = await bilanFor(server.database, nathalie, { ...everything, from: '2026-10-02' as never }, now + 86_400_000)
  expect(tomorrow).toMatchObject({ isBehind: true, bilan: { scope: { from: '2026-10-01' } } })
})

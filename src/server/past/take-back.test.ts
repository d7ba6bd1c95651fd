import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '#method/ledger/operation.ts'
import { asCents } from '#method/sale/sale.ts'
import type { Instant } from '#method/calendar/day.ts'
import { writeBatch } from '#server/ledger/write.ts'
import { ledgerApp, luc, nathalie, nextId, operationOf, type LedgerApp } from '#test/ledger-app.ts'
import { withdrawFacts } from './take-back.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
  await server.asOwner(`select set_config('app.workspace', '${nathalie.workspaceId}', false)`)
})
afterAll(() => server.close())

const at = '2026-03-02T15:00:00.000Z' as Instant
const zone = 'America/Toronto'
const bring = async (facts: number): Promise<string> => {
  const importId = nextId()
  const person = nextId()
  const parts: Change[] = [
    {
      type: 'contact.import',
      importId,
      file: 'cahier.csv',
      rows: [{ contactId: person, isNew: true, fields: { name: 'Julie Roy' }, due: '2026-11-24' as never }],
    },
  ]
  for (let from = 0; from < facts; from += 500) {
    const activities = Array.from({ length: Math.min(500, facts - from) }, () => ({
      activityId: nextId(),
      kind: 'phone',
      direction: 'out' as const,
      outcome: 'reached' as const,
      contactIds: [person],
      minutes: null,
      title: '',
      note: '',
      notNow: null,
      occurredAt: at,
      zone,
    }))
    const sales = [{ saleId: nextId(), amount: asCents(30_000), currency: 'CAD', offerId: null, contactId: person, note: '', occurredAt: at, zone }]
    parts.push({ type: 'history.import', importId, file: 'cahier.csv', activities, sales })
  }
  for (const change of parts)
    await writeBatch(server.database, nathalie, { device: null, format: 1, operations: [{ sequence: null, operation: operationOf(change) }] })
  return importId
}
const standing = async () =>
  server.asOwner(`select (select count(*)::int from activity where voided_at is null) as activities, (select count(*)::int from sale where voided_at is null) as sales,
    (select count(*)::int from contact where deleted_at is null) as people, (select coalesce(sum(activities), 0)::int from roll_up) as counted`)

test('an import of the past is taken back whole by its owner alone: what counts, what was sold, who came with it', async () => {
  const importId = await bring(700)
  expect(await standing()).toEqual([{ activities: 700, sales: 2, people: 1, counted: 700 }])
  expect((await server.ask(luc, 'DELETE', `/api/imports/${importId}`)).status).toBe(404)
  expect((await standing())[0]).toMatchObject({ activities: 700 })
  const answer = await server.ask(nathalie, 'DELETE', `/api/imports/${importId}`)
  expect(answer).toMatchObject({ status: 200, body: { id: importId, activities: 700, sales: 2 } })
  expect((answer.body as { readonly undoneAt: string | null }).undoneAt).not.toBeNull()
  expect(await standing()).toEqual([{ activities: 0, sales: 0, people: 0, counted: 0 }])
})

test('a long withdrawal stops in time and goes on where it was', async () => {
  const importId = await bring(1200)
  const withdrawing = { zone, now: () => Date.parse('2026-11-24T15:00:00Z'), until: 0 }
  expect(await withdrawFacts(server.database, nathalie, importId, withdrawing)).toMatchObject({ isWhole: false, facts: 503 })
  expect((await standing())[0]).toMatchObject({ activities: 700 })
  expect(await withdrawFacts(server.database, nathalie, importId, { ...withdrawing, until: Infinity })).toMatchObject({ isWhole: true, facts: 700 })
  expect((await standing())[0]).toMatchObject({ activities: 0, sales: 0 })
})

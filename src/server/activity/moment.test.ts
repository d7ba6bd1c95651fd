import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerApp, nathalie, nextId, type LedgerApp } from '#test/ledger-app.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
})
afterAll(() => server.close())

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

test('what has not come yet was not done: an activity or a sale of tomorrow is refused and nothing is kept; of yesterday, taken', async () => {
  const call = { kind: 'phone', outcome: 'reached', contactIds: [] }
  for (const [url, body] of [
    ['/api/activities', call],
    ['/api/sales', { amount: 30_000 }],
  ] as const) {
    const refused = await server.ask(nathalie, 'POST', url, { ...body, id: nextId(), occurredAt: inHours(24) })
    expect([refused.status, refused.body]).toEqual([422, expect.objectContaining({ type: expect.stringContaining('not-yet-done') })])
    // A clock that runs a little ahead loses nothing.
    for (const hours of [-24, 0.1]) expect((await server.ask(nathalie, 'POST', url, { ...body, id: nextId(), occurredAt: inHours(hours) })).status).toBe(201)
  }
  const { rows } = (await server.ask(nathalie, 'GET', '/api/sync?since=0&today=2026-11-24')).body as { readonly rows: { readonly sale: readonly unknown[] } }
  expect(rows.sale).toHaveLength(2)
})

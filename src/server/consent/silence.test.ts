import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '#method/ledger/operation.ts'
import { asDay, asInstant } from '#method/calendar/day.ts'
import { ledgerApp, luc, nathalie, nextId, operationOf, callTo, type LedgerApp } from '#test/ledger-app.ts'
import { applyOperations } from '../ledger/write.ts'
import { inWorkspace } from '../db/tenant.ts'
import { consentLedgerOf } from './store.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
})
afterAll(() => server.close())

const write = async (actor: typeof nathalie, ...changes: readonly Change[]) => {
  const answers = await applyOperations(
    server.database,
    actor,
    changes.map((change) => operationOf(change)),
  )
  expect(answers.filter(({ status }) => status === 'refused')).toEqual([])
}
const typesOf = async (actor: typeof nathalie, contactId: string) =>
  (await inWorkspace(server.database, actor, (tx) => consentLedgerOf(tx, actor.workspaceId, contactId))).map(({ fact }) => fact.type)
const person = (contactId: string, address: string, phone = ''): Change => ({
  type: 'contact.add',
  contactId,
  fields: { name: 'Josée Lavoie', notes: 'Une confidence.', emails: [{ label: '', address }], phones: phone === '' ? [] : [{ label: '', number: phone }] },
  step: null,
})
const withdrawal = (contactId: string): Change => ({
  type: 'consent.record',
  consentId: nextId(),
  contactId,
  fact: { type: 'withdrawal', scope: { type: 'writing' }, means: 'call', words: '' },
  occurredAt: asInstant(Date.parse('2026-11-20T15:00:00Z')),
})

test('who asked for silence and was erased stays silent when a file brings her address back, and leaves no trace of herself', async () => {
  const her = nextId()
  await write(nathalie, person(her, 'josee@example.com'), callTo([her], { note: 'Elle m’a dit une chose.' }), withdrawal(her))
  await write(nathalie, { type: 'contact.erase', contactId: her })
  for (const table of ['contact', 'operation', 'activity']) {
    const { rows } = await inWorkspace(server.database, nathalie, (tx) =>
      sql<{ told: string }>`select to_jsonb(t)::text as told from ${sql.table(table)} t`.execute(tx),
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { told } of rows) expect(told).not.toMatch(/Josée Lavoie|josee@example|confidence|une chose/)
  }
  const again = nextId()
  await write(nathalie, {
    type: 'contact.import',
    importId: nextId(),
    file: 'liste.csv',
    rows: [{ contactId: again, isNew: true, fields: { name: 'J. Lavoie', emails: [{ label: '', address: 'JOSEE+x@Example.com' }] }, due: asDay('2026-12-01') }],
  })
  expect(await typesOf(nathalie, again)).toEqual(['suppression-restored'])
  // Elsewhere the same address asked nothing.
  const elsewhere = nextId()
  await write(luc, person(elsewhere, 'josee@example.com'))
  expect(await typesOf(luc, elsewhere)).toEqual([])
})

test('an address added later to someone is recognised too, and whoever withdrew herself is told once', async () => {
  const first = nextId()
  await write(nathalie, person(first, 'lise@example.com', '+15145550123'), withdrawal(first))
  await write(nathalie, { type: 'contact.edit', contactId: first, fields: { city: 'Sorel-Tracy' } })
  expect(await typesOf(nathalie, first)).toEqual(['withdrawal'])
  const second = nextId()
  await write(nathalie, person(second, 'autre@example.com'))
  expect(await typesOf(nathalie, second)).toEqual([])
  await write(nathalie, { type: 'contact.edit', contactId: second, fields: { phones: [{ label: '', number: '514 555-0123' }] } })
  expect(await typesOf(nathalie, second)).toEqual(['suppression-restored'])
})

test('a merge unites silences', async () => {
  const [keep, gone] = [nextId(), nextId()]
  await write(nathalie, person(keep, 'a1@example.com'), person(gone, 'b1@example.com'), withdrawal(gone))
  await write(nathalie, { type: 'contact.merge', mergeId: nextId(), keep, gone })
  expect(await typesOf(nathalie, keep)).toEqual(['withdrawal'])
})

import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, asDay } from '#method/calendar/day.ts'
import { isForgotten } from '#method/contact/contact.ts'
import { tables, type Operation, type Put, type Table } from '#method/ledger/operation.ts'
import { pullAnswer } from '#wire/ledger/sync.ts'
import { ledgerApp, nathalie, type LedgerApp } from '#test/ledger-app.ts'
import { memoryWorld } from '#test/memory-world.ts'
import { anyOperations } from '#test/operations.ts'
import type { Actor } from '#server/identity/actor.ts'
import { inWorkspace } from '../db/tenant.ts'
import { pull } from './pull.ts'
import { writeBatch } from './write.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
})
afterAll(() => server.close())

let workspaces = 0
const newWorkspace = async (): Promise<Actor> => {
  const workspaceId = `0190dddd-0000-7000-8000-${String((workspaces += 1)).padStart(12, '0')}`
  await server.asOwner(`insert into workspace (id, name) values ('${workspaceId}', 'Essai')`)
  return { ...nathalie, workspaceId }
}

const sorted = (rows: readonly Put['row'][]): readonly Put['row'][] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
/** Rows as they travel, in the order of their ids. */
const travelling = (table: Table, rows: readonly Put['row'][], hasErasure: boolean): unknown =>
  pullAnswer.shape.rows.shape[table].parse(sorted(hasErasure ? rows.map((row) => ({ ...row, ...erasedWords[table] }) as Put['row']) : rows))
/** What an erasure leaves behind is the server's alone to remove: the decision knows the person, not every row that names her. */
const erasedWords: Partial<Record<Table, object>> = {
  importBatch: { filled: {} },
  merge: { keepBefore: {}, keepAfter: {} },
  enquiry: { name: '', email: '', phone: '', city: '', subject: '', words: '' },
  sale: { note: '' },
}
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 })

test('whatever is written in whatever batches, the server holds what one decision after another gives, and nobody is forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(anyOperations(40), sizes, async (operations, batches) => {
      const actor = await newWorkspace()
      const memory = memoryWorld()
      const expected = operations.map((operation: Operation) => memory.write(operation, { memberId: actor.memberId, isOwner: true }))
      const answered: (string | null)[] = []
      for (let from = 0, turn = 0; from < operations.length; turn += 1) {
        const part = operations.slice(from, from + (batches[turn % batches.length] ?? 1))
        const { answers } = await writeBatch(server.database, actor, {
          device: null,
          format: 1,
          operations: part.map((operation) => ({ sequence: null, operation })),
        })
        // Every batch twice: the second time changes nothing.
        const again = await writeBatch(server.database, actor, {
          device: null,
          format: 1,
          operations: part.map((operation) => ({ sequence: null, operation })),
        })
        expect(again.answers.some(({ status }) => status === 'ok')).toBe(false)
        answered.push(...answers.map((answer) => (answer.status === 'refused' ? answer.reason : null)))
        from += part.length
      }
      expect(answered).toEqual(expected)
      const { rows, rollUps } = await inWorkspace(server.database, actor, (tx) => pull(tx, actor, 0, asDay('2026-12-20')))
      const takenBack = new Set(memory.every('importBatch').flatMap(({ id, undoneAt }) => (undoneAt === null ? [] : [id])))
      const deleted = new Set(
        memory
          .every('contact')
          .filter(({ name, deletedAt, importId }) => deletedAt !== null && (name === '' || (importId !== null && takenBack.has(importId))))
          .map(({ id }) => id),
      )
      const hasErasure = operations.some(({ change }) => change.type === 'contact.erase')
      for (const table of tables)
        expect(travelling(table, rows[table], hasErasure)).toEqual(
          travelling(
            table,
            memory.every(table).filter(({ id }) => table !== 'contact' || !deleted.has(id)),
            hasErasure,
          ),
        )
      expect(rows.contact.filter(isForgotten)).toEqual([])
      const counted = memory.every('activity').filter(({ direction, voidedAt }) => direction === 'out' && voidedAt === null)
      expect(rollUps.reduce((sum, { activities }) => sum + activities, 0)).toBe(counted.length)
      const { rows: kept } = await inWorkspace(server.database, actor, (tx) => sql<{ count: number }>`select count(*)::int as count from operation`.execute(tx))
      expect(kept[0]?.count).toBe(operations.length)
    }),
    { numRuns: Number(process.env['ENTRAIN_RUNS'] ?? 40) },
  )
}, 120_000)

test('a reader who follows change after change ends where one who starts over does', async () => {
  const actor = await newWorkspace()
  const operations = fc
    .sample(anyOperations(60), { numRuns: 4, seed: 7 })
    .flat()
    .map((operation, n) => ({ ...operation, id: `0190eeee-0000-7000-8000-${String(n).padStart(12, '0')}` }))
  const held = new Map<string, string>()
  let cursor = 0
  for (const operation of operations) {
    await writeBatch(server.database, actor, { device: null, format: 1, operations: [{ sequence: null, operation }] })
    const page = await inWorkspace(server.database, actor, (tx) => pull(tx, actor, cursor, addDays(asDay('2026-11-02'), 20)))
    for (const table of tables) for (const row of page.rows[table]) held.set(`${table} ${row.id}`, JSON.stringify(row))
    cursor = page.cursor
  }
  const { rows } = await inWorkspace(server.database, actor, (tx) => pull(tx, actor, 0, addDays(asDay('2026-11-02'), 20)))
  for (const table of tables) for (const row of rows[table]) expect(held.get(`${table} ${row.id}`)).toBe(JSON.stringify(row))
})

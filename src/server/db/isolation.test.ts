import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callTo, ledgerApp, luc, nathalie, nextId, operationOf, type LedgerApp } from '#test/ledger-app.ts'
import { writeBatch } from '#server/ledger/write.ts'
import { inWorkspace } from './tenant.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
  const contactId = nextId()
  await writeBatch(server.database, nathalie, {
    device: nextId(),
    format: 1,
    operations: [
      { sequence: 1, operation: operationOf({ type: 'contact.add', contactId, fields: { name: 'Nathalie' }, step: null }) },
      { sequence: 2, operation: operationOf(callTo([contactId])) },
    ],
  })
})
afterAll(() => server.close())

// Known before any workspace is: who people are, where they belong, what a stranger's link stands for, and which migrations were applied.
const globalTables = /^(workspace|migration|public_link|identity_[a-z_]+)$/

test('every table is a workspace’s own, locked to it even for its owner, or named among the few global ones', async () => {
  const tables = await server.asOwner(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as locked,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as tenant,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and pg_get_expr(p.polqual, c.oid) like '%workspace_id%app.workspace%'
        and pg_get_expr(p.polwithcheck, c.oid) like '%workspace_id%app.workspace%') as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  expect(tables.length).toBeGreaterThan(16)
  for (const { name, locked, tenant, policies } of tables) {
    if (globalTables.test(String(name))) continue
    expect({ name, tenant, locked, policies }).toEqual({ name, tenant: true, locked: true, policies: 1 })
  }
})

test('workspace_id comes first in every key of a tenant table', async () => {
  const keys = await server.asOwner(`
    select c.relname as name, k.conname as key, (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1]) as first
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')`)
  for (const { name, key, first } of keys) if (!globalTables.test(String(name))) expect({ key, first }).toEqual({ key, first: 'workspace_id' })
})

test('views, triggers and functions that could step around the lock do not exist', async () => {
  expect(await server.asOwner(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`)).toEqual([])
  expect(await server.asOwner('select tgname from pg_trigger where not tgisinternal')).toEqual([])
  expect(await server.asOwner(`select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`)).toEqual([])
})

test('the application is neither owner, nor superuser, nor past the lock, and cannot delete or rewrite a fact', async () => {
  const client = new pg.Client(server.appConfig)
  await client.connect()
  try {
    const { rows } = await client.query(`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        exists (select 1 from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: false }])
    for (const statement of [
      'delete from activity',
      'delete from operation',
      'update operation set status = status',
      'update activity set outcome = outcome',
      'update activity set occurred_at = occurred_at',
      'update consent set fact = fact',
      'delete from consent',
      'delete from suppression',
      'truncate activity',
      'delete from contact',
      'create table mine (id int)',
      'alter table activity disable row level security',
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/)
    }
  } finally {
    await client.end()
  }
})

test('without a workspace nothing is seen; with one, only its own; and nothing can be written into another', async () => {
  const counted = async (db: typeof server.database) => (await sql<{ count: number }>`select count(*)::int as count from activity`.execute(db)).rows[0]?.count
  expect(await counted(server.database)).toBe(0)
  expect(await inWorkspace(server.database, nathalie, (tx) => counted(tx as never))).toBe(1)
  expect(await inWorkspace(server.database, luc, (tx) => counted(tx as never))).toBe(0)
  expect(await counted(server.database)).toBe(0)
  const intrusion = inWorkspace(server.database, luc, (tx) =>
    sql`insert into offer (workspace_id, id, name, archived, rev) values (${nathalie.workspaceId}::uuid, ${nextId()}::uuid, 'x', false, 1)`.execute(tx),
  )
  await expect(intrusion).rejects.toThrow(/row-level security/)
})

test('the database itself refuses an open person without a next step, and a goal beyond a day of work', async () => {
  await expect(inWorkspace(server.database, nathalie, (tx) => sql`update contact set next_step = null, next_due = null`.execute(tx))).rejects.toThrow(
    /nobody_is_forgotten/,
  )
  const goal = inWorkspace(server.database, nathalie, (tx) =>
    sql`
    insert into goal (workspace_id, id, goal_id, member_id, effective_from, target, per, measure, counting, rev)
    values (${nathalie.workspaceId}::uuid, ${nextId()}::uuid, 'main', 'nathalie', '2026-11-24', 501, 'day', '{"type":"all"}', 'people', 1)`.execute(tx),
  )
  await expect(goal).rejects.toThrow(/goal_target_check/)
  const columns = await server.asOwner(
    `select column_name from information_schema.columns where table_name = 'goal' and column_name ~ 'amount|cents|currency|money|price'`,
  )
  expect(columns).toEqual([])
})

import { sql } from 'kysely'
import type { Table } from '#method/ledger/operation.ts'
import type { Tx } from '#server/db/database.ts'
import { factStandsOn } from '#server/db/facts-standing.ts'
import { part, partByIds, readParts, type Told } from '#server/db/rows.ts'

/** Rows to read: by id, the history of people, the people of imports, the refunds of sales. */
export type Wanted = {
  readonly ids: readonly { readonly table: Table; readonly ids: readonly string[] }[]
  readonly histories: readonly string[]
  readonly imports: readonly string[]
  readonly refunds: readonly string[]
}

/** The people of imports on whom a fact still stands, whoever brought it. */
export const peopleStoodOn = async (tx: Tx, workspaceId: string, imports: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select c.id from contact c
    where c.workspace_id = ${workspaceId}::uuid and c.import_id = any(${imports}::uuid[]) and c.deleted_at is null and ${factStandsOn(workspaceId)}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Reads what is wanted and, when `memberId` is given, her calendar and settings too: one round trip. */
export const readWanted = (
  tx: Tx,
  workspaceId: string,
  wanted: Wanted,
  memberId: string | null,
): Promise<readonly { readonly name: Table; readonly told: Told }[]> => {
  const parts = wanted.ids.map(({ table, ids }) => partByIds(table, workspaceId, ids))
  if (memberId !== null) {
    parts.push(part('settings', workspaceId, sql`t.id = ${memberId}`))
    parts.push(part('schedule', workspaceId, sql`t.member_id = ${memberId}`), part('dayOff', workspaceId, sql`t.member_id = ${memberId}`))
  }
  if (wanted.histories.length > 0) {
    parts.push(part('contact', workspaceId, sql`t.merged_into = any(${wanted.histories}::uuid[])`))
    parts.push(
      part(
        'activity',
        workspaceId,
        sql`t.id in (
      select a.activity_id from activity_contact a where a.workspace_id = ${workspaceId}::uuid and a.contact_id = any(${wanted.histories}::uuid[]))`,
      ),
    )
  }
  if (wanted.imports.length > 0) parts.push(part('contact', workspaceId, sql`t.import_id = any(${wanted.imports}::uuid[])`))
  if (wanted.refunds.length > 0) parts.push(part('sale', workspaceId, sql`t.refunds = any(${wanted.refunds}::uuid[])`))
  return readParts(tx, parts)
}

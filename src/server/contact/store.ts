import { sql } from 'kysely'
import type { Contact } from '#method/contact/contact.ts'
import type { Tx } from '#server/db/database.ts'
import { readRows } from '#server/db/rows.ts'

/** Everyone who stands for the same person as `id`: the one who was kept and those merged into her. */
export const peopleWhoAre = async (tx: Tx, workspaceId: string, id: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, merged_into, 0 as hop from contact where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid
      union all
      select c.id, c.merged_into, up.hop + 1 from up join contact c on c.workspace_id = ${workspaceId}::uuid and c.id = up.merged_into where up.hop < 50
    ), down as (
      (select id, 0 as hop from up where merged_into is null)
      union all
      select c.id, down.hop + 1 from down join contact c on c.workspace_id = ${workspaceId}::uuid and c.merged_into = down.id where down.hop < 50
    )
    select id from down`.execute(tx)
  return rows.map((row) => row.id)
}

const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** People present, in the order of their ids, whose name, organisation, city or address of e-mail holds `q`. */
export const presentContacts = (
  tx: Tx,
  workspaceId: string,
  { q, after, limit }: { readonly q: string; readonly after: string | undefined; readonly limit: number },
): Promise<readonly Contact[]> => {
  const like = pattern(q.trim().toLowerCase())
  const holds =
    q.trim() === ''
      ? sql`true`
      : sql`(lower(t.name) like ${like} or lower(t.organisation) like ${like} or lower(t.city) like ${like} or lower(t.emails::text) like ${like})`
  return readRows(
    tx,
    'contact',
    workspaceId,
    sql`
    t.deleted_at is null and t.archived_at is null and t.merged_into is null and ${holds}
    and (${after ?? null}::uuid is null or t.id > ${after ?? null}::uuid) order by t.id limit ${limit}`,
  )
}

/** Whom the people of a workspace who were merged stand for now, by one step. */
export const mergedInto = async (tx: Tx, workspaceId: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; into: string }>`
    select id, merged_into as "into" from contact where workspace_id = ${workspaceId}::uuid and merged_into is not null`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.into]))
}

import { sql, type RawBuilder } from 'kysely'
import type { Contact } from '#method/contact/contact.ts'
import { foldName } from '#method/contact/fold.ts'
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

// What `foldName` does, said in SQL for the rows: no accents, no case, words apart by one space, `St` and `Ste` as `saint`.
const folded = (text: RawBuilder<string>): RawBuilder<string> => sql<string>`
  regexp_replace(
    regexp_replace(regexp_replace(replace(replace(lower(normalize(${text}, nfkd)), 'œ', 'oe'), 'æ', 'ae'), '[\u0300-\u036f]+', '', 'g'), '[^[:alnum:]]+', ' ', 'g'),
    '\\m(ste?|sainte)(?= )', 'saint', 'g')`

const everyWord = sql<string>`concat_ws(' ', t.name, t.organisation, t.city, t.emails::text)`

/**
 * People present, in the order of their ids, whose name, organisation, city and addresses of e-mail hold every word of `q`, whatever
 * its accents, its case, its hyphens and its way of writing saints; or one of whose numbers holds its digits.
 */
export const presentContacts = (
  tx: Tx,
  workspaceId: string,
  { q, after, limit }: { readonly q: string; readonly after: string | undefined; readonly limit: number },
): Promise<readonly Contact[]> => {
  const words = foldName(q).split(' ').filter(Boolean)
  const digits = /^[\d\s().+-]{3,}$/.test(q.trim()) ? q.replace(/\D/g, '') : ''
  const text = folded(everyWord)
  const isAsked = q.trim() !== ''
  const hasWords =
    words.length === 0
      ? isAsked
        ? sql`false`
        : sql`true`
      : sql.join(
          words.map((word) => sql`${text} like ${pattern(word)}`),
          sql` and `,
        )
  const holds = digits.length < 3 ? hasWords : sql`((${hasWords}) or regexp_replace(t.phones::text, '\\D', '', 'g') like ${pattern(digits)})`
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

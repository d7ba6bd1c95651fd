import { sql, type RawBuilder } from 'kysely'
import type { Kind } from '#method/activity/kind.ts'
import type { KnownSale } from '#method/past/settle-refunds.ts'
import type { KnownId } from '#method/past/who.ts'
import { foldWords } from '#method/contact/fold.ts'
import type { Database, Tx } from '#server/db/database.ts'
import { factStandsOn } from '#server/db/facts-standing.ts'
import { readRows } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Actor } from '#server/identity/actor.ts'

type Gone = { readonly id: string; readonly mergedInto: string | null; readonly isDeleted: boolean; readonly isErased: boolean }

/** Those who are merged or gone, and whom a file may name again by the id that it had given them. */
export const peopleGone = (database: Database, actor: Actor): Promise<ReadonlyMap<string, KnownId>> =>
  inWorkspace(database, actor, async (tx) => {
    const { rows } = await sql<Gone>`
      select id, merged_into as "mergedInto", deleted_at is not null as "isDeleted", name = '' as "isErased" from contact
      where workspace_id = ${actor.workspaceId}::uuid and (deleted_at is not null or merged_into is not null)`.execute(tx)
    const gone = new Map(rows.map((row) => [row.id, row]))
    const standsFor = (id: string, hops = 0): string => {
      const next = hops < 50 ? gone.get(id)?.mergedInto : null
      return next ? standsFor(next, hops + 1) : id
    }
    return new Map(
      rows.map(({ id, isErased }) => {
        const kept = standsFor(id)
        return [id, { id: kept, isDeleted: gone.get(kept)?.isDeleted ?? false, isErased: isErased || (gone.get(kept)?.isErased ?? false) }]
      }),
    )
  })

// What a refund that names nobody may look back at.
const mostOfNobody = 20_000

/**
 * A member's own sales to these people, and their refunds, that still count; each under the person who stands for hers. With `isOfNobody`,
 * also the latest of those that name nobody.
 */
export const salesOfPeople = (database: Database, actor: Actor, people: readonly string[], isOfNobody = false): Promise<readonly KnownSale[]> =>
  inWorkspace(database, actor, async (tx) => {
    const { rows } = await sql<KnownSale>`
      select s.id, asked.id as "contactId", s.amount, s.currency, s.refunds, s.occurred_at as "occurredAt", s.day, s.line, s.is_day_only as "isDayOnly"
      from unnest(${people}::uuid[]) as asked(id)
        join contact c on c.workspace_id = ${actor.workspaceId}::uuid and (c.id = asked.id or c.merged_into = asked.id)
        join sale s on s.workspace_id = c.workspace_id and s.contact_id = c.id
      where s.member_id = ${actor.memberId} and s.voided_at is null`.execute(tx)
    if (!isOfNobody) return rows
    const { rows: ofNobody } = await sql<KnownSale>`
      select s.id, null as "contactId", s.amount, s.currency, s.refunds, s.occurred_at as "occurredAt", s.day, s.line, s.is_day_only as "isDayOnly"
      from sale s
      where s.workspace_id = ${actor.workspaceId}::uuid and s.member_id = ${actor.memberId} and s.contact_id is null and s.voided_at is null
      order by s.occurred_at desc limit ${mostOfNobody}`.execute(tx)
    return [...rows, ...ofNobody]
  })

/** The kinds that the members of a workspace defined, by their folded names. */
export const ownKinds = (database: Database, actor: Actor): Promise<ReadonlyMap<string, string>> =>
  inWorkspace(database, actor, async (tx) => {
    const kinds = await readRows(tx, 'kind', actor.workspaceId, sql`t.name <> ''`)
    return new Map(kinds.map(({ id, name }) => [foldWords(name), id]))
  })

/** The next facts that an import brought and that still count, those of a person together so that her history is told again once; at most `most` of each sort. */
export const factsStanding = async (
  tx: Tx,
  workspaceId: string,
  importId: string,
  most: number,
): Promise<{ readonly activityIds: readonly string[]; readonly saleIds: readonly string[] }> => {
  const own = sql`workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid and voided_at is null`
  const { rows: activities } = await sql<{ id: string }>`
    select id from activity where ${own} order by contact_ids ->> 0, id limit ${most}`.execute(tx)
  const { rows: sales } = await sql<{ id: string }>`select id from sale where ${own} limit ${most}`.execute(tx)
  return { activityIds: activities.map(({ id }) => id), saleIds: sales.map(({ id }) => id) }
}

/** The kinds of an import's activities that nothing uses: no activity that counts, no goal, challenge, sequence or next step of anyone. */
export const kindsUnused = async (tx: Tx, workspaceId: string, importId: string): Promise<readonly Kind[]> => {
  const own = sql`workspace_id = ${workspaceId}::uuid`
  const names = (list: RawBuilder<unknown>, field: RawBuilder<unknown>) => sql`exists (select 1 from jsonb_array_elements(${list}) x where ${field} = t.id)`
  return readRows(
    tx,
    'kind',
    workspaceId,
    sql`not t.archived and t.id in (select kind from activity where ${own} and import_id = ${importId}::uuid)
      and t.id not in (select kind from roll_up where ${own} and activities + conversations + minutes > 0)
      and not exists (select 1 from activity a where a.${own} and a.kind = t.id and a.voided_at is null)
      and not exists (select 1 from goal g where g.${own} and g.measure -> 'kinds' @> to_jsonb(t.id))
      and not exists (select 1 from challenge c where c.${own} and ${names(sql`c.items`, sql`x ->> 'kind'`)})
      and not exists (select 1 from sequence s where s.${own} and ${names(sql`s.steps`, sql`x ->> 'kind'`)})
      and not exists (select 1 from contact c where c.${own} and c.deleted_at is null and c.next_step ->> 'kind' = t.id)`,
  )
}

/** The people whom this import spoke of, whom an import already taken back had brought, and who have nothing left: neither a touch nor a sale. */
export const peopleStranded = async (tx: Tx, workspaceId: string, importId: string, most: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select c.id from contact c
      join import_batch b on b.workspace_id = c.workspace_id and b.id = c.import_id and b.undone_at is not null
    where c.workspace_id = ${workspaceId}::uuid and c.import_id <> ${importId}::uuid and c.touches = 0 and c.deleted_at is null and c.merged_into is null
      and not ${factStandsOn(workspaceId)}
      and (exists (
          select 1 from activity_contact n join activity a on a.workspace_id = n.workspace_id and a.id = n.activity_id
          where n.workspace_id = c.workspace_id and n.contact_id = c.id and a.import_id = ${importId}::uuid)
        or exists (select 1 from sale s where s.workspace_id = c.workspace_id and s.contact_id = c.id and s.import_id = ${importId}::uuid))
    order by c.id limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

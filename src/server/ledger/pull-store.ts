import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#method/calendar/day.ts'
import { tables, type Table } from '#method/ledger/operation.ts'
import type { Tx } from '#server/db/database.ts'
import { nameOf, type Told } from '#server/db/rows.ts'

export type Windows = { readonly since: number; readonly activitiesFrom: Day; readonly salesFrom: Day; readonly memberId: string }

// Deleted not long ago by hand, she may be wanted back; erased at her own request or gone with an import taken back, she is not.
const mayComeBack = (from: Day): RawBuilder<unknown> => sql`(t.deleted_at is null or (t.deleted_at >= ${from}::date and t.name <> '' and not exists (
  select 1 from import_batch b where b.workspace_id = t.workspace_id and b.id = t.import_id and b.undone_at is not null)))`

/** What of a table a device is sent: its window, and in the first pull nobody who is gone for good. */
const within = (table: Table, { since, activitiesFrom, salesFrom, memberId }: Windows): RawBuilder<unknown> => {
  const undone = since > 0 ? sql`t.voided_at is not null` : sql`false`
  if (table === 'activity') return sql`(t.day >= ${activitiesFrom}::date or ${undone})`
  if (table === 'sale') return sql`(t.day >= ${salesFrom}::date or ${undone})`
  // Her wish, her energy and her journal are hers alone (claim 7).
  if (table === 'dayPage' || table === 'plan') return sql`t.member_id = ${memberId}`
  return table === 'contact' && since === 0 ? mayComeBack(activitiesFrom) : sql`true`
}

const source = (table: Table, columns: RawBuilder<unknown>, workspaceId: string, windows: Windows, upTo: number): RawBuilder<unknown> =>
  sql`select ${columns} from ${sql.id(nameOf(table))} t
    where t.workspace_id = ${workspaceId}::uuid and t.rev > ${windows.since}::bigint and t.rev <= ${upTo}::bigint and ${within(table, windows)}`

const rollUps = (columns: RawBuilder<unknown>, workspaceId: string, { since }: Windows, upTo: number): RawBuilder<unknown> =>
  sql`select ${columns} from roll_up t where t.workspace_id = ${workspaceId}::uuid and t.rev > ${since}::bigint and t.rev <= ${upTo}::bigint`

const all = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(parts, sql` union all `)

/** The position at which a page of about `size` rows ends, on the border of a transaction. */
export const readEnd = async (tx: Tx, workspaceId: string, windows: Windows, last: number, size: number): Promise<number> => {
  const first = (rows: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${rows} order by t.rev limit ${size + 1})`
  const rev = sql`t.rev`
  const { rows } = await sql<{ rev: number }>`
    select rev from (${all([...tables.map((table) => first(source(table, rev, workspaceId, windows, last))), first(rollUps(rev, workspaceId, windows, last))])}) as revs
    order by rev limit ${size + 1}`.execute(tx)
  const over = rows[size]?.rev
  if (over === undefined) return last
  // Everything before the transaction in which the page would overflow, or that whole transaction when it comes first.
  const before = rows.findLast(({ rev: one }) => one < over)?.rev
  return before ?? over
}

const counted = sql`'rollUp' as name, jsonb_build_object('memberId', t.member_id, 'day', t.day, 'kind', t.kind, 'outcome', t.outcome,
    'activities', t.activities, 'conversations', t.conversations, 'minutes', t.minutes) as told`
const changes = (workspaceId: string, windows: Windows, end: number): RawBuilder<unknown> =>
  all([
    ...tables.map((table) => source(table, sql`${sql.lit(table)} as name, to_jsonb(t) as told`, workspaceId, windows, end)),
    rollUps(counted, workspaceId, windows, end),
  ])

/** A row as it was told, with the name of its table. */
export type ToldRow = { readonly name: Table | 'rollUp'; readonly told: Told }

/** Every row that changed after `since`, up to `end`. */
export const readChanges = async (tx: Tx, workspaceId: string, windows: Windows, end: number): Promise<readonly ToldRow[]> => {
  const { rows } = await sql<ToldRow>`${changes(workspaceId, windows, end)}`.execute(tx)
  return rows
}

/**
 * Every row of the windows and the cursor that they are as of, `size` at a time and in no order. One statement is one moment: nobody's
 * writing comes between.
 */
export const readWhole = async function* (
  tx: Tx,
  workspaceId: string,
  windows: Windows,
  size: number,
): AsyncGenerator<readonly (ToldRow | { readonly name: 'cursor'; readonly told: number })[]> {
  const cursor = sql`select 'cursor' as name, to_jsonb(c.value) as told from cursor c where c.workspace_id = ${workspaceId}::uuid`
  await sql`declare whole no scroll cursor for ${all([cursor, changes(workspaceId, windows, Number.MAX_SAFE_INTEGER)])}`.execute(tx)
  for (;;) {
    const { rows } = await sql<ToldRow>`fetch ${sql.lit(size)} from whole`.execute(tx)
    if (rows.length === 0) return
    yield rows
  }
}

/** The name of the workspace, as a device shows it. */
export const workspaceOf = async (tx: Tx, workspaceId: string): Promise<{ readonly name: string; readonly isDemo: boolean }> => {
  const { rows } = await sql<{ name: string; isDemo: boolean }>`select name, is_demo as "isDemo" from workspace where id = ${workspaceId}::uuid`.execute(tx)
  return rows[0] ?? { name: '', isDemo: false }
}

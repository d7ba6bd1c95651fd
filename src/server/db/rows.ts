import { sql, type RawBuilder } from 'kysely'
import type { Rows, Table } from '#method/ledger/operation.ts'
import type { Tx } from './database.ts'

type Type = 'uuid' | 'text' | 'integer' | 'bigint' | 'boolean' | 'date' | 'timestamptz' | 'jsonb'
type Columns<T extends Table> = { readonly [Field in keyof Rows[T]]: Type }

const standing = { nextStep: 'jsonb', letGo: 'jsonb' } as const

/** The fields of every record that travels and their types in the database. A field without its column does not compile. */
const columnsOf: { readonly [T in Table]: Columns<T> } = {
  contact: {
    id: 'uuid',
    name: 'text',
    organisation: 'text',
    role: 'text',
    emails: 'jsonb',
    phones: 'jsonb',
    city: 'text',
    address: 'text',
    website: 'text',
    birthday: 'text',
    language: 'text',
    relationship: 'text',
    tags: 'jsonb',
    notes: 'text',
    source: 'text',
    notNow: 'jsonb',
    ...standing,
    touches: 'integer',
    lastTouchAt: 'timestamptz',
    firstReachedAt: 'timestamptz',
    lastReachedAt: 'timestamptz',
    lastWords: 'text',
    lastWordsAt: 'timestamptz',
    createdAt: 'timestamptz',
    createdBy: 'text',
    importId: 'uuid',
    archivedAt: 'timestamptz',
    deletedAt: 'timestamptz',
    mergedInto: 'uuid',
  },
  activity: {
    id: 'uuid',
    memberId: 'text',
    kind: 'text',
    direction: 'text',
    outcome: 'text',
    contactIds: 'jsonb',
    minutes: 'integer',
    title: 'text',
    note: 'text',
    notNow: 'text',
    occurredAt: 'timestamptz',
    day: 'date',
    zone: 'text',
    standingBefore: 'jsonb',
    corrects: 'uuid',
    voidedAt: 'timestamptz',
  },
  sale: {
    id: 'uuid',
    memberId: 'text',
    amount: 'bigint',
    currency: 'text',
    offerId: 'uuid',
    contactId: 'uuid',
    activityId: 'uuid',
    refunds: 'uuid',
    note: 'text',
    occurredAt: 'timestamptz',
    day: 'date',
    zone: 'text',
    voidedAt: 'timestamptz',
  },
  offer: { id: 'uuid', name: 'text', price: 'bigint', archived: 'boolean' },
  kind: { id: 'text', name: 'text', icon: 'text', hue: 'text', minutes: 'integer', people: 'text', archived: 'boolean' },
  goal: { id: 'uuid', goalId: 'text', memberId: 'text', effectiveFrom: 'date', target: 'integer', per: 'text', measure: 'jsonb', counting: 'text' },
  schedule: { id: 'uuid', memberId: 'text', effectiveFrom: 'date', weekdays: 'jsonb', holidays: 'text', easter: 'text' },
  dayOff: { id: 'uuid', memberId: 'text', from: 'date', to: 'date', kind: 'text', removed: 'boolean' },
  settings: {
    id: 'text',
    firstName: 'text',
    language: 'text',
    zone: 'text',
    currency: 'text',
    theme: 'text',
    steps: 'jsonb',
    weekStartsOn: 'text',
    importMappings: 'jsonb',
  },
  merge: { id: 'uuid', keep: 'uuid', gone: 'uuid', keepBefore: 'jsonb', keepAfter: 'jsonb', undoneAt: 'timestamptz' },
  importBatch: {
    id: 'uuid',
    memberId: 'text',
    file: 'text',
    at: 'timestamptz',
    added: 'integer',
    completed: 'integer',
    filled: 'jsonb',
    undoneAt: 'timestamptz',
  },
}

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
/** The database's name of a collection. */
export const nameOf = (table: Table): string => snake(table)

type Shape = { readonly fields: readonly { readonly field: string; readonly column: string; readonly type: Type }[] }
const shapes = Object.fromEntries(
  Object.entries(columnsOf).map(([table, columns]) => [
    table,
    { fields: Object.entries(columns).map(([field, type]) => ({ field, column: snake(field), type: type as Type })) },
  ]),
) as unknown as { readonly [T in Table]: Shape }

/** A record as PostgreSQL's `to_jsonb` tells it. */
export type Told = Readonly<Record<string, unknown>>

// `to_jsonb` writes instants as `2026-11-24T14:00:00.5+00:00`; Entrain has one spelling for each.
const instantOf = (told: unknown): unknown => (typeof told === 'string' ? new Date(told).toISOString() : told)

/** The record that PostgreSQL tells. */
export const rowOf = <T extends Table>(table: T, told: Told): Rows[T] => {
  const row: Record<string, unknown> = {}
  for (const { field, column, type } of shapes[table].fields) row[field] = type === 'timestamptz' ? instantOf(told[column]) : told[column]
  return row as Rows[T]
}

/** A part of one question to several tables: rows of `table` in the workspace for which `where` holds (`t` is the row). */
export const part = (table: Table, workspaceId: string, where: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select ${sql.lit(table)} as name, to_jsonb(t) as told from ${sql.id(nameOf(table))} t where t.workspace_id = ${workspaceId}::uuid and ${where}`

/** Every row that the parts name, in one round trip. */
export const readParts = async (tx: Tx, parts: readonly RawBuilder<unknown>[]): Promise<readonly { readonly name: Table; readonly told: Told }[]> => {
  if (parts.length === 0) return []
  const { rows } = await sql<{ name: Table; told: Told }>`${sql.join(parts, sql` union all `)}`.execute(tx)
  return rows
}

/** The rows of one table for which `where` holds. */
export const readRows = async <T extends Table>(tx: Tx, table: T, workspaceId: string, where: RawBuilder<unknown>): Promise<readonly Rows[T][]> => {
  const { rows } = await sql<{
    told: Told
  }>`select to_jsonb(t) as told from ${sql.id(nameOf(table))} t where t.workspace_id = ${workspaceId}::uuid and ${where}`.execute(tx)
  return rows.map(({ told }) => rowOf(table, told))
}

// Of a fact, only its undoing is ever written again.
const rewritten = (table: Table, columns: readonly string[]): readonly string[] => (table === 'activity' ? ['voided_at', 'rev'] : [...columns, 'rev'])

const writers = new Map<Table, { readonly head: string; readonly types: string; readonly tail: string }>()
const writerOf = (table: Table) => {
  const known = writers.get(table)
  if (known) return known
  const extra = table === 'contact' ? [{ column: 'next_due', type: 'date' as const }] : []
  const fields = [...shapes[table].fields, ...extra]
  const columns = fields.map(({ column }) => `"${column}"`)
  const set = rewritten(
    table,
    columns.filter((column) => column !== '"id"'),
  ).map((column) => `${column} = excluded.${column}`)
  const writer = {
    head: `insert into ${nameOf(table)} (workspace_id, ${columns.join(', ')}, rev) select `,
    types: ` as x(${fields.map(({ column, type }) => `"${column}" ${type}`).join(', ')})`,
    tail: ` on conflict (workspace_id, id) do update set ${set.join(', ')}`,
  }
  writers.set(table, writer)
  return writer
}

const toldOf = <T extends Table>(table: T, row: Rows[T]): Told => {
  const told: Record<string, unknown> = {}
  for (const { field, column } of shapes[table].fields) told[column] = (row as Readonly<Record<string, unknown>>)[field]
  if (table === 'contact') told['next_due'] = (row as Rows['contact']).nextStep?.due ?? null
  return told
}

// A JSON null inside a record is an absence, not the JSON value null.
const asJson = (rows: readonly Told[]): string => JSON.stringify(rows)

/** Writes rows of one table at `rev`, replacing those of the same id, in one statement whatever their number. */
export const writeRows = async <T extends Table>(tx: Tx, table: T, workspaceId: string, rev: number, rows: readonly Rows[T][]): Promise<void> => {
  if (rows.length === 0) return
  const { head, types, tail } = writerOf(table)
  await sql`${sql.raw(head)} ${workspaceId}::uuid, x.*, ${rev}::bigint from jsonb_to_recordset(${asJson(rows.map((row) => toldOf(table, row)))}::jsonb) ${sql.raw(types)} ${sql.raw(tail)}`.execute(
    tx,
  )
}

/** One row, or `undefined`. */
export const readById = async <T extends Table>(tx: Tx, table: T, workspaceId: string, id: string): Promise<Rows[T] | undefined> =>
  (await readRows(tx, table, workspaceId, table === 'kind' || table === 'settings' ? sql`t.id = ${id}` : sql`t.id = ${id}::uuid`))[0]

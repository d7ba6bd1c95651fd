import { sql, type RawBuilder } from 'kysely'
import type { Rows, Table } from '#method/ledger/operation.ts'
import type { Tx } from './database.ts'

type Type = 'uuid' | 'text' | 'float8' | 'integer' | 'bigint' | 'boolean' | 'date' | 'timestamptz' | 'jsonb'
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
    country: 'text',
    zone: 'text',
    line: 'text',
    interests: 'jsonb',
    keepInTouch: 'integer',
    sequence: 'jsonb',
    ...standing,
    touches: 'integer',
    lastTouchAt: 'timestamptz',
    firstReachedAt: 'timestamptz',
    lastReachedAt: 'timestamptz',
    lastWords: 'text',
    lastWordsAt: 'timestamptz',
    unansweredAt: 'jsonb',
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
    importId: 'uuid',
    line: 'integer',
    isDayOnly: 'boolean',
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
    importId: 'uuid',
    line: 'integer',
    isDayOnly: 'boolean',
  },
  offer: { id: 'uuid', name: 'text', price: 'bigint', archived: 'boolean', points: 'text', createdAt: 'timestamptz', shelved: 'jsonb' },
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
    cadences: 'jsonb',
    sender: 'jsonb',
    reminders: 'jsonb',
    goalOffer: 'jsonb',
    hours: 'jsonb',
    goalRules: 'jsonb',
  },
  merge: { id: 'uuid', keep: 'uuid', gone: 'uuid', keepBefore: 'jsonb', keepAfter: 'jsonb', undoneAt: 'timestamptz' },
  importBatch: {
    id: 'uuid',
    memberId: 'text',
    file: 'text',
    at: 'timestamptz',
    added: 'integer',
    completed: 'integer',
    activities: 'integer',
    sales: 'integer',
    filled: 'jsonb',
    undoneAt: 'timestamptz',
  },
  consent: { id: 'uuid', contactId: 'uuid', memberId: 'text', fact: 'jsonb', occurredAt: 'timestamptz', recordedAt: 'timestamptz' },
  enquiry: {
    id: 'uuid',
    memberId: 'text',
    contactId: 'uuid',
    via: 'text',
    receivedAt: 'timestamptz',
    name: 'text',
    email: 'text',
    phone: 'text',
    city: 'text',
    subject: 'text',
    words: 'text',
    language: 'text',
    mayWrite: 'text',
    closedAt: 'timestamptz',
  },
  event: {
    id: 'uuid',
    memberId: 'text',
    title: 'text',
    place: 'text',
    latitude: 'float8',
    longitude: 'float8',
    venue: 'text',
    day: 'date',
    time: 'text',
    until: 'date',
    offerId: 'uuid',
    subjects: 'jsonb',
    link: 'text',
    note: 'text',
    createdAt: 'timestamptz',
    archivedAt: 'timestamptz',
    stood: 'jsonb',
  },
  invitation: { id: 'text', eventId: 'uuid', contactId: 'uuid', memberId: 'text', state: 'text', channel: 'text', at: 'timestamptz' },
  template: { id: 'uuid', name: 'text', purpose: 'text', language: 'text', subject: 'text', body: 'text', archived: 'boolean' },
  sequence: { id: 'uuid', name: 'text', steps: 'jsonb', archived: 'boolean' },
  message: {
    id: 'uuid',
    memberId: 'text',
    contactId: 'uuid',
    eventId: 'uuid',
    to: 'text',
    subject: 'text',
    body: 'text',
    closing: 'text',
    purpose: 'text',
    language: 'text',
    state: 'text',
    detail: 'text',
    at: 'timestamptz',
    sentAt: 'timestamptz',
  },
  dayPage: {
    id: 'text',
    memberId: 'text',
    day: 'date',
    energy: 'integer',
    confidence: 'integer',
    intention: 'text',
    line: 'text',
    tomorrow: 'jsonb',
    closedAt: 'timestamptz',
    isLight: 'boolean',
  },
  plan: { id: 'uuid', memberId: 'text', wish: 'text', at: 'timestamptz', day: 'date', content: 'jsonb' },
  challenge: {
    id: 'uuid',
    memberId: 'text',
    title: 'text',
    items: 'jsonb',
    from: 'date',
    to: 'date',
    pauses: 'jsonb',
    endedAt: 'timestamptz',
    stakes: 'text',
    template: 'text',
    joinedOn: 'date',
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

/** The columns of a collection, all of its fields but those in `unread`: of many rows, what is not looked at need not travel. */
export const columnsBut = <T extends Table>(table: T, unread: readonly (keyof Rows[T])[]): RawBuilder<unknown> =>
  sql.join(shapes[table].fields.filter(({ field }) => !unread.includes(field as keyof Rows[T])).map(({ column }) => sql.id('t', column)))

/** A part of one question to several tables: rows of `table` in the workspace for which `where` holds (`t` is the row). */
export const part = (table: Table, workspaceId: string, where: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select ${sql.lit(table)} as name, to_jsonb(t) as told from ${sql.id(nameOf(table))} t where t.workspace_id = ${workspaceId}::uuid and ${where}`

/**
 * The part of the rows of these ids. Each is looked up by its key alone: read as one condition, a table without statistics yet (a first
 * import) would be walked from end to end for every part of the import.
 */
export const partByIds = (table: Table, workspaceId: string, ids: readonly string[]): RawBuilder<unknown> =>
  sql`select ${sql.lit(table)} as name, to_jsonb(t) as told from unnest(${ids}::${sql.raw(textIds.has(table) ? 'text[]' : 'uuid[]')}) as asked(id)
    cross join lateral (select * from ${sql.id(nameOf(table))} r where r.workspace_id = ${workspaceId}::uuid and r.id = asked.id offset 0) t`

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

// Of an activity, only its undoing is ever written again, and its words when the person they tell of is erased; of a consent, nothing.
const rewritten = (table: Table, columns: readonly string[]): readonly string[] => {
  if (table === 'activity') return ['voided_at', 'title', 'note', 'rev']
  return table === 'consent' ? [] : [...columns, 'rev']
}

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
    tail: ` on conflict (workspace_id, id) do ${set.length === 0 ? 'nothing' : `update set ${set.join(', ')}`}`,
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

/** The statement that writes rows of one table at `rev`, replacing those of the same id, whatever their number; none when there are no rows. */
export const toWriteRows = <T extends Table>(table: T, workspaceId: string, rev: number, rows: readonly Rows[T][]): readonly RawBuilder<unknown>[] => {
  if (rows.length === 0) return []
  const { head, types, tail } = writerOf(table)
  return [
    sql`${sql.raw(head)} ${workspaceId}::uuid, x.*, ${rev}::bigint from jsonb_to_recordset(${asJson(rows.map((row) => toldOf(table, row)))}::jsonb) ${sql.raw(types)} ${sql.raw(tail)}`,
  ]
}

/** Runs statements that write different tables, and read none that the others write, in one round trip. */
export const writeTogether = async (tx: Tx, statements: readonly RawBuilder<unknown>[]): Promise<void> => {
  const last = statements.at(-1)
  if (!last) return
  const others = statements.slice(0, -1).map((statement, place) => sql`${sql.id(`w${place}`)} as (${statement})`)
  await (others.length === 0 ? last : sql`with ${sql.join(others)} ${last}`).execute(tx)
}

/** The tables whose ids are words and not UUIDs. */
export const textIds: ReadonlySet<Table> = new Set<Table>(['kind', 'settings', 'invitation', 'dayPage'])

/** One row, or `undefined`. */
export const readById = async <T extends Table>(tx: Tx, table: T, workspaceId: string, id: string): Promise<Rows[T] | undefined> =>
  (await readRows(tx, table, workspaceId, textIds.has(table) ? sql`t.id = ${id}` : sql`t.id = ${id}::uuid`))[0]

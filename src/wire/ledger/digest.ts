import { z } from 'zod'
import { addDays, type Day } from '#method/calendar/day.ts'
import { longestPurchaseDays } from '#method/consent/packs.ts'
import { tables, type Rows, type Table } from '#method/ledger/operation.ts'
import { day, id } from '../calendar/calendar.ts'
import { hexOf, sha256 } from './sha-256.ts'
import { pullAnswer, rollUp, type RollUp } from './sync.ts'

/** What is compared between a device and the server: every collection, and the daily counts. */
export const compared = [...tables, 'rollUp'] as const
/** The name of what is compared. */
export type Compared = Table | 'rollUp'
/** A row that is compared. */
export type ComparedRow = Rows[Table] | RollUp

// A reading window moves by a day when a device crosses a zone at night: the comparison stays inside of it, on either side.
const activityDays = 88
const saleDays = longestPurchaseDays - 2

/** From which days facts are compared: two days inside the windows of the pull. */
export const comparedFrom = (today: Day): { readonly activity: Day; readonly sale: Day } => ({
  activity: addDays(today, -activityDays),
  sale: addDays(today, -saleDays),
})

/** Whether both sides hold a row for certain. Whom a device saw deleted, another that began later was never told of. */
const isCompared = (table: Compared, row: ComparedRow, from: ReturnType<typeof comparedFrom>): boolean => {
  if (table === 'activity' || table === 'sale') return String((row as Rows['sale']).day) >= from[table]
  // A row whose field is lost is no deleted person: `null` and nothing are both not a date.
  return table !== 'contact' || typeof (row as Rows['contact']).deletedAt !== 'string'
}

const shapes: Readonly<Record<Compared, z.ZodType>> = {
  ...(Object.fromEntries(tables.map((table) => [table, pullAnswer.shape.rows.shape[table].element])) as unknown as Record<Table, z.ZodType>),
  rollUp,
}

/** JSON with its keys in order, and without those that hold nothing. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const held = value as Readonly<Record<string, unknown>>
  const keys = Object.keys(held)
    .filter((key) => held[key] !== undefined && held[key] !== null)
    .sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(held[key])}`).join(',')}}`
}

/** What names a row among those of its table. */
export const nameOfRow = (table: Compared, row: ComparedRow): string => {
  if (table !== 'rollUp') return (row as Rows[Table]).id
  const { memberId, day: on, kind, outcome } = row as RollUp
  return `${memberId} ${on} ${kind} ${outcome}`
}

// A row that the contract does not read is no whole row, whatever it holds.
const markOf = (table: Compared, row: ComparedRow): Int32Array => {
  const read = shapes[table].safeParse(row)
  return sha256(read.success ? canonical(read.data) : `unreadable ${canonical(row)}`)
}

/** How many rows of a table are held, and their digest: the SHA-256 of each as the contract reads it, all of them added bit by bit (XOR). */
export const tableDigest = z.strictObject({ count: z.int().min(0), digest: z.string().regex(/^[0-9a-f]{64}$/) })
/** How many rows of a table are held, and their digest. */
export type TableDigest = z.infer<typeof tableDigest>
/** The digest of each table. */
export type Digest = { readonly [T in Compared]: TableDigest }

/**
 * Adds rows up to a digest, in any order and in any parts: equal when, but for a chance of one in 2 to the 256th, every row is held on both
 * sides and alike. The server and the device both run this.
 */
export const createDigest = (today: Day): { readonly add: (table: Compared, row: ComparedRow) => void; readonly read: () => Digest } => {
  const from = comparedFrom(today)
  const sums = new Map(compared.map((table) => [table, { count: 0, words: new Int32Array(8) }]))
  return {
    add: (table, row) => {
      const sum = sums.get(table)
      if (!sum || !isCompared(table, row, from)) return
      sum.count += 1
      const mark = markOf(table, row)
      for (let n = 0; n < 8; n += 1) sum.words[n] = (sum.words[n] ?? 0) ^ (mark[n] ?? 0)
    },
    read: () => Object.fromEntries([...sums].map(([table, { count, words }]) => [table, { count, digest: hexOf(words) }])) as unknown as Digest,
  }
}

/** The tables whose digests differ. */
export const differing = (one: Digest, other: Digest): readonly Compared[] =>
  compared.filter((table) => one[table].digest !== other[table].digest || one[table].count !== other[table].count)

/** The rows of a table that are compared, by name, each with its own digest: what tells which ones differ. */
export const createMarks = (table: Compared, today: Day): { readonly add: (row: ComparedRow) => void; readonly marks: ReadonlyMap<string, string> } => {
  const from = comparedFrom(today)
  const marks = new Map<string, string>()
  return { add: (row) => void (isCompared(table, row, from) && marks.set(nameOfRow(table, row), hexOf(markOf(table, row)))), marks }
}

/** How rows that a device holds differ from those it should, in numbers. */
export const tableIncident = z.strictObject({
  table: z.enum(compared),
  missing: z.int().min(0),
  extra: z.int().min(0),
  altered: z.int().min(0),
})
/** How rows that a device holds differ from those it should, in numbers. */
export type TableIncident = z.infer<typeof tableIncident>

/** What differs between the rows that are held and those that should be. */
export const incidentOf = (table: Compared, held: ReadonlyMap<string, string>, due: ReadonlyMap<string, string>): TableIncident => {
  const both = [...due].filter(([name]) => held.has(name))
  return {
    table,
    missing: due.size - both.length,
    extra: held.size - both.length,
    altered: both.filter(([name, mark]) => held.get(name) !== mark).length,
  }
}

/** `at`: where the device stands; told anywhere else, the server counts nothing. `today` is its day, `device` its id. */
export const digestQuery = z.strictObject({
  at: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  today: day.optional(),
  device: id.optional(),
})
/** What a device must hold as of a cursor; `tables` is `null` when the cursor is not the one that was asked about. */
export const digestAnswer = z.object({
  cursor: z.int(),
  tables: z.object(Object.fromEntries(compared.map((table) => [table, tableDigest])) as Record<Compared, typeof tableDigest>).nullable(),
})
/** What a device must hold as of a cursor. */
export type DigestAnswer = { readonly cursor: number; readonly tables: Digest | null }

/** What a device found to differ and read again: names of tables and numbers, nothing of what people wrote. */
export const incidentReport = z.strictObject({ device: id, tables: z.array(tableIncident).min(1).max(compared.length) })

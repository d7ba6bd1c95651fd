import { z } from 'zod'
import { outcomes } from '#method/activity/activity.ts'
import type { FileRefusal } from '#method/contact/import-limits.ts'
import type { Refusal } from '#method/ledger/operation.ts'
import { pastFields } from '#method/past/past-columns.ts'
import { pastLimitsByServer } from '#method/past/past-limits.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import type { PastOutcome } from '#method/past/past-outcome.ts'
import type { PastSummary } from '#method/past/past-tally.ts'
import { id, text } from '../calendar/calendar.ts'

/** How the columns of a file are read, with its first row and a few others. */
export type PastHeading = { readonly mapping: PastMapping; readonly headings: readonly string[]; readonly samples: readonly (readonly string[])[] }
/** A row that will not be written, and why. */
export type RowSetAside = Exclude<PastOutcome, { readonly as: 'told' }>

const word = z.string().max(300)
const mapping: z.ZodType<PastMapping> = z.strictObject({
  hasHeading: z.boolean(),
  columns: z.array(z.strictObject({ heading: z.string().max(pastLimitsByServer.cell), field: z.enum(pastFields) })).max(pastLimitsByServer.columns),
  dateOrder: z.enum(['day-first', 'month-first']),
  kindUnsaid: z.string().min(1).max(64).nullable(),
  kinds: z.record(word, z.string().min(1).max(64)),
  outcomes: z.record(word, z.enum(outcomes)),
})

/** A file of past activities that will come by pieces: how it is called, and how much it weighs. */
export const newPastFile = z.strictObject({ name: text(300), bytes: z.int().min(1) })
/** Which file a piece is of, and where it goes. */
export const pieceQuery = z.strictObject({ file: id, from: z.coerce.number().int().min(0).max(pastLimitsByServer.bytes) })
/** How the file is read: as it suggests when nothing is said, and what becomes of the rows that could be several people's. */
export const pastReadingAsked = z.strictObject({ mapping: mapping.nullable(), ambiguous: z.enum(['skip', 'first']) })

/** Why an import ended on its way: the ledger refused, it was asked to stop, or something failed. */
export type PastStop = Refusal | 'asked-to-stop' | 'failed'

type OfFile = { readonly id: string; readonly name: string }
/** Where a member's own file stands. `bytes` and `whole` are of the file; `done` and `whole`, when writing, are facts. */
export type PastFile =
  | { readonly state: 'none' }
  | (OfFile & { readonly state: 'receiving' | 'waiting' | 'reading'; readonly bytes: number; readonly whole: number })
  | (OfFile & {
      readonly state: 'refused'
      readonly reason: FileRefusal['reason'] | 'not-read'
      readonly at: number | null
      readonly heading: PastHeading | null
    })
  | (OfFile & {
      readonly state: 'read'
      readonly ambiguous: 'skip' | 'first'
      readonly heading: PastHeading
      readonly summary: PastSummary
      readonly setAside: readonly RowSetAside[]
    })
  /** Read once more before the first fact is written: `bytes` of `size`. */
  | (OfFile & {
      readonly state: 'writing'
      readonly importId: string
      readonly bytes: number
      readonly size: number
      readonly done: number
      readonly whole: number
    })
  | (OfFile & { readonly state: 'written'; readonly importId: string; readonly summary: PastSummary })
  /** `importId` is missing when nothing was written. */
  | (OfFile & { readonly state: 'stopped'; readonly importId: string | null; readonly done: number; readonly reason: PastStop })

const states = ['none', 'receiving', 'waiting', 'reading', 'refused', 'read', 'writing', 'written', 'stopped'] as const

/** The answer of every route of a file: its state, and what goes with it. */
export const pastFileAnswer: z.ZodType<PastFile> = z.looseObject({
  state: z.enum(states),
  id: id.optional(),
  name: z.string().optional(),
  bytes: z.int().optional(),
  size: z.int().optional(),
  whole: z.int().optional(),
  done: z.int().optional(),
  importId: id.nullish(),
  reason: z.string().optional(),
  at: z.int().nullish(),
  ambiguous: z.enum(['skip', 'first']).optional(),
  heading: z.looseObject({}).nullish(),
  summary: z.looseObject({ rows: z.int(), told: z.int(), toDecide: z.int(), leftOut: z.int() }).optional(),
  setAside: z.array(z.looseObject({ as: z.enum(['to-decide', 'left-out']), line: z.int() })).optional(),
}) as unknown as z.ZodType<PastFile>

import { z } from 'zod'
import type { Bilan } from '#method/evidence/bilan.ts'
import { day, instant, text } from '../calendar/calendar.ts'

/** What of one's log to tell: all of it when nothing is said. `kind` is the id of a kind, `source` the words of a person's source. */
export const evidenceQuery = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  kind: z.string().min(1).max(64).optional(),
  source: text(500).optional(),
})

/** A Bilan and when it was told. `isBehind`: facts came since, and it is being told again; asking a little later gives the newer one. */
export type BilanAnswer = Bilan & { readonly told: { readonly at: string; readonly isBehind: boolean } }

/** The figures, in the shape of `Bilan`, which the method describes. */
export const evidenceAnswer: z.ZodType<BilanAnswer> = z.looseObject({
  version: z.literal(1),
  scope: z.looseObject({ today: day, asOf: day, from: day.nullable(), to: day.nullable(), kind: z.string().nullable(), source: z.string().nullable() }),
  told: z.object({ at: instant, isBehind: z.boolean() }),
}) as unknown as z.ZodType<BilanAnswer>

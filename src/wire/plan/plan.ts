import { z } from 'zod'
import type { KeptPlan } from '#method/plan/kept-plan.ts'
import { id, isWithoutNul, kept, text, written, type Dates } from '../calendar/calendar.ts'

const isPlain = (value: unknown): boolean =>
  typeof value === 'string'
    ? isWithoutNul(value) && value.isWellFormed()
    : typeof value !== 'object' || value === null || Object.entries(value).every(([key, inner]) => isPlain(key) && isPlain(inner))
const content = z
  .record(z.string().max(60), z.unknown())
  .refine(isPlain)
  .refine((given) => JSON.stringify(given).length <= 20_000)
const fields = ({ day, instant }: Dates) => z.strictObject({ id, wish: text(500), at: instant, day, content })

/** A plan as it is accepted. */
export const planEntry: z.ZodType<Omit<KeptPlan, 'memberId'>> = fields(written)
/** The row of a plan. */
export const planRow: z.ZodType<KeptPlan> = fields(kept).extend({ memberId: z.string() })

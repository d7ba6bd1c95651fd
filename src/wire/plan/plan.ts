import { z } from 'zod'
import type { KeptPlan } from '#method/plan/kept-plan.ts'
import { day, id, instant, text } from '../calendar/calendar.ts'

const content = z.record(z.string().max(60), z.unknown()).refine((given) => JSON.stringify(given).length <= 20_000)
const fields = z.strictObject({ id, wish: text(500), at: instant, day, content })

/** A plan as it is accepted. */
export const planEntry: z.ZodType<Omit<KeptPlan, 'memberId'>> = fields
/** The row of a plan. */
export const planRow: z.ZodType<KeptPlan> = fields.extend({ memberId: z.string() })

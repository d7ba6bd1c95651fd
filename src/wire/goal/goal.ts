import { z } from 'zod'
import { largestTarget, type GoalVersion } from '#method/goal/goal.ts'
import { day, id, kept, text } from '../calendar/calendar.ts'

/** A version of a goal. There is no field for money, and an unknown field is refused (claim 1). */
export const goal = z.strictObject({
  id,
  goalId: z.string().regex(/^[a-z0-9-]{1,64}$/),
  effectiveFrom: day,
  target: z.int().min(0).max(largestTarget),
  per: z.enum(['day', 'week']),
  measure: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('all') }),
    z.strictObject({ type: z.literal('kinds'), kinds: z.array(text(64)).min(1).max(50) }),
    z.strictObject({ type: z.literal('conversations') }),
  ]),
  counting: z.enum(['people', 'activities']),
})

/** The row of a goal version. */
export const goalRow: z.ZodType<GoalVersion> = goal.extend({ effectiveFrom: kept.day }).extend({ memberId: z.string() })

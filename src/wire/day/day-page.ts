import { z } from 'zod'
import { levels, type DayPage, type DayPageFields } from '#method/day/day-page.ts'
import { id, kept, text, written, type Dates } from '../calendar/calendar.ts'

const fields = ({ instant }: Dates) =>
  z.strictObject({
    energy: z.literal(levels).nullable(),
    confidence: z.literal(levels).nullable(),
    intention: text(500),
    line: text(4000),
    tomorrow: z.array(id).max(3),
    closedAt: instant.nullable(),
    isLight: z.boolean(),
  })

/** What is written on a page of a day: the fields present. */
export const dayPageFields = fields(written)
  .partial()
  .transform((given) => given as Partial<DayPageFields>)
/** The row of a page. */
export const dayPageRow: z.ZodType<DayPage> = fields(kept).extend({ id: z.string(), memberId: z.string(), day: kept.day })

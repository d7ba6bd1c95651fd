import { z } from 'zod'
import { relationships } from '#method/contact/contact.ts'
import type { Cadences } from '#method/follow-up/cadence.ts'
import { longestSequence, type Sequence } from '#method/follow-up/sequence.ts'
import { code, id, text } from '../calendar/calendar.ts'

const days = z.int().min(0).max(1000)
const step = z.strictObject({ day: days, kind: code(64), templateId: id.nullable() })

/** A named sequence of steps on which someone can be put. */
export const sequence: z.ZodType<Sequence> = z.strictObject({ id, name: text(100), steps: z.array(step).min(1).max(longestSequence), archived: z.boolean() })

const cadence = z.strictObject({ spacing: z.array(days).min(1).max(20), rest: days, keepInTouch: days.nullable() })
/** The spacing of follow-ups by relationship. */
export const cadences: z.ZodType<Cadences> = z.record(z.enum(relationships), cadence)

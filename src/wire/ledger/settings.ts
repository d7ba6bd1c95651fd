import { z } from 'zod'
import type { Settings } from '#method/ledger/settings.ts'
import { text, zone } from '../calendar/calendar.ts'

const days = z.int().min(0).max(730)
const steps = z.strictObject({ reached: days, 'message-left': days, 'no-answer': days, sent: days, replied: days, 'not-now': days, yes: days, done: days })

const fields = z.strictObject({
  firstName: text(100),
  language: z.enum(['fr', 'en']),
  zone,
  currency: z.string().regex(/^[A-Z]{3}$/),
  theme: z.enum(['system', 'light', 'dark']),
  steps,
  weekStartsOn: z.enum(['sunday', 'monday']),
  importMappings: z.record(z.string().max(8000), z.array(z.string().max(60).nullable()).max(200)),
})

/** The settings that a member changes: those present are written. */
export const settingsFields = fields.partial().transform((given) => given as Partial<Omit<Settings, 'id'>>)
/** The row of a member's settings. */
export const settingsRow: z.ZodType<Settings> = fields.extend({ id: z.string() })

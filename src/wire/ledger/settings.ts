import { z } from 'zod'
import { largestTarget } from '#method/goal/goal.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { kept, text, time, written, zone, type Dates } from '../calendar/calendar.ts'
import { keptProfile, senderProfile } from '../consent/consent.ts'
import { cadences } from '../follow-up/sequence.ts'

const days = z.int().min(0).max(730)
const steps = z.strictObject({ reached: days, 'message-left': days, 'no-answer': days, sent: days, replied: days, 'not-now': days, yes: days, done: days })

const fields = ({ day }: Dates, profile: typeof senderProfile) =>
  z.strictObject({
    firstName: text(100),
    language: z.enum(['fr', 'en']),
    zone,
    currency: z.string().regex(/^[A-Z]{3}$/),
    theme: z.enum(['system', 'light', 'dark']),
    steps,
    weekStartsOn: z.enum(['sunday', 'monday']),
    cadences: cadences.nullable(),
    sender: profile.nullable(),
    reminders: z.strictObject({ morning: time.nullable(), evening: time.nullable() }),
    goalOffer: z.strictObject({ offeredOn: day.nullable(), refusedOn: day.nullable() }),
    hours: z
      .strictObject({ from: time, to: time })
      .refine(({ from, to }) => from < to)
      .nullable(),
    goalRules: z.strictObject({ most: z.int().min(1).max(largestTarget).nullable(), boldness: z.enum(['sustainable', 'ambitious']) }),
    importMappings: z.record(text(8000), z.array(text(60).nullable()).max(200)),
  })

/** The settings that a member changes: those present are written. */
export const settingsFields = fields(written, senderProfile)
  .partial()
  .transform((given) => given as Partial<Omit<Settings, 'id'>>)
/** The row of a member's settings. */
export const settingsRow: z.ZodType<Settings> = fields(kept, keptProfile).extend({ id: z.string() })

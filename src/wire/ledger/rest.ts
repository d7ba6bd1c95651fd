import { z } from 'zod'
import { day, id, instant, text } from '../calendar/calendar.ts'
import { contactFields } from '../contact/contact.ts'
import { largestImportPart } from './operation.ts'

/** One part of an import; parts of one import share its id, so that it can be undone as a whole. */
export const newImport = z.strictObject({
  id: id.optional(),
  file: text(300),
  rows: z
    .array(z.strictObject({ contactId: id, isNew: z.boolean(), fields: contactFields, due: day }))
    .min(1)
    .max(largestImportPart),
})
/** What an import came to so far. A long one is taken back in several requests: until `undoneAt` is set, ask again. */
export const importAnswer = z.object({ id, added: z.int(), completed: z.int(), activities: z.int(), sales: z.int(), undoneAt: instant.nullable() })
/** Whose history to read. */
export const historyQuery = z.strictObject({ contact: id, limit: z.coerce.number().int().min(1).max(500).default(100) })
/** What was written about someone, newest first: who, when, the change and what it replaced. */
export const historyAnswer = z.object({
  operations: z.array(
    z.object({
      id,
      type: z.string(),
      memberId: z.string(),
      at: z.string(),
      recordedAt: z.string(),
      contactId: id,
      change: z.unknown(),
      before: z.unknown(),
    }),
  ),
})
/** From where to read; `today` is the day of the device, `device` its id. */
export const pullQuery = z.strictObject({
  since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  today: day.optional(),
  device: id.optional(),
})
/** An id in a path. */
export const byId = z.strictObject({ id })

import { z } from 'zod'
import { formWordings } from '#method/consent/wording.ts'
import { enquiryWays, type Enquiry } from '#method/enquiry/enquiry.ts'
import { id, instant, kept, text } from '../calendar/calendar.ts'

const fields = z.strictObject({
  contactId: id.nullable(),
  via: z.enum(enquiryWays),
  receivedAt: instant,
  name: text(300),
  email: text(320),
  phone: text(60),
  city: text(200),
  subject: text(500),
  words: text(20_000),
  language: z.enum(['fr', 'en', '']),
  mayWrite: text(60).default(''),
})

/** An enquiry as it is taken in. */
export const enquiryEntry = fields.extend({ enquiryId: id, mayWrite: z.enum(['', ...formWordings]).default('') })
/** The row of an enquiry. */
export const enquiryRow: z.ZodType<Enquiry> = fields.extend({ id, memberId: z.string(), receivedAt: kept.instant, closedAt: kept.instant.nullable() })

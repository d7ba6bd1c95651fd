import { z } from 'zod'
import type { ConsentEvent, ConsentFact, SenderProfile } from '#method/consent/consent.ts'
import { id, instant } from '../calendar/calendar.ts'

export const consentFact = z.looseObject({ type: z.string() }) as unknown as z.ZodType<ConsentFact>
export const consentEventRow: z.ZodType<ConsentEvent> = z.object({
  id,
  contactId: id,
  memberId: z.string(),
  fact: consentFact,
  occurredAt: instant,
  recordedAt: instant,
})
export const senderProfile = z.record(z.string(), z.unknown()) as unknown as z.ZodType<SenderProfile>

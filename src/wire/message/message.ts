import { z } from 'zod'
import { messageStates, type OutboundMessage } from '#method/message/message.ts'
import { templatePurposes, type Template } from '#method/message/template.ts'
import { id, kept, text } from '../calendar/calendar.ts'

const language = z.enum(['fr', 'en'])

/** A template, as it is written and kept. */
export const template: z.ZodType<Template> = z.strictObject({
  id,
  name: text(200),
  purpose: z.enum(templatePurposes),
  language,
  subject: text(300),
  body: text(20_000),
  archived: z.boolean(),
})

const fields = z.strictObject({ contactId: id, eventId: id.nullable(), to: text(320), subject: text(300), body: text(50_000), purpose: text(60), language })
/** A message as it is given to be sent. */
export const messageEntry = fields.extend({ messageId: id })
/** The row of a message. */
export const messageRow: z.ZodType<OutboundMessage> = fields.extend({
  id,
  memberId: z.string(),
  closing: text(10_000),
  state: z.enum(messageStates),
  detail: z.string(),
  at: kept.instant,
  sentAt: kept.instant.nullable(),
})

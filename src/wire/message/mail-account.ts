import { z } from 'zod'
import { text } from '../calendar/calendar.ts'

const host = z.string().regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$|^\[[0-9a-f:]+\]$/i)
const address = z
  .string()
  .max(320)
  .regex(/^[^\s@<>"]+@[^\s@<>"]+$/)

/** The person's own SMTP server. An empty password keeps the one that is known. */
export const mailAccountEntry = z.strictObject({
  host,
  port: z.int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: text(320),
  password: z.string().max(1000),
  fromName: text(200),
  fromAddress: address,
})
/** What is told of it: everything but the password; and how those written to stop the messages, by a link or by an answer. */
export const mailAccountAnswer = z.object({
  wayOut: z.enum(['link', 'reply']),
  account: z
    .object({
      host: z.string(),
      port: z.int(),
      security: z.enum(['tls', 'starttls', 'none']),
      username: z.string(),
      fromName: z.string(),
      fromAddress: z.string(),
      hasPassword: z.boolean(),
      checkedAt: z.string().nullable(),
    })
    .nullable(),
})
/** Whether the server let the account in. */
export const mailTrial = z.object({ ok: z.boolean(), detail: z.string() })
/** Whether the public form is open, its address, and whether anyone outside can open that. */
export const enquiryFormAnswer = z.object({ isOpen: z.boolean(), url: z.string().nullable(), isReachable: z.boolean() })

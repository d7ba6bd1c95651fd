import { z } from 'zod'
import { isWithoutNul } from '../calendar/calendar.ts'

/** A password as a person chooses it: length is what makes it strong (ASVS 6.2). */
export const newPassword = z.string().min(12).max(256)
/** The name by which others see a person. */
export const personName = z.string().trim().min(1).max(100).refine(isWithoutNul, { error: 'nul-in-text' })
/** An address to sign in with, in lower case. */
export const address = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase())
/** Owner or member of a workspace. */
export const role = z.enum(['owner', 'member'])

/** The person signed in, how she signs in, and where she is. */
export const account = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Null until she gives one, with her first password. */
  email: z.string().nullable(),
  hasPassword: z.boolean(),
  passkeys: z.int(),
  workspace: z.object({ id: z.uuid(), name: z.string(), role, isDemo: z.boolean() }),
})
/** The person signed in. */
export type Account = z.infer<typeof account>

/** A change of name. */
export const accountChange = z.strictObject({ name: personName })
/** The first password (with the address to sign in), or another one (with the present one). The other sessions end. */
export const passwordChange = z.strictObject({ email: address.optional(), currentPassword: z.string().max(256).optional(), newPassword })

/** A device on which someone is signed in. Instants are UTC. */
export const session = z.object({
  id: z.uuid(),
  isCurrent: z.boolean(),
  startedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  device: z.string(),
  address: z.string(),
})
/** A device on which someone is signed in. */
export type Session = z.infer<typeof session>

/** What a new key is for; without an end, it lasts a year. */
export const keyRequest = z.strictObject({ name: personName, access: z.enum(['read', 'write']).default('read'), days: z.int().min(1).max(730).default(365) })
const keyFields = {
  id: z.uuid(),
  name: z.string(),
  start: z.string(),
  access: z.enum(['read', 'write']),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
}
/** A key of the API, without its secret. */
export const key = z.object(keyFields)
/** A key of the API, without its secret. */
export type Key = z.infer<typeof key>
/** A key at its birth: the only time its secret is shown. */
export const newKey = z.object({ ...keyFields, secret: z.string() })

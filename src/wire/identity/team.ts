import { z } from 'zod'
import { text } from '../calendar/calendar.ts'
import { address, newPassword, personName, role } from './account.ts'

/** Someone of the workspace; the address is shown to owners and to herself. */
export const member = z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable(), role, joinedAt: z.iso.datetime(), isYou: z.boolean() })
/** Someone of the workspace. */
export type Member = z.infer<typeof member>
/** A change of role. */
export const memberChange = z.strictObject({ role })

/** Who is invited, and as what. */
export const invitationRequest = z.strictObject({ email: address, role: role.default('member') })
const invitationFields = { id: z.uuid(), email: z.string(), role, createdAt: z.iso.datetime(), expiresAt: z.iso.datetime() }
/** An invitation that waits for its answer. */
export const invitation = z.object(invitationFields)
/** An invitation that waits for its answer. */
export type Invitation = z.infer<typeof invitation>
/** An invitation at its birth: the only time its link is shown. */
export const newInvitation = z.object({ ...invitationFields, link: z.url() })

const token = z.string().min(40).max(100)
/** The token of a link, to read what it invites to. */
export const invitationToken = z.strictObject({ token })
/** What a link invites to. */
export const invitationSeen = z.object({ workspaceName: z.string(), email: z.string(), role, expiresAt: z.iso.datetime(), isKnown: z.boolean() })
/** Yes to an invitation: name and password; neither when already signed in under that address. */
export const invitationAnswer = z.strictObject({ token, name: personName.optional(), password: newPassword.optional() })

/** What signing in needs. Without `rememberMe`, the session lasts a month on the device; false: until the browser closes. */
export const signInRequest = z.strictObject({ email: text(254), password: z.string().max(256), rememberMe: z.boolean().optional() })
/** The token of a one-time entry link. */
export const entryRequest = z.strictObject({ token })

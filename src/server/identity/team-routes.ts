import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { invitation, invitationAnswer, invitationRequest, invitationSeen, invitationToken, member, memberChange, newInvitation } from '#wire/identity/team.ts'
import { notFound, Problem } from '../http/problem.ts'
import { isGuessable } from './account-routes.ts'
import type { Auth } from './auth.ts'
import type { IdentityDatabase } from './database.ts'
import { invite, openInvitations, readInvitation, revokeInvitation, takeInvitation } from './invitation-store.ts'
import { addMember, addPassword, addUser, changeMember, isGivenAddress, members, userByEmail } from './store.ts'
import type { SignedIn, WhoAsks } from './who-asks.ts'

type Team = {
  readonly db: IdentityDatabase
  readonly auth: Auth
  readonly who: WhoAsks
  readonly baseUrl: string
  /** Tells the devices of someone removed to forget everything. */
  readonly wipeDevices: (member: { readonly workspaceId: string; readonly memberId: string }) => Promise<void>
}

const done = z.object({ ok: z.literal(true) })
const byId = z.strictObject({ id: z.uuid() })
const tags = ['identity']

export const teamRoutes = (server: FastifyInstance, team: Team): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const { db, who } = team
  const ownerOf = async (asked: Promise<SignedIn>): Promise<SignedIn> => {
    const me = await asked
    if (me.role !== 'owner') throw new Problem(403, 'owners-only')
    return me
  }

  app.get('/api/members', { schema: { tags, summary: 'The members of the workspace', response: { 200: z.array(member) } } }, async (request) => {
    const me = await who.signedIn(request)
    return (await members(db, me.workspaceId)).map((one) => {
      const isYou = one.userId === me.memberId
      const mayKnow = (isYou || me.role === 'owner') && isGivenAddress(one.email)
      return { id: one.userId, name: one.name, email: mayKnow ? one.email : null, role: one.role, joinedAt: one.createdAt.toISOString(), isYou }
    })
  })

  app.patch(
    '/api/members/:id',
    { schema: { tags, summary: 'Change the role of a member', params: byId, body: memberChange, response: { 200: done } } },
    async (request) => {
      const me = await ownerOf(who.signedIn(request))
      refuse(await changeMember(db, me.workspaceId, request.params.id, request.body.role))
      return { ok: true as const }
    },
  )

  app.delete('/api/members/:id', { schema: { tags, summary: 'Remove a member, or leave', params: byId, response: { 200: done } } }, async (request) => {
    const me = await who.signedIn(request)
    if (request.params.id !== me.memberId && me.role !== 'owner') throw new Problem(403, 'owners-only')
    refuse(await changeMember(db, me.workspaceId, request.params.id, null))
    await team.wipeDevices({ workspaceId: me.workspaceId, memberId: request.params.id })
    return { ok: true as const }
  })

  app.get('/api/invitations', { schema: { tags, summary: 'Invitations without answer', response: { 200: z.array(invitation) } } }, async (request) => {
    const me = await ownerOf(who.signedIn(request))
    return (await openInvitations(db, me.workspaceId, new Date())).map(shown)
  })

  app.post(
    '/api/invitations',
    { schema: { tags, summary: 'Invite someone by a link', body: invitationRequest, response: { 201: newInvitation } } },
    async (request, reply) => {
      const me = await ownerOf(who.signedIn(request))
      const { email, role } = request.body
      if ((await members(db, me.workspaceId)).some((one) => one.email === email)) throw new Problem(409, 'already-a-member')
      if ((await openInvitations(db, me.workspaceId, new Date())).length >= 100) throw new Problem(409, 'too-many-invitations')
      const made = await invite(db, me, email, role, new Date())
      return reply.code(201).send({ ...shown(made), link: `${team.baseUrl}/entrer#invitation=${made.token}` })
    },
  )

  app.delete('/api/invitations/:id', { schema: { tags, summary: 'Take an invitation back', params: byId, response: { 200: done } } }, async (request) => {
    const me = await ownerOf(who.signedIn(request))
    if (!(await revokeInvitation(db, me.workspaceId, request.params.id, new Date()))) throw notFound()
    return { ok: true as const }
  })

  app.post(
    '/api/invitations/read',
    { schema: { tags, summary: 'What a link invites to', body: invitationToken, response: { 200: invitationSeen } } },
    async (request) => {
      const found = await readInvitation(db, request.body.token, new Date())
      if (!found) throw new Problem(410, 'link-used-or-expired')
      const { workspaceName, email, role, expiresAt } = found
      return { workspaceName, email, role, expiresAt: expiresAt.toISOString(), isKnown: (await userByEmail(db, email)) !== undefined }
    },
  )

  app.post('/api/invitations/accept', { schema: { tags, summary: 'Join a workspace', body: invitationAnswer, response: { 200: done } } }, async (request) => {
    const { token, name, password } = request.body
    const found = await readInvitation(db, token, new Date())
    if (!found) throw new Problem(410, 'link-used-or-expired')
    const known = await userByEmail(db, found.email)
    // Someone who has a password proves it by signing in: a link alone never takes over an account.
    if (known && (await signedInAs(who, request)) !== known.id) throw new Problem(409, 'sign-in-first')
    if (!known && (name === undefined || password === undefined)) throw new Problem(422, 'name-and-password-needed')
    if (password !== undefined && isGuessable(password, [name ?? '', found.email.split('@')[0] ?? '', found.workspaceName]))
      throw new Problem(422, 'password-too-easy')
    const { password: hasher } = await team.auth.$context
    const hash = !known && password !== undefined ? await hasher.hash(password) : undefined
    await db.transaction().execute(async (tx) => {
      if (!(await takeInvitation(tx, token, new Date()))) throw new Problem(410, 'link-used-or-expired')
      const userId = known?.id ?? (await addUser(tx, name ?? '', found.email))
      if (hash !== undefined) await addPassword(tx, userId, hash)
      await addMember(tx, { workspaceId: found.workspaceId, userId, role: found.role })
    })
    return { ok: true as const }
  })
}

const shown = ({
  id,
  email,
  role,
  createdAt,
  expiresAt,
}: {
  readonly id: string
  readonly email: string
  readonly role: 'owner' | 'member'
  readonly createdAt: Date
  readonly expiresAt: Date
}) => ({ id, email, role, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() })

const refuse = (answer: 'changed' | 'not-found' | 'last-owner'): void => {
  if (answer === 'not-found') throw notFound()
  if (answer === 'last-owner') throw new Problem(409, 'last-owner')
}

const signedInAs = async (who: WhoAsks, request: Parameters<WhoAsks['signedIn']>[0]): Promise<string | undefined> => {
  try {
    return await who.userOf(request)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

import { APIError } from 'better-auth/api'
import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { account, accountChange, key, keyRequest, newKey, passwordChange, session } from '#wire/identity/account.ts'
import { notFound, Problem } from '../http/problem.ts'
import type { Auth } from './auth.ts'
import type { IdentityDatabase } from './database.ts'
import { changeAddress, credentialsOf, endSessions, isGivenAddress, keysOf, rename, revokeKey, sessionsOf, user } from './store.ts'
import type { WhoAsks } from './who-asks.ts'

const done = z.object({ ok: z.literal(true) })
const byId = z.strictObject({ id: z.uuid() })
const tags = ['identity']

type Account = {
  readonly db: IdentityDatabase
  readonly auth: Auth
  readonly who: WhoAsks
  /** Asks the devices that entered by these sessions to forget everything. */
  readonly wipeSessions: (memberId: string, sessions: readonly string[]) => Promise<void>
}

export const accountRoutes = (server: FastifyInstance, { db, auth, who, wipeSessions }: Account): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()

  app.get('/api/account', { schema: { tags, summary: 'Who is signed in', response: { 200: account } } }, async (request) => {
    const me = await who.signedIn(request)
    const found = await user(db, me.memberId)
    if (!found) throw notFound()
    return {
      id: found.id,
      name: found.name,
      email: isGivenAddress(found.email) ? found.email : null,
      ...(await credentialsOf(db, me.memberId)),
      workspace: { id: me.workspaceId, name: me.workspaceName, role: me.role, isDemo: me.isDemo },
    }
  })

  app.patch('/api/account', { schema: { tags, summary: 'Change one’s name', body: accountChange, response: { 200: done } } }, async (request) => {
    const me = await who.signedIn(request)
    await rename(db, me.memberId, request.body.name)
    return { ok: true as const }
  })

  app.post(
    '/api/account/password',
    { schema: { tags, summary: 'Set or change one’s password', body: passwordChange, response: { 200: done } } },
    async (request, reply) => {
      const me = await who.signedIn(request)
      const headers = fromNodeHeaders(request.headers)
      const { email, currentPassword, newPassword } = request.body
      const mine = await user(db, me.memberId)
      if (!mine) throw notFound()
      const { hasPassword } = await credentialsOf(db, me.memberId)
      if (isGuessable(newPassword, [mine.name, mine.email.split('@')[0] ?? '', email ?? '', me.workspaceName])) throw new Problem(422, 'password-too-easy')
      if (hasPassword) {
        if (currentPassword === undefined) throw new Problem(422, 'current-password-needed')
        const { headers: answer } = await refusedAs('wrong-password', () =>
          auth.api.changePassword({ body: { currentPassword, newPassword, revokeOtherSessions: true }, headers, returnHeaders: true }),
        )
        for (const cookie of answer.getSetCookie()) reply.header('set-cookie', cookie)
        if (email !== undefined && email !== mine.email) await changeAddress(db, me.memberId, email)
        return { ok: true as const }
      }
      if (email === undefined && !isGivenAddress(mine.email)) throw new Problem(422, 'address-needed')
      if (email !== undefined) await changeAddress(db, me.memberId, email)
      await refusedAs('not-readable', () => auth.api.setPassword({ body: { newPassword }, headers }))
      await endSessions(db, me.memberId, { allBut: me.sessionId })
      return { ok: true as const }
    },
  )

  app.get('/api/sessions', { schema: { tags, summary: 'Where one is signed in', response: { 200: z.array(session) } } }, async (request) => {
    const me = await who.signedIn(request)
    return (await sessionsOf(db, me.memberId)).map((one) => ({
      id: one.id,
      isCurrent: one.id === me.sessionId,
      startedAt: one.createdAt.toISOString(),
      lastUsedAt: one.updatedAt.toISOString(),
      device: one.userAgent ?? '',
      address: one.ipAddress ?? '',
    }))
  })

  app.delete('/api/sessions/:id', { schema: { tags, summary: 'Sign out a device', params: byId, response: { 200: done } } }, async (request) => {
    const me = await who.signedIn(request)
    const { id } = request.params
    if (!(await sessionsOf(db, me.memberId)).some((one) => one.id === id)) throw notFound()
    // Before it ends: a device that comes between the two is told to forget all the same.
    if (id !== me.sessionId) await wipeSessions(me.memberId, [id])
    await endSessions(db, me.memberId, { id })
    return { ok: true as const }
  })

  app.delete(
    '/api/sessions',
    { schema: { tags, summary: 'Sign out every other device', response: { 200: z.object({ ended: z.int() }) } } },
    async (request) => {
      const me = await who.signedIn(request)
      const others = (await sessionsOf(db, me.memberId)).filter(({ id }) => id !== me.sessionId)
      await wipeSessions(
        me.memberId,
        others.map(({ id }) => id),
      )
      return { ended: await endSessions(db, me.memberId, { allBut: me.sessionId }) }
    },
  )

  app.get('/api/keys', { schema: { tags, summary: 'One’s own API keys', response: { 200: z.array(key) } } }, async (request) => {
    const me = await who.signedIn(request)
    return (await keysOf(db, me.memberId, me.workspaceId)).map((one) => ({
      id: one.id,
      name: one.name ?? '',
      start: one.start ?? '',
      access: one.permissions?.includes('"write"') ? ('write' as const) : ('read' as const),
      createdAt: one.createdAt.toISOString(),
      lastUsedAt: one.lastRequest?.toISOString() ?? null,
      expiresAt: one.expiresAt?.toISOString() ?? null,
    }))
  })

  app.post(
    '/api/keys',
    { schema: { tags, summary: 'Make an API key of one’s own, for this workspace', body: keyRequest, response: { 201: newKey } } },
    async (request, reply) => {
      const me = await who.signedIn(request)
      const { name, access, days } = request.body
      if ((await keysOf(db, me.memberId, me.workspaceId)).length >= 50) throw new Problem(409, 'too-many-keys')
      const made = await auth.api.createApiKey({
        body: {
          name,
          userId: me.memberId,
          expiresIn: days * 86_400,
          metadata: { workspaceId: me.workspaceId },
          permissions: { entrain: access === 'write' ? ['read', 'write'] : ['read'] },
        },
      })
      return reply.code(201).send({
        id: made.id,
        name,
        start: made.start ?? '',
        access,
        createdAt: new Date(made.createdAt).toISOString(),
        lastUsedAt: null,
        expiresAt: made.expiresAt ? new Date(made.expiresAt).toISOString() : null,
        secret: made.key,
      })
    },
  )

  app.delete('/api/keys/:id', { schema: { tags, summary: 'Revoke an API key', params: byId, response: { 200: done } } }, async (request) => {
    const me = await who.signedIn(request)
    if (!(await revokeKey(db, me.memberId, request.params.id))) throw notFound()
    return { ok: true as const }
  })
}

/** Words that anyone would try first (ASVS 6.2.11), and one character many times. */
export const isGuessable = (password: string, own: readonly string[]): boolean => {
  const plain = password.toLowerCase()
  const left = ['entrain', 'motdepasse', 'password', ...own.map((word) => word.toLowerCase().trim())]
    .filter((word) => word.length >= 4)
    .reduce((rest, word) => rest.replaceAll(word, ''), plain)
    .replaceAll(/[0-9\s!?.,*_-]/g, '')
  return left.length < 4 && plain !== left ? true : new Set(plain).size < 5
}

/** better-auth refuses by throwing; its own words stay inside. */
export const refusedAs = async <T>(reason: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw new Problem(422, error.body?.code === 'INVALID_PASSWORD' ? 'wrong-password' : reason)
    throw error
  }
}

import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../http/problem.ts'
import type { Actor } from './actor.ts'
import { longestSession, type Auth } from './auth.ts'
import type { IdentityDatabase } from './database.ts'
import { endSessions, membershipOf } from './store.ts'

/** A person in front of her screen, as opposed to a program with a key. */
export type SignedIn = Actor & { readonly sessionId: string; readonly startedAt: Date; readonly workspaceName: string; readonly isDemo: boolean }

export type WhoAsks = {
  /** A session or a key. */
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>
  /** A session only: keys never touch identity. */
  readonly signedIn: (request: FastifyRequest) => Promise<SignedIn>
  /** The person of the session, wherever she belongs. */
  readonly userOf: (request: FastifyRequest) => Promise<string>
  /** The session that `actorOf` or `signedIn` found, `null` for a key. */
  readonly sessionOf: (request: FastifyRequest) => string | null
  readonly isMember: (owner: Pick<Actor, 'workspaceId' | 'memberId'>) => Promise<boolean>
  /** Cookies to send with the answer, when the session was prolonged. */
  readonly freshCookies: (request: FastifyRequest) => readonly string[]
}

export const isUuid = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export const whoAsks = (auth: Auth, db: IdentityDatabase): WhoAsks => {
  const cookies = new WeakMap<FastifyRequest, readonly string[]>()
  const sessions = new WeakMap<FastifyRequest, string>()

  const belonging = async (userId: string, workspaceId?: string) => {
    const membership = await membershipOf(db, userId, workspaceId)
    if (!membership) throw new Problem(403, 'not-a-member')
    return membership
  }

  const sessionOf = async (request: FastifyRequest) => {
    const { response: found, headers } = await auth.api.getSession({ headers: fromNodeHeaders(request.headers), returnHeaders: true })
    if (!found) throw new Problem(401, 'not-signed-in')
    const startedAt = new Date(found.session.createdAt)
    if (Date.now() - startedAt.getTime() > longestSession) {
      await endSessions(db, found.user.id, { id: found.session.id })
      throw new Problem(401, 'not-signed-in')
    }
    cookies.set(request, headers.getSetCookie())
    sessions.set(request, found.session.id)
    return { userId: found.user.id, sessionId: found.session.id, startedAt }
  }

  const signedIn = async (request: FastifyRequest): Promise<SignedIn> => {
    const { userId, sessionId, startedAt } = await sessionOf(request)
    // A device names whose work it holds: when the session is someone else's, it says nothing of where she belongs.
    const holder = request.headers['entrain-member']
    const asked = holder === undefined || holder === userId ? request.headers['entrain-workspace'] : undefined
    const { workspaceId, role, name, isDemo } = await belonging(userId, isUuid(asked) ? asked : undefined)
    return { workspaceId, role, memberId: userId, sessionId, startedAt, workspaceName: name, isDemo }
  }

  const byKey = async (key: string, request: FastifyRequest): Promise<Actor> => {
    if (key.length > 200) throw new Problem(401, 'key-not-valid')
    const { valid, key: found, error } = await auth.api.verifyApiKey({ body: { key } })
    if (!valid || !found) throw error?.code === 'RATE_LIMITED' ? new Problem(429, 'too-many-requests') : new Problem(401, 'key-not-valid')
    const workspaceId = (found.metadata as { readonly workspaceId?: unknown } | null)?.workspaceId
    if (!isUuid(workspaceId)) throw new Problem(401, 'key-not-valid')
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    if (!isReading && !found.permissions?.['entrain']?.includes('write')) throw new Problem(403, 'key-reads-only')
    const { role } = await belonging(found.referenceId, workspaceId)
    return { workspaceId, memberId: found.referenceId, role }
  }

  return {
    signedIn,
    userOf: async (request) => (await sessionOf(request)).userId,
    actorOf: async (request) => {
      const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
      if (key !== undefined) return byKey(key, request)
      const { workspaceId, memberId, role } = await signedIn(request)
      return { workspaceId, memberId, role }
    },
    sessionOf: (request) => sessions.get(request) ?? null,
    isMember: async ({ workspaceId, memberId }) => (await membershipOf(db, memberId, workspaceId)) !== undefined,
    freshCookies: (request) => cookies.get(request) ?? [],
  }
}

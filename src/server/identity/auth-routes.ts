import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { entryRequest, signInRequest } from '#wire/identity/team.ts'
import { Problem } from '../http/problem.ts'
import { clientHeader, type Auth } from './auth.ts'
import type { WhoAsks } from './who-asks.ts'

type Path = { readonly method: 'GET' | 'POST'; readonly path: string; readonly summary: string; readonly body?: z.ZodType; readonly needsSession?: boolean }

/** The only ways into better-auth from outside: whatever else it offers is not reachable. */
const paths: readonly Path[] = [
  { method: 'POST', path: '/entry', summary: 'Open a session with a one-time link', body: entryRequest },
  { method: 'POST', path: '/sign-in/email', summary: 'Sign in with address and password', body: signInRequest },
  { method: 'POST', path: '/sign-out', summary: 'Sign out of this device' },
  { method: 'GET', path: '/passkey/generate-authenticate-options', summary: 'Begin signing in with a passkey' },
  { method: 'POST', path: '/passkey/verify-authentication', summary: 'Finish signing in with a passkey', body: z.looseObject({}) },
  { method: 'GET', path: '/passkey/generate-register-options', summary: 'Begin adding a passkey', needsSession: true },
  { method: 'POST', path: '/passkey/verify-registration', summary: 'Finish adding a passkey', body: z.looseObject({}), needsSession: true },
  { method: 'GET', path: '/passkey/list-user-passkeys', summary: 'One’s own passkeys', needsSession: true },
  { method: 'POST', path: '/passkey/delete-passkey', summary: 'Remove a passkey', body: z.strictObject({ id: z.uuid() }), needsSession: true },
]

export const authRoutes = (app: FastifyInstance, auth: Auth, who: WhoAsks, baseUrl: string): void => {
  for (const { method, path, summary, body, needsSession } of paths) {
    app.route({
      method,
      url: `/api/auth${path}`,
      schema: { summary, tags: ['identity'], ...(body === undefined ? {} : { body }) },
      handler: async (request, reply) => {
        if (needsSession === true) await who.signedIn(request)
        return answered(await auth.handler(asWebRequest(request, baseUrl)), reply)
      },
    })
  }
}

const asWebRequest = (request: FastifyRequest, baseUrl: string): Request => {
  const headers = fromNodeHeaders(request.headers)
  // Where a request comes from is said by the connection (or a proxy asked for), never by the one who sends it.
  headers.set(clientHeader, request.ip)
  for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'content-length', 'transfer-encoding']) headers.delete(name)
  const isReading = request.method === 'GET'
  if (!isReading) headers.set('content-type', 'application/json')
  return new Request(new URL(request.url, baseUrl), { method: request.method, headers, ...(isReading ? {} : { body: JSON.stringify(request.body ?? {}) }) })
}

const answered = async (answer: Response, reply: FastifyReply): Promise<unknown> => {
  const text = await answer.text()
  const body: unknown = text === '' ? null : JSON.parse(text)
  if (!answer.ok) throw asProblem(answer, body)
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return reply.code(answer.status).send(withoutTokens(body))
}

const asProblem = (answer: Response, body: unknown): Problem => {
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
  if (answer.status === 429) return new Problem(429, 'too-many-requests', { retryAfter: Number(answer.headers.get('x-retry-after') ?? 60) })
  const reasons: Readonly<Record<string, string>> = {
    LINK_USED_OR_EXPIRED: 'link-used-or-expired',
    INVALID_EMAIL_OR_PASSWORD: 'wrong-address-or-password',
    INVALID_EMAIL: 'wrong-address-or-password',
    SESSION_NOT_FRESH: 'sign-in-again',
    SESSION_IS_NOT_FRESH: 'sign-in-again',
  }
  // What a browser sent as a passkey and is none: better-auth calls its own reading of it a fault of the server.
  const isUnreadable = code === 'FAILED_TO_VERIFY_REGISTRATION'
  const status = isUnreadable ? 400 : answer.status >= 500 ? 500 : answer.status
  const byStatus =
    status === 401 ? 'not-signed-in' : status === 403 ? 'not-allowed' : status === 404 ? 'not-found' : status === 500 ? 'unexpected' : 'not-readable'
  return new Problem(code === 'INVALID_EMAIL' ? 401 : status, reasons[code] ?? byStatus)
}

/** The session stands in its cookie and nowhere else (ASVS 3.3.4). */
const withoutTokens = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  if ('challenge' in body) return body
  return 'success' in body || 'status' in body || 'ok' in body || 'token' in body || 'session' in body ? { ok: true } : body
}

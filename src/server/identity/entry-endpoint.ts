import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { IdentityDatabase } from './database.ts'
import { takeEntryToken } from './store.ts'

/** Opens a session for whoever holds a one-time link (as Jupyter does): the first minute needs no form. */
export const entryEndpoint = (db: IdentityDatabase) =>
  ({
    id: 'entry',
    endpoints: {
      enter: createAuthEndpoint('/entry', { method: 'POST', body: z.object({ token: z.string().min(40).max(100) }) }, async (context) => {
        const userId = await takeEntryToken(db, context.body.token, new Date())
        const user = userId === undefined ? null : await context.context.internalAdapter.findUserById(userId)
        if (!user) throw new APIError('UNAUTHORIZED', { code: 'LINK_USED_OR_EXPIRED', message: 'This link was used or has expired.' })
        const session = await context.context.internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return context.json({ ok: true })
      }),
    },
    rateLimit: [{ pathMatcher: (path) => path === '/entry', window: 60, max: 20 }],
  }) satisfies BetterAuthPlugin

import { join } from 'node:path'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { answers, type Database } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Addresses } from '#server/http/addresses.ts'
import { createApp, type WordRoutes } from '#server/http/app.ts'
import { accountRoutes } from '#server/identity/account-routes.ts'
import { createAuth } from '#server/identity/auth.ts'
import { authRoutes } from '#server/identity/auth-routes.ts'
import type { IdentityDatabase } from '#server/identity/database.ts'
import { workspacesOf } from '#server/identity/store.ts'
import { teamRoutes } from '#server/identity/team-routes.ts'
import { enquiryFormRoutes } from '#server/enquiry/form-routes.ts'
import { enquiryRoutes } from '#server/enquiry/routes.ts'
import { mailAccountRoutes } from '#server/mail/account-routes.ts'
import { sealWith } from '#server/mail/seal.ts'
import { unsubscribeRoutes } from '#server/mail/unsubscribe-routes.ts'
import { pastRoutes } from '#server/past/routes.ts'
import { pushRoutes } from '#server/push/routes.ts'
import { vapidOf } from '#server/push/vapid.ts'
import { wipeDevices as wipeDevicesOf } from '#server/ledger/store.ts'
import { whoAsks } from '#server/identity/who-asks.ts'
import { words } from './words.ts'

export type Parts = {
  readonly database: Database
  readonly identity: IdentityDatabase
  readonly secret: string
  /** Where files on their way in are kept meanwhile. */
  readonly dataFolder: string
  readonly addresses: Addresses
  readonly version: string
  readonly webFolder?: string | undefined
  readonly logger?: FastifyServerOptions['logger']
  readonly behindProxy?: boolean
}

/** Identity and every word behind one door, over an open database; not listening yet. */
export const assemble = (parts: Parts): Promise<FastifyInstance> => {
  const { database, identity, addresses } = parts
  const auth = createAuth({
    db: identity,
    secret: parts.secret,
    baseUrl: addresses.baseUrl,
    trustedOrigins: (origin, host) => addresses.acceptsOrigin(origin, host),
  })
  const who = whoAsks(auth, identity)
  const wipeDevices = (member: { readonly workspaceId: string; readonly memberId: string }) =>
    inWorkspace(database, member, (tx) => wipeDevicesOf(tx, member.workspaceId, member.memberId, 'all'))
  const wipeSessions = async (memberId: string, sessions: readonly string[]): Promise<void> => {
    for (const workspaceId of await workspacesOf(identity, memberId))
      await inWorkspace(database, { workspaceId, memberId }, (tx) => wipeDevicesOf(tx, workspaceId, memberId, sessions))
  }
  const identityRoutes: WordRoutes = (app) => {
    authRoutes(app, auth, who, addresses.baseUrl)
    accountRoutes(app, { db: identity, auth, who, wipeSessions })
    teamRoutes(app, { db: identity, auth, who, baseUrl: addresses.baseUrl, wipeDevices })
  }
  const seal = sealWith(parts.secret)
  const outside: WordRoutes = async (app, door) => {
    await pastRoutes(app, door, join(parts.dataFolder, 'incoming'))
    mailAccountRoutes(app, door, seal, addresses.baseUrl)
    enquiryRoutes(app, door, addresses.baseUrl)
    enquiryFormRoutes(app, database, seal)
    unsubscribeRoutes(app, database)
    pushRoutes(app, door, vapidOf(parts.secret))
  }
  return createApp({
    ...parts,
    door: { database, actorOf: who.actorOf, sessionOf: who.sessionOf, isMember: who.isMember },
    words: [identityRoutes, ...words, outside],
    isHealthy: () => answers(database),
    freshCookies: who.freshCookies,
  })
}

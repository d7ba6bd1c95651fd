import fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import pg from 'pg'
import type { Change, Operation } from '#method/ledger/operation.ts'
import { activityRoutes } from '#server/activity/routes.ts'
import { challengeRoutes } from '#server/challenge/routes.ts'
import { contactRoutes } from '#server/contact/routes.ts'
import { openDatabase, type Database } from '#server/db/database.ts'
import { evidenceRoutes } from '#server/evidence/routes.ts'
import { goalRoutes } from '#server/goal/routes.ts'
import { Problem, type Door } from '#server/http/door.ts'
import { answerErrors } from '#server/http/errors.ts'
import type { Actor } from '#server/identity/actor.ts'
import { ledgerRoutes } from '#server/ledger/routes.ts'
import { nextRoutes } from '#server/next/routes.ts'
import { saleRoutes } from '#server/sale/routes.ts'
import { freshDatabase } from './postgres.ts'

/** Two people in a workspace each, and a third in the first one's. */
export const nathalie: Actor = { workspaceId: '0190aaaa-0000-7000-8000-000000000001', memberId: 'nathalie', role: 'owner' }
export const luc: Actor = { workspaceId: '0190bbbb-0000-7000-8000-000000000001', memberId: 'luc', role: 'owner' }
export const josee: Actor = { workspaceId: nathalie.workspaceId, memberId: 'josee', role: 'member' }
const known = new Map([nathalie, luc, josee].map((actor) => [actor.memberId, actor]))

const actorOf = async (request: FastifyRequest): Promise<Actor> => {
  const actor = known.get(String(request.headers['x-test-member']))
  if (!actor) throw new Problem(401, 'not-signed-in')
  return actor
}

export type LedgerApp = {
  readonly app: FastifyInstance
  readonly database: Database
  readonly ownerConfig: pg.ClientConfig
  readonly appConfig: pg.ClientConfig
  /** Every route that was registered, `GET /api/contacts/:id` and so on. */
  readonly routes: readonly { readonly method: string; readonly url: string }[]
  readonly ask: (
    actor: Actor | null,
    method: string,
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly body: never; readonly text: string }>
  readonly asOwner: (sql: string) => Promise<readonly Record<string, unknown>[]>
  readonly close: () => Promise<void>
}

/** The routes of the ledger on a database of their own; who asks is named by a header that only tests know. */
export const ledgerApp = async (logger: FastifyServerOptions['logger'] = false): Promise<LedgerApp> => {
  const { ownerConfig, appConfig, drop } = await freshDatabase()
  const owner = new pg.Client(ownerConfig)
  await owner.connect()
  await owner.query('insert into workspace (id, name) values ($1, $2), ($3, $4)', [nathalie.workspaceId, 'Atelier Nathalie', luc.workspaceId, 'Chez Luc'])
  const database = openDatabase(appConfig)
  const door: Door = { database, actorOf, sessionOf: () => null, isMember: ({ memberId }) => Promise.resolve(known.has(memberId)) }
  const app = fastify({ logger })
  const routes: { method: string; url: string }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push({ method: one, url })
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  for (const word of [ledgerRoutes, contactRoutes, activityRoutes, saleRoutes, goalRoutes, nextRoutes, evidenceRoutes, challengeRoutes]) word(app, door)
  await app.ready()
  return {
    app,
    database,
    ownerConfig,
    appConfig,
    routes,
    ask: async (actor, method, url, body, headers = {}) => {
      const answer = await app.inject({
        method: method as 'GET',
        url,
        headers: { ...headers, ...(actor ? { 'x-test-member': actor.memberId } : {}) },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      return { status: answer.statusCode, text: answer.body, body: (answer.body === '' ? null : JSON.parse(answer.body)) as never }
    },
    asOwner: async (sql) => (await owner.query(sql)).rows as Record<string, unknown>[],
    close: async () => {
      await app.close()
      await database.destroy()
      await owner.end()
      await drop()
    },
  }
}

let made = 0
/** A new UUID, in order. */
export const nextId = (): string => `0190cccc-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`

/** An operation with an id of its own. */
export const operationOf = (change: Change, at = '2026-11-23T15:00:00.000Z', id = nextId()): Operation => ({
  id,
  at: at as Operation['at'],
  zone: 'America/Toronto',
  change,
})

/** A call to someone, reached. */
export const callTo = (
  contactIds: readonly string[],
  told: Partial<Extract<Change, { type: 'activity.record' }>> = {},
): Extract<Change, { type: 'activity.record' }> => ({
  type: 'activity.record',
  activityId: nextId(),
  kind: 'phone',
  direction: 'out',
  outcome: 'reached',
  contactIds,
  minutes: 4,
  title: '',
  note: '',
  notNow: null,
  occurredAt: '2026-11-23T15:00:00.000Z' as Operation['at'],
  zone: 'America/Toronto',
  meeting: null,
  after: { take: 'proposal' },
  ...told,
})

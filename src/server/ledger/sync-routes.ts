import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { asInstant, dayOf } from '#method/calendar/day.ts'
import { pullQuery } from '#wire/ledger/rest.ts'
import { digestAnswer, digestQuery, incidentReport } from '#wire/ledger/digest.ts'
import { pullAnswer, pushAnswer, pushRequest } from '#wire/ledger/sync.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { Problem, type Door } from '#server/http/door.ts'
import { movementsOf } from '#server/db/movements.ts'
import { digestOf } from './digest.ts'
import { pull } from './pull.ts'
import { asItIs } from './rest.ts'
import { actorOfDevice } from './sent-away.ts'
import { cursorOf, seeDevice } from './store.ts'
import { writeBatch } from './write.ts'

const tags = ['sync']
// Proxies close a silent stream after a minute; who is signed out must not be told anything longer than that.
const heartbeatMs = 25_000
/** A page of two hundred operations, an import's parts among them. */
const largestPush = 16 * 1024 * 1024

// A busy Monday brings many devices at once; the comparison of a day waits before anything else does.
const digestsAtOnce = 1
const patience = { least: 60, most: 600 }

/** What devices send and read: `POST /api/sync`, `GET /api/sync?since=`, and the stream that says when to read. */
export const syncRoutes = (server: FastifyInstance, door: Door): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()
  app.addHook('onClose', () => movementsOf(door.database).close())

  app.post(
    '/api/sync',
    {
      schema: { tags, summary: 'Send what a device wrote', body: pushRequest, response: { 200: pushAnswer } },
      serializerCompiler: asItIs,
      bodyLimit: largestPush,
    },
    async (request) => {
      const actor = await actorOfDevice(door, request, request.body.device)
      const owner = request.headers['entrain-member']
      // What waits on a device belongs to who wrote it; another session there must not send it as her own.
      if (owner !== undefined && owner !== actor.memberId) throw new Problem(401, 'not-signed-in')
      return writeBatch(door.database, actor, request.body) as never
    },
  )

  app.get(
    '/api/sync',
    { schema: { tags, summary: 'Read what changed since a cursor', querystring: pullQuery, response: { 200: pullAnswer } }, serializerCompiler: asItIs },
    async (request) => {
      const { since, today, device = null } = request.query
      const actor = await actorOfDevice(door, request, device)
      const session = door.sessionOf(request)
      return inWorkspace(door.database, actor, async (tx) => {
        if (device !== null && session !== null) await seeDevice(tx, actor.workspaceId, actor.memberId, device, session)
        return pull(tx, actor, since, today ?? dayOf(asInstant(Date.now()), 'UTC'), device)
      }) as never
    },
  )

  let digesting = 0
  app.get(
    '/api/sync/digest',
    { schema: { tags, summary: 'Read what a device must hold, in counts and digests', querystring: digestQuery, response: { 200: digestAnswer } } },
    async (request) => {
      const { at, today, device = null } = request.query
      const actor = await actorOfDevice(door, request, device)
      if (digesting >= digestsAtOnce)
        throw new Problem(429, 'too-many-requests', { retryAfter: Math.round(patience.least + Math.random() * (patience.most - patience.least)) })
      digesting += 1
      try {
        return await inWorkspace(door.database, actor, (tx) => digestOf(tx, actor, today ?? dayOf(asInstant(Date.now()), 'UTC'), at))
      } finally {
        digesting -= 1
      }
    },
  )

  app.post(
    '/api/sync/digest',
    { schema: { tags, summary: 'Tell that a device held something else, and has read everything again', body: incidentReport, response: { 204: z.null() } } },
    async (request, reply) => {
      await actorOfDevice(door, request, request.body.device)
      // One line for whoever keeps this server: names of tables and numbers, nothing of what people wrote.
      request.log.warn({ tables: request.body.tables }, 'device differed')
      return reply.code(204).send(null)
    },
  )

  app.get('/api/sync/events', { schema: { tags, summary: 'Hear that the cursor moved (server-sent events)' } }, async (request, reply) => {
    const actor = await door.actorOf(request)
    const first = await inWorkspace(door.database, actor, (tx) => cursorOf(tx, actor.workspaceId))
    const stream = reply.raw
    // Who left while this was being read would never tell that she left: nothing may be begun for her.
    if (stream.destroyed || request.raw.destroyed) return reply.hijack()
    reply.hijack()
    const kept = Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)) as Record<string, string>
    stream.writeHead(200, { ...kept, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    const tell = (cursor: number): void => void stream.write(`event: cursor\nid: ${cursor}\ndata: {"cursor":${cursor}}\n\n`)
    const stop = movementsOf(door.database).follow(actor.workspaceId, tell)
    const heartbeat = setInterval(() => {
      door.actorOf(request).then(
        (still) => (still.workspaceId === actor.workspaceId ? stream.write(': here\n\n') : stream.end()),
        () => stream.end(),
      )
    }, heartbeatMs)
    heartbeat.unref()
    stream.on('close', () => {
      clearInterval(heartbeat)
      stop()
    })
    stream.write('retry: 5000\n\n')
    tell(first)
  })
}

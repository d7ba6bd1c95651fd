import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { evidenceAnswer, evidenceQuery, pastAnswer, pastQuery } from '#wire/evidence/evidence.ts'
import type { Door } from '#server/http/door.ts'
import { asItIs, reading } from '../ledger/rest.ts'
import { bilanFor, stopTelling } from './kept-bilan.ts'
import { toldPast } from './told-bilan.ts'

const tags = ['evidence']

/** Every figure of one's own Bilan. */
export const evidenceRoutes = (server: FastifyInstance, door: Door): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()
  app.addHook('onClose', stopTelling)

  app.get(
    '/api/evidence',
    {
      schema: { tags, summary: 'Every figure of the Bilan, with its n', querystring: evidenceQuery, response: { 200: evidenceAnswer } },
      serializerCompiler: asItIs,
    },
    async (request) => {
      const actor = await door.actorOf(request)
      const { from = null, to = null, kind = null, source = null } = request.query
      const { bilan, at, isBehind } = await bilanFor(door.database, actor, { from, to, kind, source }, Date.now())
      return { ...bilan, told: { at, isBehind } }
    },
  )

  app.get(
    '/api/evidence/past',
    {
      schema: { tags, summary: 'Touches and sales by whom they went to, for a plan', querystring: pastQuery, response: { 200: pastAnswer } },
      serializerCompiler: asItIs,
    },
    (request) => reading(door, request, (tx, actor) => toldPast(tx, actor, { from: request.query.from ?? null, to: request.query.to ?? null })),
  )
}

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { evidenceAnswer, evidenceQuery, pastAnswer, pastQuery } from '#wire/evidence/evidence.ts'
import { Problem, type Door } from '#server/http/door.ts'
import type { Actor } from '#server/identity/actor.ts'
import { asItIs, reading } from '../ledger/rest.ts'
import { bilanFor, stopTelling } from './kept-bilan.ts'
import { knownKind, knownSource } from './known-filters.ts'
import { toldPast, type Asked } from './told-bilan.ts'

const tags = ['evidence']

/** What is asked, refused where nothing goes by it: zeros would say that nothing happened. */
const askedOf = async ({ database }: Door, actor: Actor, query: z.infer<typeof evidenceQuery>): Promise<Asked> => {
  const [from, to, kind, source] = [query.from ?? null, query.to ?? null, query.kind ?? null, query.source ?? null]
  if (from !== null && to !== null && from > to) throw new Problem(422, 'days-reversed')
  const known = {
    kind: kind === null ? null : await knownKind(database, actor, kind),
    source: source === null ? null : await knownSource(database, actor, source),
  }
  if (known.kind === undefined) throw new Problem(422, 'no-such-kind')
  if (known.source === undefined) throw new Problem(422, 'no-such-source')
  return { from, to, kind: known.kind, source: known.source }
}

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
      const asked = await askedOf(door, actor, request.query)
      const { bilan, at, isBehind } = await bilanFor(door.database, actor, asked, Date.now())
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

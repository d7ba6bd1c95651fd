import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { asInstant } from '#method/calendar/day.ts'
import { nextAnswer, nextQuery } from '#wire/next/next.ts'
import type { Door } from '#server/http/door.ts'
import { asItIs, reading } from '../ledger/rest.ts'
import { whoNext } from './who-next.ts'

/** Who comes next and why, ranked on the server as on the device. */
export const nextRoutes = (server: FastifyInstance, door: Door): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/next',
    {
      schema: { tags: ['next'], summary: 'Who to contact now, why, and by which lawful channels', querystring: nextQuery, response: { 200: nextAnswer } },
      serializerCompiler: asItIs,
    },
    (request) => {
      const { limit, language = null } = request.query
      return reading(door, request, (tx, actor) => whoNext(tx, actor, { limit, language, now: asInstant(Date.now()) }))
    },
  )
}

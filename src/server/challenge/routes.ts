import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { challengeDaysAnswer } from '#wire/challenge/challenge.ts'
import type { Door } from '#server/http/door.ts'
import { asItIs, reading } from '../ledger/rest.ts'
import { challengeDaysOf } from './store.ts'

/** One's own challenges: what was done of them, day by day. */
export const challengeRoutes = (server: FastifyInstance, door: Door): void => {
  server.withTypeProvider<ZodTypeProvider>().get(
    '/api/challenges/days',
    {
      schema: { tags: ['challenges'], summary: 'What was done of each challenge, by day', response: { 200: challengeDaysAnswer } },
      serializerCompiler: asItIs,
    },
    (request) => reading(door, request, challengeDaysOf),
  )
}

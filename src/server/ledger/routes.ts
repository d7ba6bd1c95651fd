import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { mayTakeBack } from '#method/ledger/world.ts'
import { byId, historyAnswer, historyQuery, importAnswer, newImport } from '#wire/ledger/rest.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Door } from '#server/http/door.ts'
import { withdrawFacts } from '../past/take-back.ts'
import { peopleWhoAre } from '../contact/store.ts'
import { asItIs, found, problemOf, reading, settingsOf, writing } from './rest.ts'
import { historyOfContacts } from './store.ts'
import { syncRoutes } from './sync-routes.ts'

const tags = ['ledger']
// A request must end before whoever carries it loses patience; the next one goes on.
const longestTakingBack = 20_000

/** Sync, imports, and who wrote what. */
export const ledgerRoutes = (server: FastifyInstance, door: Door): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()
  syncRoutes(server, door)

  app.get(
    '/api/operations',
    { schema: { tags, summary: 'What was written about someone', querystring: historyQuery, response: { 200: historyAnswer } }, serializerCompiler: asItIs },
    (request) =>
      reading(door, request, async (tx, actor) => {
        const contact = await found(tx, actor, 'contact', request.query.contact)
        return {
          operations: await historyOfContacts(tx, actor.workspaceId, await peopleWhoAre(tx, actor.workspaceId, contact.id), request.query.limit),
        } as never
      }),
  )

  app.post(
    '/api/imports',
    { schema: { tags, summary: 'Import people, part by part', body: newImport, response: { 201: importAnswer } }, serializerCompiler: asItIs },
    (request, reply) => {
      const { id, file, rows } = request.body
      reply.code(201)
      return writing(
        door,
        request,
        (made) => ({ type: 'contact.import', importId: id ?? made.id, file, rows }),
        ({ tx, actor, id: made }) => found(tx, actor, 'importBatch', id ?? made),
      ) as never
    },
  )

  app.delete(
    '/api/imports/:id',
    { schema: { tags, summary: 'Take a whole import back', params: byId, response: { 200: importAnswer } }, serializerCompiler: asItIs },
    async (request) => {
      const actor = await door.actorOf(request)
      const { id } = request.params
      const { batch, zone } = await inWorkspace(door.database, actor, async (tx) => ({
        batch: await found(tx, actor, 'importBatch', id),
        zone: (await settingsOf(tx, actor)).zone,
      }))
      if (!mayTakeBack(batch, { memberId: actor.memberId, isOwner: actor.role === 'owner' })) throw problemOf('not-yours')
      const until = Date.now() + longestTakingBack
      const { isWhole, refused } = await withdrawFacts(door.database, actor, id, { zone, now: Date.now, until })
      if (refused) throw problemOf(refused)
      if (!isWhole) return batch as never
      return writing(
        door,
        request,
        () => ({ type: 'import.undo', importId: id }),
        ({ tx, actor }) => found(tx, actor, 'importBatch', id),
      ) as never
    },
  )
}

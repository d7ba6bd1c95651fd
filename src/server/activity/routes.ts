import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { ActivityEntry } from '#method/ledger/operation.ts'
import { activityRow } from '#wire/activity/activity.ts'
import { activityPage, activityQuery, newActivity } from '#wire/activity/rest.ts'
import { byId } from '#wire/ledger/rest.ts'
import type { Door } from '#server/http/door.ts'
import { peopleWhoAre } from '../contact/store.ts'
import { asItIs, found, momentTold, reading, writing, type Writing } from '../ledger/rest.ts'
import { activitiesOfPeople } from './store.ts'

const tags = ['activities']

const entryOf = ({ id, occurredAt, zone, ...told }: z.infer<typeof newActivity>, made: Writing): ActivityEntry => ({
  ...told,
  activityId: id ?? made.id,
  occurredAt: momentTold(occurredAt, made),
  zone: zone ?? made.settings.zone,
})

/** Activities by REST: recorded, corrected by another fact, undone; never overwritten. */
export const activityRoutes = (server: FastifyInstance, door: Door): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/activities',
    { schema: { tags, summary: 'Record an activity', body: newActivity, response: { 201: activityRow } }, serializerCompiler: asItIs },
    (request, reply) => {
      reply.code(201)
      return writing(
        door,
        request,
        (made) => ({ type: 'activity.record', ...entryOf(request.body, made) }),
        ({ tx, actor, id }) => found(tx, actor, 'activity', request.body.id ?? id),
      )
    },
  )

  app.put(
    '/api/activities/:id',
    {
      schema: { tags, summary: 'Correct an activity by another fact', params: byId, body: newActivity, response: { 200: activityRow } },
      serializerCompiler: asItIs,
    },
    (request) =>
      writing(
        door,
        request,
        (made) => ({ type: 'activity.correct', corrects: request.params.id, ...entryOf(request.body, made) }),
        ({ tx, actor, id }) => found(tx, actor, 'activity', request.body.id ?? id),
      ),
  )

  app.delete(
    '/api/activities/:id',
    { schema: { tags, summary: 'Undo an activity', params: byId, response: { 200: activityRow } }, serializerCompiler: asItIs },
    (request) =>
      writing(
        door,
        request,
        () => ({ type: 'activity.void', activityId: request.params.id }),
        ({ tx, actor }) => found(tx, actor, 'activity', request.params.id),
      ),
  )

  app.get(
    '/api/contacts/:id/activities',
    {
      schema: { tags, summary: 'Everything done with someone, newest first', params: byId, querystring: activityQuery, response: { 200: activityPage } },
      serializerCompiler: asItIs,
    },
    (request) =>
      reading(door, request, async (tx, actor) => {
        const contact = await found(tx, actor, 'contact', request.params.id)
        const people = await peopleWhoAre(tx, actor.workspaceId, contact.id)
        const { activities, next } = await activitiesOfPeople(tx, actor.workspaceId, people, request.query.before, request.query.limit)
        return { activities: [...activities], next }
      }),
  )
}

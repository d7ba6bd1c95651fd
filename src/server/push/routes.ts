import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { pushDevice, pushKey, pushLeaving } from '#wire/day/reminder.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { Problem, type Door } from '#server/http/door.ts'
import { isPushService } from './services.ts'
import { forgetPushDevice, keepPushDevice } from './store.ts'
import type { Vapid } from './vapid.ts'

const tags = ['reminders']

/** Browsers that ask to be reminded, and that leave; each person's own. */
export const pushRoutes = (server: FastifyInstance, door: Door, { publicKey }: Pick<Vapid, 'publicKey'>): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()

  app.get('/api/push/key', { schema: { tags, summary: 'The key that a browser subscribes with', response: { 200: pushKey } } }, async (request) => {
    await door.actorOf(request)
    return { publicKey }
  })

  app.put('/api/push/device', { schema: { tags, summary: 'Remind this browser', body: pushDevice, response: { 204: z.null() } } }, async (request, reply) => {
    const actor = await door.actorOf(request)
    const { endpoint, keys } = request.body
    if (!isPushService(endpoint)) throw new Problem(422, 'push-service-unknown')
    await inWorkspace(door.database, actor, (tx) => keepPushDevice(tx, actor, { endpoint, ...keys }))
    return reply.code(204).send(null)
  })

  app.delete(
    '/api/push/device',
    { schema: { tags, summary: 'Remind this browser no more', body: pushLeaving, response: { 204: z.null() } } },
    async (request, reply) => {
      const actor = await door.actorOf(request)
      await inWorkspace(door.database, actor, (tx) => forgetPushDevice(tx, actor, request.body.endpoint))
      return reply.code(204).send(null)
    },
  )
}

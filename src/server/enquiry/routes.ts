import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { enquiryFormAnswer } from '#wire/message/mail-account.ts'
import { readById } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { isReachableFromOutside } from '#server/http/addresses.ts'
import { Problem, type Door } from '#server/http/door.ts'
import { closeForms, newLink, openForm } from '../mail/link-store.ts'

const tags = ['enquiries']

/** The public form of the workspace: whether it is open, and where. Opening it asks who answers, as the law does (law A4, s.3.1). */
export const enquiryRoutes = (server: FastifyInstance, door: Door, baseUrl: string): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const isReachable = isReachableFromOutside(baseUrl)
  const told = (token: string | null) => ({ isOpen: token !== null, url: token === null ? null : `${baseUrl}/f/${token}`, isReachable })

  app.get('/api/enquiry-form', { schema: { tags, summary: 'The public form', response: { 200: enquiryFormAnswer } } }, async (request) => {
    const actor = await door.actorOf(request)
    return told(await inWorkspace(door.database, actor, (tx) => openForm(tx, actor.workspaceId)))
  })

  app.post('/api/enquiry-form', { schema: { tags, summary: 'Open the public form', response: { 200: enquiryFormAnswer } } }, async (request) => {
    const actor = await door.actorOf(request)
    if (actor.role !== 'owner') throw new Problem(403, 'owners-only')
    if (!isReachable) throw new Problem(422, 'public-address-needed')
    return inWorkspace(door.database, actor, async (tx) => {
      const sender = (await readById(tx, 'settings', actor.workspaceId, actor.memberId))?.sender
      if (!sender || (sender.businessName || sender.personName) === '' || (sender.email || sender.phone) === '') throw new Problem(422, 'sender-needed')
      return told((await openForm(tx, actor.workspaceId)) ?? (await newLink(tx, actor, { kind: 'form' })))
    })
  })

  app.delete('/api/enquiry-form', { schema: { tags, summary: 'Close the public form', response: { 200: enquiryFormAnswer } } }, async (request) => {
    const actor = await door.actorOf(request)
    if (actor.role !== 'owner') throw new Problem(403, 'owners-only')
    await inWorkspace(door.database, actor, (tx) => closeForms(tx, actor.workspaceId))
    return told(null)
  })
}

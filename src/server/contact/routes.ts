import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { contactRow } from '#wire/contact/contact.ts'
import { contactChange, contactPage, contactQuery, newContact } from '#wire/contact/rest.ts'
import { byId } from '#wire/ledger/rest.ts'
import { Problem, type Door } from '#server/http/door.ts'
import { asItIs, found, reading, writing } from '../ledger/rest.ts'
import { presentContacts } from './store.ts'

const tags = ['people']

/** People by REST: each change is an operation like those of a device. */
export const contactRoutes = (server: FastifyInstance, door: Door): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/contacts',
    { schema: { tags, summary: 'Add a person', body: newContact, response: { 201: contactRow } }, serializerCompiler: asItIs },
    (request, reply) => {
      const { id, fields, step } = request.body
      const { name } = fields
      if (name === undefined) throw new Problem(400, 'not-readable', { errors: [{ field: '/fields/name', rule: 'required' }] })
      reply.code(201)
      return writing(
        door,
        request,
        (made) => ({ type: 'contact.add', contactId: id ?? made.id, fields: { ...fields, name }, step }),
        ({ tx, actor, id: made }) => found(tx, actor, 'contact', id ?? made),
      )
    },
  )

  app.get(
    '/api/contacts',
    { schema: { tags, summary: 'People, page by page', querystring: contactQuery, response: { 200: contactPage } }, serializerCompiler: asItIs },
    (request) =>
      reading(door, request, async (tx, { workspaceId }) => {
        const { q, after, limit } = request.query
        const contacts = [...(await presentContacts(tx, workspaceId, { q, after, limit: limit + 1 }))]
        const page = contacts.slice(0, limit)
        return { contacts: page, next: contacts.length > limit ? (page.at(-1)?.id ?? null) : null }
      }),
  )

  app.get('/api/contacts/:id', { schema: { tags, summary: 'A person', params: byId, response: { 200: contactRow } }, serializerCompiler: asItIs }, (request) =>
    reading(door, request, (tx, actor) => found(tx, actor, 'contact', request.params.id)),
  )

  app.patch(
    '/api/contacts/:id',
    { schema: { tags, summary: 'Write fields of a person', params: byId, body: contactChange, response: { 200: contactRow } }, serializerCompiler: asItIs },
    (request) =>
      writing(
        door,
        request,
        () => ({ type: 'contact.edit', contactId: request.params.id, fields: request.body.fields }),
        ({ tx, actor }) => found(tx, actor, 'contact', request.params.id),
      ),
  )

  app.delete(
    '/api/contacts/:id',
    { schema: { tags, summary: 'Delete a person', params: byId, response: { 200: contactRow } }, serializerCompiler: asItIs },
    (request) =>
      writing(
        door,
        request,
        () => ({ type: 'contact.delete', contactId: request.params.id, deleted: true }),
        ({ tx, actor }) => found(tx, actor, 'contact', request.params.id),
      ),
  )
}

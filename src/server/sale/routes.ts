import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { asInstant, dayOf } from '#method/calendar/day.ts'
import { harvest } from '#method/sale/harvest.ts'
import { asCents } from '#method/sale/sale.ts'
import { byId } from '#wire/ledger/rest.ts'
import { harvestAnswer, harvestQuery, newRefund, newSale, salesAnswer } from '#wire/sale/rest.ts'
import { saleRow } from '#wire/sale/sale.ts'
import type { Door } from '#server/http/door.ts'
import { peopleWhoAre } from '../contact/store.ts'
import { asItIs, found, momentTold, reading, settingsOf, writing } from '../ledger/rest.ts'
import { salesOfDays, salesToPeople } from './store.ts'

const tags = ['sales']

/** Sales by REST: the harvest beside the day, never a target (claim 3). */
export const saleRoutes = (server: FastifyInstance, door: Door): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()

  app.post(
    '/api/sales',
    { schema: { tags, summary: 'Record a sale', body: newSale, response: { 201: saleRow } }, serializerCompiler: asItIs },
    (request, reply) => {
      const { id, currency, occurredAt, zone, ...told } = request.body
      reply.code(201)
      return writing(
        door,
        request,
        ({ id: made, at, settings }) => ({
          type: 'sale.record',
          ...told,
          saleId: id ?? made,
          currency: currency ?? settings.currency,
          refunds: null,
          occurredAt: momentTold(occurredAt, { at }),
          zone: zone ?? settings.zone,
        }),
        ({ tx, actor, id: made }) => found(tx, actor, 'sale', id ?? made),
      )
    },
  )

  app.post(
    '/api/sales/:id/refund',
    { schema: { tags, summary: 'Refund a sale, wholly or partly', params: byId, body: newRefund, response: { 201: saleRow } }, serializerCompiler: asItIs },
    (request, reply) => {
      const { id, amount, note } = request.body
      reply.code(201)
      return writing(
        door,
        request,
        async ({ tx, actor, id: made, at, settings }) => {
          const sale = await found(tx, actor, 'sale', request.params.id)
          return {
            type: 'sale.record',
            saleId: id ?? made,
            amount: asCents(-amount),
            currency: sale.currency,
            offerId: sale.offerId,
            contactId: sale.contactId,
            activityId: null,
            refunds: sale.id,
            note,
            occurredAt: at,
            zone: settings.zone,
          }
        },
        ({ tx, actor, id: made }) => found(tx, actor, 'sale', id ?? made),
      )
    },
  )

  app.delete('/api/sales/:id', { schema: { tags, summary: 'Undo a sale', params: byId, response: { 200: saleRow } }, serializerCompiler: asItIs }, (request) =>
    writing(
      door,
      request,
      () => ({ type: 'sale.void', saleId: request.params.id, voided: true }),
      ({ tx, actor }) => found(tx, actor, 'sale', request.params.id),
    ),
  )

  app.get(
    '/api/contacts/:id/sales',
    { schema: { tags, summary: 'Everything sold to someone, newest first', params: byId, response: { 200: salesAnswer } }, serializerCompiler: asItIs },
    (request) =>
      reading(door, request, async (tx, actor) => {
        const contact = await found(tx, actor, 'contact', request.params.id)
        return { sales: [...(await salesToPeople(tx, actor.workspaceId, await peopleWhoAre(tx, actor.workspaceId, contact.id)))] }
      }),
  )

  app.get(
    '/api/harvest',
    { schema: { tags, summary: 'What came in over some days', querystring: harvestQuery, response: { 200: harvestAnswer } }, serializerCompiler: asItIs },
    (request) =>
      reading(door, request, async (tx, actor) => {
        const today = dayOf(asInstant(Date.now()), (await settingsOf(tx, actor)).zone)
        const from = request.query.from ?? request.query.to ?? today
        const to = request.query.to ?? (from > today ? from : today)
        const { totals, sales } = harvest(await salesOfDays(tx, actor.workspaceId, actor.memberId, from, to), from, to)
        return { from, to, totals: Object.fromEntries(totals), sales: [...sales] }
      }),
  )
}

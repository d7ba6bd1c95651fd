import type { FastifyInstance, FastifyRequest } from 'fastify'
import { v7 } from 'uuid'
import { asInstant } from '#method/calendar/day.ts'
import type { Operation } from '#method/ledger/operation.ts'
import type { Language } from '#language/language.ts'
import { unsubscribed, unsubscribePage } from '#language/public-pages.ts'
import type { Database } from '#server/db/database.ts'
import { readById } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { languageOf } from '#server/http/problem-sentences.ts'
import { escaped, sendPublicPage } from '#server/http/public-page.ts'
import { keepSilence, peopleAt } from '../consent/suppression-store.ts'
import { applyOperations } from '../ledger/write.ts'
import { readLink, type PublicLink } from './link-store.ts'

type Asked = FastifyRequest<{ Params: { token: string } }>

/**
 * The way out of each message (law R7, R8): opening it shows one button, since mail programs open links by themselves;
 * pressing it, or the mail program's own button, acts at once and asks for nothing.
 */
export const unsubscribeRoutes = (app: FastifyInstance, database: Database): void => {
  void app.register(async (pages) => {
    pages.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 16_384 }, (_request, _body, done) => done(null, null))
    pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16_384 }, (_request, _body, done) => done(null, null))
    pages.get('/u/:token', { schema: { hide: true } }, async (request: Asked, reply) => {
      const language = languageOf(request.headers['accept-language'])
      const link = await readLink(database, request.params.token, 'unsubscribe')
      if (!link) return sendPublicPage(reply, language, 'Entrain', notKnown(language), 404)
      const { title, question, button } = unsubscribePage(await nameOf(database, link), language)
      return sendPublicPage(
        reply,
        language,
        title,
        `<h1>${escaped(title)}</h1><p>${escaped(question)}</p><form method="post"><button type="submit">${escaped(button)}</button></form>`,
      )
    })
    pages.post('/u/:token', { schema: { hide: true } }, async (request: Asked, reply) => {
      const language = languageOf(request.headers['accept-language'])
      const link = await readLink(database, request.params.token, 'unsubscribe')
      if (!link || link.contactId === null) return sendPublicPage(reply, language, 'Entrain', notKnown(language), 404)
      await withdraw(database, link, link.contactId)
      const { title, text } = unsubscribed(await nameOf(database, link), language)
      return sendPublicPage(reply, language, title, `<h1>${escaped(title)}</h1><p>${escaped(text)}</p>`)
    })
  })
}

const notKnown = (language: Language): string =>
  language === 'fr'
    ? '<h1>Ce lien n’est pas reconnu.</h1><p>Répondez au message reçu avec le mot ARRÊT\u00A0: la personne qui vous a écrit sera avertie.</p>'
    : '<h1>This link is not recognised.</h1><p>Answer the message you received with the word STOP: the person who wrote to you will be told.</p>'

/** Who wrote, as her sender profile names her. */
const nameOf = (database: Database, { workspaceId, memberId }: PublicLink): Promise<string> =>
  inWorkspace(database, { workspaceId, memberId }, async (tx) => {
    const sender = (await readById(tx, 'settings', workspaceId, memberId))?.sender
    return sender?.businessName || sender?.personName || 'Entrain'
  })

/** On her page, and on each that can be written to at that address by now; the address itself stays silent whatever becomes of them (law R7, R16). */
const withdraw = async (database: Database, { workspaceId, memberId, addressDigest }: PublicLink, contactId: string): Promise<void> => {
  const at = asInstant(Date.now())
  const scope = { type: 'writing' } as const
  const others = await inWorkspace(database, { workspaceId, memberId }, async (tx) => {
    if (addressDigest === null) return []
    await keepSilence(tx, workspaceId, [{ digest: addressDigest, scope }])
    return peopleAt(tx, workspaceId, addressDigest)
  })
  const fact = { type: 'withdrawal', scope, means: 'link', words: '' } as const
  const operations = [...new Set([contactId, ...others])].map((id): Operation => {
    const change = { type: 'consent.record', consentId: v7(), contactId: id, fact, occurredAt: at } as const
    return { id: v7(), at, zone: 'America/Toronto', change }
  })
  await applyOperations(database, { workspaceId, memberId, role: 'owner' }, operations)
}

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { asInstant } from '#method/calendar/day.ts'
import { mailAccountAnswer, mailAccountEntry, mailTrial } from '#wire/message/mail-account.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { isReachableFromOutside } from '#server/http/addresses.ts'
import { Problem, type Door } from '#server/http/door.ts'
import type { Actor } from '#server/identity/actor.ts'
import { forgetMailAccount, keepMailAccount, mailAccountOf, type MailAccount } from './account-store.ts'
import type { Seal } from './seal.ts'
import { tryAccount } from './transport.ts'

const tags = ['messages']

/** Where a sealed password belongs: it opens nowhere else. */
export const placeOf = ({ workspaceId, memberId }: Pick<Actor, 'workspaceId' | 'memberId'>): string => `smtp ${workspaceId} ${memberId}`

/** The person's own mail server: kept, tried before it is believed, forgotten. The password never comes back out. */
export const mailAccountRoutes = (server: FastifyInstance, door: Door, seal: Seal, baseUrl: string): void => {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const wayOut = isReachableFromOutside(baseUrl) ? ('link' as const) : ('reply' as const)
  const asTold = (account: MailAccount | undefined, actor: Actor) => ({
    wayOut,
    account: account
      ? {
          host: account.host,
          port: account.port,
          security: account.security,
          username: account.username,
          fromName: account.fromName,
          fromAddress: account.fromAddress,
          hasPassword: seal.open(account.sealedPassword, placeOf(actor)) !== null,
          checkedAt: account.checkedAt,
        }
      : null,
  })

  app.get('/api/mail/account', { schema: { tags, summary: 'One’s own mail server', response: { 200: mailAccountAnswer } } }, async (request) => {
    const actor = await door.actorOf(request)
    return asTold(await inWorkspace(door.database, actor, (tx) => mailAccountOf(tx, actor)), actor)
  })

  app.put(
    '/api/mail/account',
    { schema: { tags, summary: 'Keep one’s own mail server, once it has let us in', body: mailAccountEntry, response: { 200: mailAccountAnswer } } },
    async (request) => {
      const actor = await door.actorOf(request)
      const { password: given, ...told } = request.body
      const known = await inWorkspace(door.database, actor, (tx) => mailAccountOf(tx, actor))
      // A known password is not sent to another server than the one it was given for.
      const isSame = known !== undefined && known.host === told.host && known.username === told.username
      const password = given !== '' ? given : isSame ? seal.open(known.sealedPassword, placeOf(actor)) : ''
      if (password === null || (password === '' && told.username !== '')) throw new Problem(422, 'mail-password-needed')
      const account: MailAccount = { ...told, sealedPassword: seal.close(password, placeOf(actor)), checkedAt: asInstant(Date.now()) }
      const tried = await tryAccount({ ...account, password })
      if (!tried.ok) throw new Problem(422, 'mail-server-refused', { detail: tried.detail })
      await inWorkspace(door.database, actor, (tx) => keepMailAccount(tx, actor, account))
      return asTold(account, actor)
    },
  )

  app.post('/api/mail/account/trial', { schema: { tags, summary: 'Whether the mail server lets us in', response: { 200: mailTrial } } }, async (request) => {
    const actor = await door.actorOf(request)
    const account = await inWorkspace(door.database, actor, (tx) => mailAccountOf(tx, actor))
    if (!account) throw new Problem(404, 'mail-account-needed')
    const password = seal.open(account.sealedPassword, placeOf(actor))
    if (password === null) throw new Problem(422, 'mail-password-needed')
    const tried = await tryAccount({ ...account, password })
    return tried.ok ? { ok: true, detail: '' } : tried
  })

  app.delete('/api/mail/account', { schema: { tags, summary: 'Forget one’s own mail server', response: { 204: z.null() } } }, async (request, reply) => {
    const actor = await door.actorOf(request)
    await inWorkspace(door.database, actor, (tx) => forgetMailAccount(tx, actor))
    return reply.code(204).send(null)
  })
}

import { SMTPServer } from 'smtp-server'
import type { AddressInfo, Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asDay, asInstant, type Instant } from '#method/calendar/day.ts'
import { blankSender, type ConsentFact } from '#method/consent/consent.ts'
import type { Change } from '#method/ledger/operation.ts'
import { openDoors, type Doors } from '#test/doors.ts'
import type { PullAnswer } from '#wire/ledger/sync.ts'
import { nextId, operationOf } from '#test/ledger-app.ts'
import { applyOperations } from '../ledger/write.ts'
import { newDispatcher, type Dispatcher } from './dispatch.ts'
import { judgeMessage } from './judge.ts'
import { moveMessage } from './message-store.ts'
import { sealWith } from './seal.ts'

type Received = { readonly to: readonly string[]; readonly text: string }

let doors: Doors
let server: SMTPServer
let port: number
let received: Received[] = []
/** What the server does with the next message: takes it, says no to the address, or goes away once it has it. */
let behaviour: 'takes' | 'refuses' | 'goes' = 'takes'

beforeAll(async () => {
  doors = await openDoors()
  server = new SMTPServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'nadia' && password === 'secret' ? done(null, { user: username }) : done(new Error('no')),
    onRcptTo: (_address, _session, done) => done(behaviour === 'refuses' ? Object.assign(new Error('no such person'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString('utf8') })
        // The library keeps the socket to itself, and only its sudden end is the fault under test.
        // oxlint-disable-next-line no-underscore-dangle
        if (behaviour === 'goes') for (const connection of server.connections) (connection as unknown as { _socket: Socket })._socket.destroy()
        else done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  port = (server.server.address() as AddressInfo).port
})
afterAll(async () => {
  await new Promise<void>((resolve) => {
    server.close(resolve)
  })
  await doors.close()
})
beforeEach(() => {
  received = []
  behaviour = 'takes'
})

const at: Instant = asInstant(Date.now() - 86_400_000)
const sender = {
  ...blankSender,
  businessName: 'Atelier Nadia',
  personName: 'Nadia Roy',
  mailingAddress: '12, rue Hériot, Drummondville (Québec)',
  email: 'nadia@example.com',
  confirmedAt: at,
}
const yes: ConsentFact = {
  type: 'express-consent',
  channels: ['email'],
  classes: ['personal', 'invitation'],
  means: 'oral',
  wording: 'oral-1',
  language: 'fr',
  isPreChecked: false,
  isBundled: false,
  proof: '',
}

const business = async () => {
  const owner = await doors.someone()
  const actor = { workspaceId: owner.workspaceId, memberId: owner.userId, role: 'owner' as const }
  const contactId = nextId()
  const write = async (...changes: readonly Change[]) => {
    const answers = await applyOperations(
      doors.database,
      actor,
      changes.map((change) => operationOf(change)),
    )
    expect(answers.filter(({ status }) => status === 'refused')).toEqual([])
  }
  await write(
    { type: 'settings.put', fields: { sender } },
    { type: 'contact.add', contactId, fields: { name: 'Josée Lavoie', emails: [{ label: '', address: 'josee@example.com' }] }, step: null },
  )
  const account = { host: '127.0.0.1', port, security: 'none', username: 'nadia', password: 'secret', fromName: 'Nadia Roy', fromAddress: 'nadia@example.com' }
  const consent = (fact: ConsentFact) => write({ type: 'consent.record', consentId: nextId(), contactId, fact, occurredAt: at })
  const queue = async (over: Partial<Extract<Change, { type: 'message.queue' }>> = {}) => {
    const messageId = nextId()
    await write({
      type: 'message.queue',
      messageId,
      contactId,
      eventId: null,
      to: 'josee@example.com',
      subject: 'Ma conférence à Drummondville',
      body: 'Bonjour Josée, j’ai pensé à vous.\n\nNadia',
      purpose: 'personal',
      language: 'fr',
      ...over,
    })
    return messageId
  }
  const stateOf = async (messageId: string) => {
    const { rows } = (await owner.send('GET', '/api/sync?since=0')).body as unknown as {
      readonly rows: { readonly message: readonly { readonly id: string; readonly state: string; readonly detail: string }[] }
    }
    return rows.message.find(({ id }) => id === messageId)
  }
  const rows = async () => ((await owner.send('GET', '/api/sync?since=0')).body as unknown as PullAnswer).rows
  return { owner, actor, contactId, write, account, consent, queue, stateOf, rows }
}
const dispatcher = (secret: string): Dispatcher =>
  newDispatcher({ database: doors.database, seal: sealWith(secret), baseUrl: 'https://entrain.example', judge: judgeMessage })

test('a mail server is believed once it has let us in; its password never comes back, and another’s account is nobody’s', async () => {
  const { owner, account } = await business()
  expect(await owner.send('PUT', '/api/mail/account', { ...account, password: 'faux' })).toMatchObject({ status: 422, body: { reason: 'mail-server-refused' } })
  const kept = await owner.send('PUT', '/api/mail/account', account)
  expect(kept).toMatchObject({ status: 200, body: { account: { host: '127.0.0.1', hasPassword: true } } })
  expect(kept.text).not.toContain('secret')
  expect((await owner.send('GET', '/api/mail/account')).body).toEqual(kept.body)
  expect((await owner.send('POST', '/api/mail/account/trial')).body).toEqual({ ok: true, detail: '' })
  const other = await doors.someone()
  expect((await other.send('GET', '/api/mail/account')).body).toEqual({ account: null })
  expect((await other.send('POST', '/api/mail/account/trial')).status).toBe(404)
  expect((await doors.browser().send('GET', '/api/mail/account')).status).toBe(401)
  expect((await owner.send('DELETE', '/api/mail/account')).status).toBe(204)
  expect((await owner.send('GET', '/api/mail/account')).body).toEqual({ account: null })
})

test('a message leaves once, with who writes, where from and one way out that a mail program can press', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business()
  await owner.send('PUT', '/api/mail/account', account)
  await consent(yes)
  const id = await queue()
  const post = dispatcher(doors.secret)
  await Promise.all([post.round(actor.workspaceId), dispatcher(doors.secret).round(actor.workspaceId), post.round(actor.workspaceId)])
  expect(await stateOf(id)).toMatchObject({ state: 'sent', detail: '' })
  expect(received).toHaveLength(1)
  const { to, text } = received[0] ?? { to: [], text: '' }
  expect(to).toEqual(['josee@example.com'])
  expect(text).toMatch(/^From: Nadia Roy <nadia@example\.com>\r$/m)
  expect(text).toMatch(/^Reply-To: Nadia Roy <nadia@example\.com>\r$/m)
  expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  const link = /^List-Unsubscribe: <(https:\/\/entrain\.example\/u\/[\w-]+)>\r$/m.exec(text.replace(/\r\n[ \t]+/g, ' '))?.[1] ?? ''
  const body = text.replace(/=\r\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
  for (const said of ['j’ai pensé à vous', 'Atelier Nadia', '12, rue Hériot, Drummondville', link]) expect(body).toContain(said)
  // The way out works, and nothing more is sent to her.
  expect((await doors.browser().send('POST', new URL(link).pathname, '' as never, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(200)
  const next = await queue()
  await post.round(actor.workspaceId)
  expect(await stateOf(next)).toMatchObject({ state: 'blocked', detail: 'withdrawn' })
  expect(received).toHaveLength(1)
})

test('without a ground, to an address that is not hers, or without who writes, nothing leaves', async () => {
  const { owner, actor, account, consent, queue, stateOf, write } = await business()
  await owner.send('PUT', '/api/mail/account', account)
  const post = dispatcher(doors.secret)
  const without = await queue()
  await post.round(actor.workspaceId)
  expect(await stateOf(without)).toMatchObject({ state: 'blocked', detail: 'no-ground' })
  await consent(yes)
  const elsewhere = await queue({ to: 'autre@example.com' })
  await write({ type: 'settings.put', fields: { sender: { ...sender, mailingAddress: '' } } })
  const unnamed = await queue()
  await post.round(actor.workspaceId)
  expect(await stateOf(elsewhere)).toMatchObject({ state: 'blocked', detail: 'not-her-address' })
  expect(await stateOf(unnamed)).toMatchObject({ state: 'blocked', detail: 'sender' })
  expect(received).toEqual([])
})

test('a refusal is told; what may have left is never sent a second time, a restart included', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business()
  await owner.send('PUT', '/api/mail/account', account)
  await consent(yes)
  behaviour = 'refuses'
  const refused = await queue()
  await dispatcher(doors.secret).round(actor.workspaceId)
  expect(await stateOf(refused)).toMatchObject({ state: 'failed', detail: 'smtp-550' })
  behaviour = 'goes'
  const unsure = await queue()
  await dispatcher(doors.secret).round(actor.workspaceId)
  expect(await stateOf(unsure)).toMatchObject({ state: 'unsure' })
  behaviour = 'takes'
  // The server stopped between sending and knowing.
  const stopped = await queue()
  await moveMessage(doors.database, actor, stopped, 'queued', async () => ({ state: 'sending', detail: '' }))
  const before = received.length
  const post = dispatcher(doors.secret)
  await post.start()
  await post.stop()
  expect(await stateOf(stopped)).toMatchObject({ state: 'unsure', detail: 'stopped' })
  expect(received).toHaveLength(before)
})

test('an account sealed elsewhere, or none, is asked for again', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business()
  await consent(yes)
  const early = await queue()
  await dispatcher(doors.secret).round(actor.workspaceId)
  expect(await stateOf(early)).toMatchObject({ state: 'failed', detail: 'mail-account-needed' })
  await owner.send('PUT', '/api/mail/account', account)
  const id = await queue()
  await dispatcher('une autre installation').round(actor.workspaceId)
  expect(await stateOf(id)).toMatchObject({ state: 'failed', detail: 'mail-password-needed' })
  expect(received).toEqual([])
})

/** The words of a message as she reads them. */
const wordsOf = ({ text }: Received): string =>
  text.replace(/=\r\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))

test('a business card lets one write about her role: what is offered also leaves', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business()
  await owner.send('PUT', '/api/mail/account', account)
  await consent({ type: 'address-disclosed', role: 'Directrice RH', relevance: 'Elle organise les formations de son équipe', noSolicitation: false })
  const id = await queue()
  await dispatcher(doors.secret).round(actor.workspaceId)
  expect(await stateOf(id)).toMatchObject({ state: 'sent', detail: '' })
  expect(received).toHaveLength(1)
})

test('a referral lets one message leave, which names who recommended; the next one is held back', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business()
  await owner.send('PUT', '/api/mail/account', account)
  await consent({ type: 'referral', referrerId: null, referrerName: 'Marie Roy', relationToSender: 'business', relationToContact: 'personal' })
  const post = dispatcher(doors.secret)
  const [first, second] = [await queue(), await queue()]
  await post.round(actor.workspaceId)
  expect(await stateOf(first)).toMatchObject({ state: 'sent', detail: '' })
  expect(await stateOf(second)).toMatchObject({ state: 'blocked', detail: 'referral-used' })
  expect(received).toHaveLength(1)
  expect(wordsOf(received[0]!)).toContain('Marie Roy m’a recommandé de vous écrire')
})

test('what has left is noted once, as an e-mail of its day; what was refused or held back is noted nowhere', async () => {
  const { owner, actor, account, consent, queue, contactId, rows, stateOf } = await business()
  await owner.send('PUT', '/api/mail/account', account)
  const held = await queue()
  const post = dispatcher(doors.secret)
  await post.round(actor.workspaceId)
  expect(await stateOf(held)).toMatchObject({ state: 'blocked' })
  await consent(yes)
  behaviour = 'refuses'
  await queue()
  await post.round(actor.workspaceId)
  expect((await rows()).activity).toEqual([])
  behaviour = 'takes'
  const id = await queue()
  await post.round(actor.workspaceId)
  await post.round(actor.workspaceId)
  const { activity, contact } = await rows()
  expect(activity).toMatchObject([{ id, kind: 'email', outcome: 'sent', contactIds: [contactId], title: 'Ma conférence à Drummondville', voidedAt: null }])
  expect(contact).toMatchObject([{ touches: 1, nextStep: { origin: 'proposed', kind: 'email', setBy: id } }])
})

test('an invitation stands once its message has left; an answer given meanwhile is kept', async () => {
  const { owner, actor, account, consent, queue, contactId, write, rows } = await business()
  await owner.send('PUT', '/api/mail/account', account)
  await consent(yes)
  const eventId = nextId()
  const event = { id: eventId, title: 'Vendre sans se perdre', place: '', latitude: null, longitude: null, venue: '', day: asDay('2027-03-24'), time: null }
  await write({ type: 'event.put', event: { ...event, until: null, offerId: null, subjects: [], link: '', note: '', createdAt: at, archivedAt: null } })
  const post = dispatcher(doors.secret)
  await queue({ eventId, purpose: 'invitation' })
  expect((await rows()).invitation).toEqual([])
  await post.round(actor.workspaceId)
  const sent = await rows()
  expect(sent.invitation).toMatchObject([{ eventId, contactId, state: 'invited', channel: 'email' }])
  expect(sent.activity).toMatchObject([{ title: 'Vendre sans se perdre' }])
  await write({ type: 'invitation.put', invitation: { eventId, contactId, state: 'accepted', channel: 'email', at: asInstant(Date.now()) } })
  await queue({ eventId, purpose: 'invitation' })
  await post.round(actor.workspaceId)
  expect((await rows()).invitation).toMatchObject([{ state: 'accepted' }])
})

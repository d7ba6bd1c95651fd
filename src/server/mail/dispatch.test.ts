import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asDay, asInstant } from '#method/calendar/day.ts'
import { openDoors, type Doors } from '#test/doors.ts'
import { nextId } from '#test/ledger-app.ts'
import { business, dispatcher, openPostOffice, at, sender, wordsOf, yes } from '#test/post-office.ts'
import { moveMessage } from './message-store.ts'
import { sealWith } from './seal.ts'

let doors: Doors
let office: Awaited<ReturnType<typeof openPostOffice>>
beforeAll(async () => {
  doors = await openDoors()
  office = await openPostOffice()
})
afterAll(async () => {
  await office.close()
  await doors.close()
})
beforeEach(() => office.reset())

test('a mail server is believed once it has let us in; its password never comes back, and another’s account is nobody’s', async () => {
  const { owner, account } = await business(doors, office)
  expect(await owner.send('PUT', '/api/mail/account', { ...account, password: 'faux' })).toMatchObject({ status: 422, body: { reason: 'mail-server-refused' } })
  const kept = await owner.send('PUT', '/api/mail/account', account)
  expect(kept).toMatchObject({ status: 200, body: { account: { host: '127.0.0.1', hasPassword: true } } })
  expect(kept.text).not.toContain('secret')
  expect((await owner.send('GET', '/api/mail/account')).body).toEqual(kept.body)
  expect((await owner.send('POST', '/api/mail/account/trial')).body).toEqual({ ok: true, detail: '' })
  const other = await doors.someone()
  expect((await other.send('GET', '/api/mail/account')).body).toEqual({ account: null, wayOut: 'reply' })
  expect((await other.send('POST', '/api/mail/account/trial')).status).toBe(404)
  expect((await doors.browser().send('GET', '/api/mail/account')).status).toBe(401)
  expect((await owner.send('DELETE', '/api/mail/account')).status).toBe(204)
  expect((await owner.send('GET', '/api/mail/account')).body).toEqual({ account: null, wayOut: 'reply' })
})

test('a message leaves once, with who writes, where from and one way out that a mail program can press', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business(doors, office)
  await owner.send('PUT', '/api/mail/account', account)
  await consent(yes)
  const id = await queue()
  const post = dispatcher(doors)
  await Promise.all([post.round(actor.workspaceId), dispatcher(doors).round(actor.workspaceId), post.round(actor.workspaceId)])
  expect(await stateOf(id)).toMatchObject({ state: 'sent', detail: '' })
  expect(office.received).toHaveLength(1)
  const { to, text } = office.received[0] ?? { to: [], text: '' }
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
  expect(office.received).toHaveLength(1)
})

test('without a ground, to an address that is not hers, or without who writes, nothing leaves', async () => {
  const { owner, actor, account, consent, queue, stateOf, write } = await business(doors, office)
  await owner.send('PUT', '/api/mail/account', account)
  const post = dispatcher(doors)
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
  expect(office.received).toEqual([])
})

test('a refusal is told; what may have left is never sent a second time, a restart included', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business(doors, office)
  await owner.send('PUT', '/api/mail/account', account)
  await consent(yes)
  office.behaviour = 'refuses'
  const refused = await queue()
  await dispatcher(doors).round(actor.workspaceId)
  expect(await stateOf(refused)).toMatchObject({ state: 'failed', detail: 'smtp-550' })
  office.behaviour = 'goes'
  const unsure = await queue()
  await dispatcher(doors).round(actor.workspaceId)
  expect(await stateOf(unsure)).toMatchObject({ state: 'unsure' })
  office.behaviour = 'takes'
  // The server stopped between sending and knowing.
  const stopped = await queue()
  await moveMessage(doors.database, actor, stopped, 'queued', async () => ({ state: 'sending', detail: '' }))
  const before = office.received.length
  const post = dispatcher(doors)
  await post.start()
  await post.stop()
  expect(await stateOf(stopped)).toMatchObject({ state: 'unsure', detail: 'stopped' })
  expect(office.received).toHaveLength(before)
})

test('an account sealed elsewhere, or none, is asked for again', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business(doors, office)
  await consent(yes)
  const early = await queue()
  await dispatcher(doors).round(actor.workspaceId)
  expect(await stateOf(early)).toMatchObject({ state: 'failed', detail: 'mail-account-needed' })
  await owner.send('PUT', '/api/mail/account', account)
  const id = await queue()
  await dispatcher(doors, { seal: sealWith('une autre installation') }).round(actor.workspaceId)
  expect(await stateOf(id)).toMatchObject({ state: 'failed', detail: 'mail-password-needed' })
  expect(office.received).toEqual([])
})

test('a business card lets one write about her role: what is offered also leaves', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business(doors, office)
  await owner.send('PUT', '/api/mail/account', account)
  await consent({ type: 'address-disclosed', role: 'Directrice RH', relevance: 'Elle organise les formations de son équipe', noSolicitation: false })
  const id = await queue()
  await dispatcher(doors).round(actor.workspaceId)
  expect(await stateOf(id)).toMatchObject({ state: 'sent', detail: '' })
  expect(office.received).toHaveLength(1)
})

test('every word of a message leaves, whatever lines look like the mark of a signature', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business(doors, office)
  await owner.send('PUT', '/api/mail/account', account)
  await consent(yes)
  const body = 'Voici le programme:\n--\n9 h accueil\n-- \n10 h départ\n\n-- \nNadia, conférencière'
  const id = await queue({ body })
  await dispatcher(doors).round(actor.workspaceId)
  expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  const words = wordsOf(office.received[0]!).replaceAll('\r\n', '\n')
  expect(words).toContain(`${body}\n\n-- \n`)
  expect(words.indexOf('12, rue Hériot')).toBeGreaterThan(words.indexOf('Nadia, conférencière'))
})

test('a referral lets one message leave, which names who recommended; the next one is held back', async () => {
  const { owner, actor, account, consent, queue, stateOf } = await business(doors, office)
  await owner.send('PUT', '/api/mail/account', account)
  await consent({ type: 'referral', referrerId: null, referrerName: 'Marie Roy', relationToSender: 'business', relationToContact: 'personal' })
  const post = dispatcher(doors)
  const [first, second] = [await queue(), await queue()]
  await post.round(actor.workspaceId)
  expect(await stateOf(first)).toMatchObject({ state: 'sent', detail: '' })
  expect(await stateOf(second)).toMatchObject({ state: 'blocked', detail: 'referral-used' })
  expect(office.received).toHaveLength(1)
  expect(wordsOf(office.received[0]!)).toContain('Marie Roy m’a recommandé de vous écrire')
})

test('what has left is noted once, as an e-mail of its day; what was refused or held back is noted nowhere', async () => {
  const { owner, actor, account, consent, queue, contactId, rows, stateOf } = await business(doors, office)
  await owner.send('PUT', '/api/mail/account', account)
  const held = await queue()
  const post = dispatcher(doors)
  await post.round(actor.workspaceId)
  expect(await stateOf(held)).toMatchObject({ state: 'blocked' })
  await consent(yes)
  office.behaviour = 'refuses'
  await queue()
  await post.round(actor.workspaceId)
  expect((await rows()).activity).toEqual([])
  office.behaviour = 'takes'
  const id = await queue()
  await post.round(actor.workspaceId)
  await post.round(actor.workspaceId)
  const { activity, contact } = await rows()
  expect(activity).toMatchObject([{ id, kind: 'email', outcome: 'sent', contactIds: [contactId], title: 'Ma conférence à Drummondville', voidedAt: null }])
  expect(contact).toMatchObject([{ touches: 1, nextStep: { origin: 'proposed', kind: 'email', setBy: id } }])
})

test('an invitation stands once its message has left; an answer given meanwhile is kept', async () => {
  const { owner, actor, account, consent, queue, contactId, write, rows } = await business(doors, office)
  await owner.send('PUT', '/api/mail/account', account)
  await consent(yes)
  const eventId = nextId()
  const event = { id: eventId, title: 'Vendre sans se perdre', place: '', latitude: null, longitude: null, venue: '', day: asDay('2027-03-24'), time: null }
  await write({ type: 'event.put', event: { ...event, until: null, offerId: null, subjects: [], link: '', note: '', createdAt: at, archivedAt: null } })
  const post = dispatcher(doors)
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

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asInstant } from '#method/calendar/day.ts'
import { blankSender } from '#method/consent/consent.ts'
import type { Change } from '#method/ledger/operation.ts'
import { openDoors, type Doors } from '#test/doors.ts'
import { nextId, operationOf } from '#test/ledger-app.ts'
import { consentLedgerOf } from '../consent/store.ts'
import { inWorkspace } from '../db/tenant.ts'
import { applyOperations } from '../ledger/write.ts'
import { newLink } from '../mail/link-store.ts'
import { sealWith } from '../mail/seal.ts'

let doors: Doors
beforeAll(async () => {
  doors = await openDoors('https://entrain.example')
})
afterAll(() => doors.close())

type Someone = Awaited<ReturnType<Doors['someone']>>
const actorOf = ({ workspaceId, userId }: Someone) => ({ workspaceId, memberId: userId, role: 'owner' as const })
const write = (someone: Someone, ...changes: readonly Change[]) =>
  applyOperations(
    doors.database,
    actorOf(someone),
    changes.map((change) => operationOf(change)),
  )
const sender = { ...blankSender, businessName: 'Atelier Nadia', mailingAddress: '12, rue Hériot', email: 'nadia@example.com' }
const pulled = async (someone: Someone) =>
  (await someone.send('GET', '/api/sync?since=0&today=2026-11-24')).body as unknown as {
    readonly rows: {
      readonly enquiry: readonly Record<string, unknown>[]
      readonly consent: readonly { readonly contactId: string; readonly fact: { readonly type: string } }[]
    }
  }

const openedForm = async (someone: Someone): Promise<string> => {
  await write(someone, { type: 'settings.put', fields: { sender } })
  const opened = (await someone.send('POST', '/api/enquiry-form')).body as unknown as { readonly url: string }
  return new URL(opened.url).pathname
}
const stampIn = (page: string): string => /name="stamp" value="([^"]+)"/.exec(page)?.[1] ?? ''
const asForm = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'fr-CA' }
const filled = (stamp: string, over: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({ name: 'Josée Lavoie', email: 'josee@example.com', words: 'Est-ce pour moi?', website: '', stamp, ...over }).toString()
const patience = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

test('the form is off until it is opened by someone who says who she is, and closes for good', async () => {
  const owner = await doors.someone()
  expect(await owner.send('GET', '/api/enquiry-form')).toMatchObject({ status: 200, body: { isOpen: false, url: null, isReachable: true } })
  expect(await owner.send('POST', '/api/enquiry-form')).toMatchObject({ status: 422, body: { reason: 'sender-needed' } })
  const path = await openedForm(owner)
  const stranger = doors.browser()
  expect((await stranger.send('GET', path)).text).toContain('Atelier Nadia')
  expect((await doors.browser().send('GET', '/api/enquiry-form')).status).toBe(401)
  const other = await doors.someone()
  expect(await other.send('GET', '/api/enquiry-form')).toMatchObject({ body: { isOpen: false } })
  await owner.send('DELETE', '/api/enquiry-form')
  for (const [answer, hers] of [
    [await stranger.send('GET', path, undefined, { 'accept-language': 'fr-CA' }), ''],
    [await stranger.send('GET', '/f/inconnu', undefined, { 'accept-language': 'fr-CA' }), ''],
    // What she had written comes back to her, and nothing of it was kept.
    [await stranger.send('POST', path, filled('x') as never, asForm), 'Est-ce pour moi?'],
  ] as const) {
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(answer.text).toContain('Ce formulaire n’est plus ouvert')
    expect(answer.text).toContain(hers)
  }
  expect((await stranger.send('GET', '/f/inconnu', undefined, { 'accept-language': 'en' })).text).toContain('This form is no longer open')
})

test('whoever corrects the form in a second is heard: the time counts from the first page', async () => {
  const owner = await doors.someone()
  const path = await openedForm(owner)
  const stranger = doors.browser()
  const page = (await stranger.send('GET', path)).text
  await patience(2_700)
  const without = await stranger.send('POST', path, filled(stampIn(page), { email: '' }) as never, asForm)
  expect(without.status).toBe(422)
  // The browser fills the address by itself, and she sends at once.
  const sent = await stranger.send('POST', path, filled(stampIn(without.text)) as never, asForm)
  expect([sent.status, sent.text.includes('Merci!')]).toEqual([200, true])
  expect((await pulled(owner)).rows.enquiry).toMatchObject([{ name: 'Josée Lavoie', email: 'josee@example.com' }])
})

test('a page left open for a night is sent again at once, and counts', async () => {
  const owner = await doors.someone()
  const path = await openedForm(owner)
  const lastNight = sealWith(doors.secret)
    .close(String(Date.now() - 13 * 3_600_000), 'form')
    .toString('base64url')
  const stale = await doors.browser().send('POST', path, filled(lastNight) as never, asForm)
  expect(stale.status).toBe(409)
  expect((await doors.browser().send('POST', path, filled(stampIn(stale.text)) as never, asForm)).status).toBe(200)
  expect((await pulled(owner)).rows.enquiry).toMatchObject([{ name: 'Josée Lavoie' }])
})

test('a button pressed twice sends one enquiry; another question from the same page is another', async () => {
  const owner = await doors.someone()
  const path = await openedForm(owner)
  const stamp = stampIn((await doors.browser().send('GET', path)).text)
  await patience(2_700)
  const send = (words: string) => doors.browser().send('POST', path, filled(stamp, { words }) as never, asForm)
  const both = await Promise.all([send('Deux fois'), send('Deux fois')])
  expect(both.map(({ status, text }) => [status, text.includes('Merci!')])).toEqual([
    [200, true],
    [200, true],
  ])
  await send('Et encore ceci')
  expect((await pulled(owner)).rows.enquiry.map(({ words }) => words).toSorted()).toEqual(['Deux fois', 'Et encore ceci'])
})

test('a stranger writes in French or in English, what is missing is said and the rest kept, and one enquiry arrives', async () => {
  const owner = await doors.someone()
  const path = await openedForm(owner)
  const stranger = doors.browser()
  expect((await stranger.send('GET', `${path}?lang=en`)).text).toContain('Write to Atelier Nadia')
  const page = (await stranger.send('GET', path, undefined, { 'accept-language': 'fr-CA' })).text
  expect(page).toContain('Écrire à Atelier Nadia')
  await patience(2_700)
  const without = await stranger.send('POST', path, filled(stampIn(page), { email: '', phone: 'aucun' }) as never, asForm)
  expect(without.status).toBe(422)
  expect(without.text).toContain('une façon de vous joindre')
  expect(without.text).toContain('Josée Lavoie')
  const sent = await stranger.send('POST', path, filled(stampIn(page), { 'may-write': 'yes', words: '<b>Bonjour</b> & merci' }) as never, asForm)
  expect(sent.text).toContain('Merci!')
  const { rows } = await pulled(owner)
  expect(rows.enquiry).toMatchObject([
    { via: 'form', name: 'Josée Lavoie', words: '<b>Bonjour</b> & merci', language: 'fr', mayWrite: 'form-1', contactId: null },
  ])
})

test('a robot is thanked like everyone and leaves nothing: too quick, or in the field that people do not see', async () => {
  const owner = await doors.someone()
  const path = await openedForm(owner)
  const page = (await doors.browser().send('GET', path)).text
  const quick = await doors.browser().send('POST', path, filled(stampIn(page)) as never, asForm)
  expect(quick.text).toContain('Merci!')
  await patience(2_700)
  expect((await doors.browser().send('POST', path, filled(stampIn(page), { website: 'http://x' }) as never, asForm)).text).toContain('Merci!')
  expect((await doors.browser().send('POST', path, filled('forged') as never, asForm)).status).toBe(409)
  expect((await pulled(owner)).rows.enquiry).toEqual([])
})

test('the way out of a message acts when it is pressed and not when it is opened, without signing in, and again without harm', async () => {
  const owner = await doors.someone()
  const contactId = nextId()
  await write(owner, { type: 'settings.put', fields: { sender } }, { type: 'contact.add', contactId, fields: { name: 'Josée' }, step: null })
  const token = await inWorkspace(doors.database, actorOf(owner), (tx) => newLink(tx, actorOf(owner), { kind: 'unsubscribe', contactId }))
  const stranger = doors.browser()
  const opened = await stranger.send('GET', `/u/${token}`, undefined, { 'accept-language': 'fr-CA' })
  expect(opened.text).toContain('Voulez-vous ne plus recevoir les messages envoyés par Atelier Nadia?')
  // A page that told nothing of where it comes from could not be sent back: a browser would call its origin « null ».
  expect(opened.headers['referrer-policy']).toBe('same-origin')
  expect((await pulled(owner)).rows.consent).toEqual([])
  // What a mail program sends by itself (RFC 8058).
  const pressed = await doors.app.inject({
    method: 'POST',
    url: `/u/${token}`,
    headers: { host: doors.host, 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  expect(pressed.statusCode).toBe(200)
  expect((await pulled(owner)).rows.consent).toMatchObject([{ contactId, fact: { type: 'withdrawal', scope: { type: 'writing' } } }])
  expect((await stranger.send('POST', `/u/${token}`, '' as never, asForm)).status).toBe(200)
  expect((await stranger.send('GET', '/u/inconnu')).status).toBe(404)
})

test('only an owner opens or closes the form, and nobody closes or sees that of another workspace', async () => {
  const owner = await doors.someone()
  const path = await openedForm(owner)
  const member = await doors.someone('member', owner.workspaceId)
  expect(await member.send('GET', '/api/enquiry-form')).toMatchObject({ status: 200, body: { isOpen: true } })
  expect(await member.send('POST', '/api/enquiry-form')).toMatchObject({ status: 403, body: { reason: 'owners-only' } })
  expect(await member.send('DELETE', '/api/enquiry-form')).toMatchObject({ status: 403, body: { reason: 'owners-only' } })
  const other = await doors.someone()
  expect((await other.send('DELETE', '/api/enquiry-form')).status).toBe(200)
  expect(await other.send('GET', '/api/enquiry-form')).toMatchObject({ body: { isOpen: false, url: null } })
  expect((await doors.browser().send('GET', path)).status).toBe(200)
  // Asked for without her workspace's name, or with another's, an enquiry stays with those it was written to.
  const page = (await doors.browser().send('GET', path)).text
  await patience(2_700)
  expect((await doors.browser().send('POST', path, filled(stampIn(page)) as never, asForm)).status).toBe(200)
  expect((await pulled(member)).rows.enquiry).toHaveLength(1)
  expect((await pulled(other)).rows.enquiry).toEqual([])
  const elsewhere = await other.send('GET', '/api/sync?since=0', undefined, { 'entrain-workspace': owner.workspaceId })
  expect(elsewhere.status).toBe(403)
})

test('from one address, eight enquiries an hour are taken; the ninth is asked to wait, and what it says is kept on its page', async () => {
  const own = await openDoors('https://entrain.example')
  try {
    const owner = await own.someone()
    const identity = { workspaceId: owner.workspaceId, memberId: owner.userId, role: 'owner' as const }
    await applyOperations(own.database, identity, [operationOf({ type: 'settings.put', fields: { sender } })])
    const opened = (await owner.send('POST', '/api/enquiry-form')).body as unknown as { readonly url: string }
    const path = new URL(opened.url).pathname
    const stamp = stampIn((await own.browser().send('GET', path)).text)
    await patience(2_700)
    const send = (n: number) => own.browser().send('POST', path, filled(stamp, { words: `Question ${n}` }) as never, asForm)
    const statuses: number[] = []
    for (let n = 1; n <= 8; n += 1) statuses.push((await send(n)).status)
    expect(statuses).toEqual(Array.from({ length: 8 }, () => 200))
    const ninth = await send(9)
    expect(ninth.status).toBe(429)
    expect(ninth.text).toContain('Question 9')
    expect(ninth.text).toContain('role="alert"')
    // What is only to be completed is told so all the same.
    expect((await own.browser().send('POST', path, filled(stamp, { words: '' }) as never, asForm)).status).toBe(422)
    const { enquiry } = ((await owner.send('GET', '/api/sync?since=0')).body as unknown as { readonly rows: { readonly enquiry: readonly unknown[] } }).rows
    expect(enquiry).toHaveLength(8)
  } finally {
    await own.close()
  }
})

test('what was ticked on the form is the consent of whoever the enquiry is linked to by now, and of nobody else', async () => {
  const owner = await doors.someone()
  const [julie, lise, enquiryId] = [nextId(), nextId(), nextId()]
  const told = { via: 'form', receivedAt: asInstant(Date.now() - 60_000), name: 'Josée', email: 'josee@example.com', phone: '', city: '', subject: '' } as const
  await write(
    owner,
    { type: 'contact.add', contactId: julie, fields: { name: 'Julie' }, step: null },
    { type: 'contact.add', contactId: lise, fields: { name: 'Lise' }, step: null },
    { type: 'enquiry.record', enquiryId, contactId: julie, ...told, words: 'Est-ce pour moi?', language: 'fr', mayWrite: 'form-1' },
  )
  const types = (contactId: string) =>
    inWorkspace(doors.database, actorOf(owner), async (tx) => (await consentLedgerOf(tx, owner.workspaceId, contactId)).map(({ fact }) => fact.type).toSorted())
  expect([await types(julie), await types(lise)]).toEqual([['express-consent', 'inquiry'], []])
  await write(owner, { type: 'enquiry.link', enquiryId, contactId: lise })
  expect([await types(julie), await types(lise)]).toEqual([[], ['express-consent', 'inquiry']])
  await write(owner, { type: 'enquiry.link', enquiryId, contactId: null })
  expect([await types(julie), await types(lise)]).toEqual([[], []])
  await write(owner, { type: 'enquiry.link', enquiryId, contactId: julie })
  expect([await types(julie), await types(lise)]).toEqual([['express-consent', 'inquiry'], []])
})

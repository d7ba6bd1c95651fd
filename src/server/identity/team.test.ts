import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDoors, type Doors } from '#test/doors.ts'

let doors: Doors
beforeAll(async () => {
  doors = await openDoors()
})
afterAll(() => doors.close())

const password = 'cheval pile agrafe correcte'
const tokenOf = (answer: { readonly body: unknown }): string => (answer.body as { readonly link: string }).link.split('#invitation=')[1] ?? ''
const byName = (answer: { readonly body: unknown }): Readonly<Record<string, string>> =>
  Object.fromEntries((answer.body as readonly { readonly name: string; readonly id: string }[]).map(({ name, id }) => [name, id]))

test('an invited person joins once, with her name and password, and sees only that workspace', async () => {
  const owner = await doors.someone()
  const invited = await owner.send('POST', '/api/invitations', { email: 'Julie@Exemple.ca', role: 'member' })
  expect(invited.status).toBe(201)
  const token = tokenOf(invited)
  expect(await doors.browser().send('POST', '/api/invitations/read', { token })).toMatchObject({
    body: { email: 'julie@exemple.ca', role: 'member', workspaceName: 'Un espace', isKnown: false },
  })
  expect((await doors.browser().send('POST', '/api/auth/sign-in/email', { email: 'julie@exemple.ca', password })).status).toBe(401)
  expect(await doors.browser().send('POST', '/api/invitations/accept', { token })).toMatchObject({ status: 422, body: { reason: 'name-and-password-needed' } })
  expect((await doors.browser().send('POST', '/api/invitations/accept', { token, name: 'Julie', password })).status).toBe(200)
  expect(await doors.browser().send('POST', '/api/invitations/accept', { token, name: 'Autre', password })).toMatchObject({
    status: 410,
    body: { reason: 'link-used-or-expired' },
  })
  const julie = doors.browser()
  await julie.send('POST', '/api/auth/sign-in/email', { email: 'julie@exemple.ca', password })
  expect(await julie.send('GET', '/api/account')).toMatchObject({ body: { name: 'Julie', workspace: { id: owner.workspaceId, role: 'member' } } })
  expect((await owner.send('GET', '/api/invitations')).body).toEqual([])
})

test('an invitation taken back, an expired one and the earlier of two are refused', async () => {
  const owner = await doors.someone()
  const back = await owner.send('POST', '/api/invitations', { email: 'a@exemple.ca' })
  expect((await owner.send('DELETE', `/api/invitations/${(back.body as { readonly id: string }).id}`)).status).toBe(200)
  const first = await owner.send('POST', '/api/invitations', { email: 'b@exemple.ca' })
  const second = await owner.send('POST', '/api/invitations', { email: 'b@exemple.ca' })
  const late = await owner.send('POST', '/api/invitations', { email: 'c@exemple.ca' })
  await doors.identity
    .updateTable('identityInvitation')
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where('email', '=', 'c@exemple.ca')
    .execute()
  for (const one of [back, first, late])
    expect((await doors.browser().send('POST', '/api/invitations/accept', { token: tokenOf(one), name: 'X', password })).status).toBe(410)
  expect((await doors.browser().send('POST', '/api/invitations/accept', { token: tokenOf(second), name: 'B', password })).status).toBe(200)
})

test('of five who accept the same link at once, one joins', async () => {
  const owner = await doors.someone()
  const token = tokenOf(await owner.send('POST', '/api/invitations', { email: 'd@exemple.ca' }))
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, n) => doors.browser().send('POST', '/api/invitations/accept', { token, name: `D${n}`, password })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.every(({ status }) => status < 500)).toBe(true)
  expect((await owner.send('GET', '/api/members')).body).toHaveLength(2)
})

test('a link never takes over an account that exists: she signs in first', async () => {
  const owner = await doors.someone()
  const known = await doors.someone()
  await known.send('POST', '/api/account/password', { newPassword: password, email: 'connue@exemple.ca' })
  const token = tokenOf(await owner.send('POST', '/api/invitations', { email: 'connue@exemple.ca' }))
  expect(await doors.browser().send('POST', '/api/invitations/accept', { token, name: 'Voleuse', password: 'autre chose de long' })).toMatchObject({
    status: 409,
    body: { reason: 'sign-in-first' },
  })
  expect((await known.send('POST', '/api/invitations/accept', { token })).status).toBe(200)
  expect((await owner.send('GET', '/api/members')).body).toHaveLength(2)
})

test('a member neither invites, nor promotes, nor removes others', async () => {
  const owner = await doors.someone()
  const member = await doors.someone('member', owner.workspaceId)
  expect(await member.send('POST', '/api/invitations', { email: 'e@exemple.ca' })).toMatchObject({ status: 403, body: { reason: 'owners-only' } })
  expect((await member.send('GET', '/api/invitations')).status).toBe(403)
  expect((await member.send('PATCH', `/api/members/${member.userId}`, { role: 'owner' })).status).toBe(403)
  expect((await member.send('DELETE', `/api/members/${owner.userId}`)).status).toBe(403)
  expect((await owner.send('GET', '/api/members')).body).toHaveLength(2)
})

test('the last owner neither leaves nor steps down, also not two at once', async () => {
  const owner = await doors.someone()
  expect(await owner.send('DELETE', `/api/members/${owner.userId}`)).toMatchObject({ status: 409, body: { reason: 'last-owner' } })
  expect(await owner.send('PATCH', `/api/members/${owner.userId}`, { role: 'member' })).toMatchObject({ status: 409 })
  const other = await doors.someone('owner', owner.workspaceId)
  const answers = await Promise.all([
    owner.send('PATCH', `/api/members/${owner.userId}`, { role: 'member' }),
    other.send('PATCH', `/api/members/${other.userId}`, { role: 'member' }),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('someone removed is out at once, with her sessions and her links', async () => {
  const owner = await doors.someone()
  const member = await doors.someone('member', owner.workspaceId)
  expect((await owner.send('DELETE', `/api/members/${member.userId}`)).status).toBe(200)
  expect([401, 403]).toContain((await member.send('GET', '/api/account')).status)
  expect((await owner.send('GET', '/api/members')).body).toHaveLength(1)
})

test('members and invitations of another workspace are not to be found', async () => {
  const mine = await doors.someone()
  const hers = await doors.someone()
  const invitation = (await hers.send('POST', '/api/invitations', { email: 'f@exemple.ca' })).body as { readonly id: string }
  expect((await mine.send('DELETE', `/api/invitations/${invitation.id}`)).status).toBe(404)
  expect((await mine.send('PATCH', `/api/members/${hers.userId}`, { role: 'member' })).status).toBe(404)
  expect((await mine.send('DELETE', `/api/members/${hers.userId}`)).status).toBe(404)
  expect(Object.values(byName(await mine.send('GET', '/api/members')))).toEqual([mine.userId])
  expect((await mine.send('GET', '/api/invitations')).body).toEqual([])
  expect(await mine.send('GET', '/api/account', undefined, { 'entrain-workspace': hers.workspaceId })).toMatchObject({ status: 403 })
})

test('links are made for the address of Entrain, whatever host the request names', async () => {
  const owner = await doors.someone()
  const made = await owner.send('POST', '/api/invitations', { email: 'g@exemple.ca' }, { 'x-forwarded-host': 'evil.example' })
  expect((made.body as { readonly link: string }).link).toMatch(/^http:\/\/localhost:3000\/entrer#invitation=/)
})

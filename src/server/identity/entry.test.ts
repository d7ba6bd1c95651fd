import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDoors, type Doors } from '#test/doors.ts'
import { addMember, addUser, addWorkspace, newEntryToken } from './store.ts'

let doors: Doors
beforeAll(async () => {
  doors = await openDoors()
})
afterAll(() => doors.close())

const invitedOwner = async () => {
  const workspaceId = await addWorkspace(doors.identity, 'Mon entreprise', false)
  const userId = await addUser(doors.identity, 'Moi')
  await addMember(doors.identity, { workspaceId, userId, role: 'owner' })
  return userId
}

test('the entry link opens a session, once', async () => {
  const token = await newEntryToken(doors.identity, await invitedOwner(), new Date())
  const browser = doors.browser()
  const entered = await browser.send('POST', '/api/auth/entry', { token })
  expect(entered.status).toBe(200)
  expect(entered.text).toBe('{"ok":true}')
  expect(await browser.send('GET', '/api/account')).toMatchObject({
    status: 200,
    body: { name: 'Moi', email: null, hasPassword: false, workspace: { name: 'Mon entreprise', role: 'owner' } },
  })
  expect(await doors.browser().send('POST', '/api/auth/entry', { token })).toMatchObject({ status: 401, body: { reason: 'link-used-or-expired' } })
})

test('of eight who open the same link at once, one enters', async () => {
  const token = await newEntryToken(doors.identity, await invitedOwner(), new Date())
  const answers = await Promise.all(Array.from({ length: 8 }, () => doors.browser().send('POST', '/api/auth/entry', { token })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a link of yesterday, an earlier one and an invented one are refused', async () => {
  const userId = await invitedOwner()
  const old = await newEntryToken(doors.identity, userId, new Date(Date.now() - 24 * 3_600_000 - 1_000))
  expect(await doors.browser().send('POST', '/api/auth/entry', { token: old })).toMatchObject({ status: 401 })
  const earlier = await newEntryToken(doors.identity, userId, new Date())
  await newEntryToken(doors.identity, userId, new Date())
  expect(await doors.browser().send('POST', '/api/auth/entry', { token: earlier })).toMatchObject({ status: 401 })
  expect(await doors.browser().send('POST', '/api/auth/entry', { token: 'a'.repeat(43) })).toMatchObject({ status: 401 })
})

test('the link itself is kept nowhere', async () => {
  const token = await newEntryToken(doors.identity, await invitedOwner(), new Date())
  const rows = await doors.identity.selectFrom('identityEntryLink').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('the session stands in one cookie that scripts cannot read and other sites do not send', async () => {
  const someone = doors.browser()
  const { headers } = await someone.send('POST', '/api/auth/entry', { token: await newEntryToken(doors.identity, await invitedOwner(), new Date()) })
  expect([headers['set-cookie']].flat()).toHaveLength(1)
  expect(String(headers['set-cookie'])).toMatch(/^entrain-[0-9a-f]{8}\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('behind https the cookie carries the __Host- name and never leaves over http', async () => {
  const secure = await openDoors('https://entrain.example.org')
  try {
    const userId = await addUser(secure.identity, 'Moi')
    await addMember(secure.identity, { workspaceId: await addWorkspace(secure.identity, 'Mon entreprise', false), userId, role: 'owner' })
    const browser = secure.browser()
    const { headers } = await browser.send('POST', '/api/auth/entry', { token: await newEntryToken(secure.identity, userId, new Date()) })
    expect(String(headers['set-cookie'])).toMatch(/^__Host-entrain-[0-9a-f]{8}\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(await browser.send('GET', '/api/account')).toMatchObject({ status: 200 })
  } finally {
    await secure.close()
  }
})

test('after signing out, the cookie kept aside opens nothing', async () => {
  const someone = await doors.someone()
  const kept = doors.browser(someone.cookie())
  expect((await kept.send('GET', '/api/account')).status).toBe(200)
  expect((await someone.send('POST', '/api/auth/sign-out', {})).status).toBe(200)
  expect(await kept.send('GET', '/api/account')).toMatchObject({ status: 401, body: { reason: 'not-signed-in' } })
})

test('a session ends ninety days after it began, even when used each day', async () => {
  const someone = await doors.someone()
  await doors.identity
    .updateTable('identitySession')
    .set({ createdAt: new Date(Date.now() - 91 * 86_400_000) })
    .where('userId', '=', someone.userId)
    .execute()
  expect((await someone.send('GET', '/api/account')).status).toBe(401)
})

test('a cookie with a changed signature opens nothing', async () => {
  const someone = await doors.someone()
  const forged = someone.cookie().replace(/.(?=%3D|$)/, (last) => (last === 'A' ? 'B' : 'A'))
  expect((await doors.browser(forged).send('GET', '/api/account')).status).toBe(401)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDoors, type Doors } from '#test/doors.ts'

let doors: Doors
beforeAll(async () => {
  doors = await openDoors()
})
afterAll(() => doors.close())

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"

test.each([
  ['GET', '/api/health', 200],
  ['GET', '/api/nothing', 404],
  ['GET', '/api/account', 401],
  ['GET', '/', 503],
  ['GET', '/suivis', 503],
  ['GET', '/missing.js', 404],
  ['GET', '/api', 200],
  ['GET', '/%zz', 400],
  ['POST', '/api/auth/entry', 400],
] as const)('%s %s carries the headers', async (method, url, status) => {
  const { headers, statusCode } = await doors.app.inject({ method, url, headers: { host: doors.host } })
  expect(statusCode).toBe(status)
  expect(headers).toMatchObject({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  if (url.startsWith('/api')) expect(headers['cache-control']).toBe('no-store')
})

test('what is refused is told as problem details, in French first', async () => {
  const answer = await doors.browser().send('GET', '/api/nothing')
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.body).toEqual({ type: 'urn:entrain:problem:not-found', title: 'Cela n’existe pas, ou n’est pas à vous.', status: 404, reason: 'not-found' })
  expect(await doors.browser().send('GET', '/api/nothing', undefined, { 'accept-language': 'en-CA,fr;q=0.5' })).toMatchObject({
    body: { title: 'This does not exist, or is not yours.' },
  })
})

test.each(['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.1.5:3000'])(
  'the host «%s» is not ours',
  async (host) => {
    expect((await doors.app.inject({ method: 'GET', url: '/api/health', headers: { host } })).statusCode).toBe(421)
  },
)

test.each([
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://127.0.0.1:3000.evil.example' },
  { origin: 'http://127.0.0.1:4000' },
  { origin: 'https://127.0.0.1:3000' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  {},
])('a write from elsewhere is refused: %o', async (headers) => {
  const someone = await doors.someone()
  const answer = await doors.app.inject({
    method: 'PATCH',
    url: '/api/account',
    headers: { host: doors.host, cookie: someone.cookie(), ...headers },
    payload: { name: 'Pirate' },
  })
  expect(answer.json()).toMatchObject({ status: 403, reason: 'other-origin' })
  expect(await someone.send('GET', '/api/account')).toMatchObject({ body: { name: 'Quelqu’un' } })
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('a write in %s is refused', async (type) => {
  const someone = await doors.someone()
  const answer = await doors.app.inject({
    method: 'PATCH',
    url: '/api/account',
    headers: { host: doors.host, origin: `http://${doors.host}`, cookie: someone.cookie(), 'content-type': type },
    payload: '{"name":"Pirate"}',
  })
  expect(answer.json()).toMatchObject({ status: 415, reason: 'not-json' })
})

test.each([
  ['{"name":', 400, 'not-readable'],
  ['{"name":"x","__proto__":{"role":"owner"}}', 400, 'not-readable'],
  ['[]', 400, 'not-readable'],
  ['{"name":7}', 400, 'not-readable'],
  [`{"name":"${'x'.repeat(5 * 1024 * 1024)}"}`, 413, 'too-large'],
] as const)('a body that is not right is refused (%#)', async (payload, status, reason) => {
  const someone = await doors.someone()
  const answer = await doors.app.inject({
    method: 'PATCH',
    url: '/api/account',
    headers: { host: doors.host, origin: `http://${doors.host}`, cookie: someone.cookie(), 'content-type': 'application/json' },
    payload,
  })
  expect(answer.json()).toMatchObject({ status, reason })
})

test('the contract names every route of the API, and its page runs no script', async () => {
  const { paths, openapi } = (await doors.browser().send('GET', '/api/openapi.json')).body as {
    readonly paths: Readonly<Record<string, object>>
    readonly openapi: string
  }
  expect(openapi).toBe('3.1.0')
  for (const path of ['/api/health', '/api/account', '/api/keys/{id}', '/api/members/{id}', '/api/invitations/accept', '/api/auth/sign-in/email'])
    expect(Object.keys(paths)).toContain(path)
  const page = (await doors.browser().send('GET', '/api')).text
  expect(page).toContain('/api/invitations/accept')
  expect(page).not.toMatch(/<script|style=|onclick/)
})

test('health says no when the database is gone', async () => {
  const lonely = await openDoors()
  expect((await lonely.browser().send('GET', '/api/health')).status).toBe(200)
  await lonely.database.destroy()
  expect(await lonely.browser().send('GET', '/api/health')).toMatchObject({ status: 503, body: { reason: 'database-away' } })
  await lonely.identity.destroy()
  await lonely.app.close()
})

test('a database error tells nobody what it was', async () => {
  const broken = await openDoors()
  await broken.identity.destroy()
  const answer = await broken.browser('entrain-00000000.session_token=x').send('GET', '/api/account')
  expect(answer.status).toBeGreaterThanOrEqual(401)
  expect(answer.text).not.toMatch(/select|kysely|pool|stack|node_modules/i)
  await broken.app.close()
  await broken.database.destroy()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDoors, type Doors } from '#test/doors.ts'

let doors: Doors
beforeAll(async () => {
  doors = await openDoors()
})
afterAll(() => doors.close())

const words = 'cheval pile agrafe correcte'

test('the first password comes with an address, and both let her in from elsewhere', async () => {
  const someone = await doors.someone()
  expect(await someone.send('POST', '/api/account/password', { newPassword: words })).toMatchObject({ status: 422, body: { reason: 'address-needed' } })
  expect((await someone.send('POST', '/api/account/password', { newPassword: words, email: 'Nadia@Exemple.ca' })).status).toBe(200)
  const elsewhere = doors.browser()
  expect((await elsewhere.send('POST', '/api/auth/sign-in/email', { email: 'nadia@exemple.ca', password: words })).status).toBe(200)
  expect(await elsewhere.send('GET', '/api/account')).toMatchObject({ body: { email: 'nadia@exemple.ca', hasPassword: true } })
  expect(await doors.browser().send('POST', '/api/auth/sign-in/email', { email: 'nadia@exemple.ca', password: 'pas le bon mot' })).toMatchObject({
    status: 401,
    body: { reason: 'wrong-address-or-password' },
  })
})

test('an unknown address and a wrong password are answered alike', async () => {
  const answers = await Promise.all(
    ['nadia@exemple.ca', 'personne@exemple.ca', 'pas une adresse'].map((email) =>
      doors.browser().send('POST', '/api/auth/sign-in/email', { email, password: 'quelque chose de faux' }),
    ),
  )
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
})

test('changing a password needs the present one and ends the other sessions', async () => {
  const someone = await doors.someone()
  await someone.send('POST', '/api/account/password', { newPassword: words, email: 'lise@exemple.ca' })
  const elsewhere = doors.browser()
  await elsewhere.send('POST', '/api/auth/sign-in/email', { email: 'lise@exemple.ca', password: words })
  const other = 'vache orange tambour neige'
  expect(await someone.send('POST', '/api/account/password', { newPassword: other })).toMatchObject({
    status: 422,
    body: { reason: 'current-password-needed' },
  })
  expect(await someone.send('POST', '/api/account/password', { newPassword: other, currentPassword: 'au hasard' })).toMatchObject({
    status: 422,
    body: { reason: 'wrong-password' },
  })
  expect((await someone.send('POST', '/api/account/password', { newPassword: other, currentPassword: words })).status).toBe(200)
  expect((await someone.send('GET', '/api/account')).status).toBe(200)
  expect((await elsewhere.send('GET', '/api/account')).status).toBe(401)
})

test.each(['court', 'entrain2026!!!', 'aaaaaaaaaaaaaaaa', 'motdepasse1234'])('the password «%s» is refused', async (newPassword) => {
  const someone = await doors.someone()
  expect([400, 422]).toContain((await someone.send('POST', '/api/account/password', { newPassword, email: 'x@exemple.ca' })).status)
})

test('an address already used is refused', async () => {
  const someone = await doors.someone()
  expect(await someone.send('POST', '/api/account/password', { newPassword: words, email: 'NADIA@exemple.ca' })).toMatchObject({
    status: 409,
    body: { reason: 'address-taken' },
  })
})

test('nobody signs up by herself', async () => {
  expect((await doors.browser().send('POST', '/api/auth/sign-up/email', { email: 'z@exemple.ca', password: words, name: 'Z' })).status).toBe(404)
})

test('a revoked session is refused at once; another person’s session is not to be found', async () => {
  const mine = await doors.someone()
  const hers = await doors.someone()
  const [session] = (await hers.send('GET', '/api/sessions')).body as readonly { readonly id: string }[]
  expect((await mine.send('DELETE', `/api/sessions/${session?.id}`)).status).toBe(404)
  expect((await hers.send('GET', '/api/sessions')).status).toBe(200)
  expect((await hers.send('DELETE', `/api/sessions/${session?.id}`)).status).toBe(200)
  expect((await hers.send('GET', '/api/sessions')).status).toBe(401)
})

test('a name changes for oneself only', async () => {
  const mine = await doors.someone()
  const hers = await doors.someone()
  expect((await mine.send('PATCH', '/api/account', { name: 'Nathalie' })).status).toBe(200)
  expect(await mine.send('GET', '/api/account')).toMatchObject({ body: { name: 'Nathalie' } })
  expect(await hers.send('GET', '/api/account')).toMatchObject({ body: { name: 'Quelqu’un' } })
  expect((await mine.send('PATCH', '/api/account', { name: 'N', role: 'owner' })).status).toBe(400)
})

test('a key shows its secret once, touches no identity, and stops when revoked', async () => {
  const mine = await doors.someone()
  const made = await mine.send('POST', '/api/keys', { name: 'Tableur', access: 'write' })
  expect(made.status).toBe(201)
  const { secret, id } = made.body as { readonly secret: string; readonly id: string }
  expect(await mine.send('GET', '/api/keys')).toMatchObject({ body: [{ id, name: 'Tableur', access: 'write' }] })
  expect((await mine.send('GET', '/api/keys')).text).not.toContain(secret)
  const program = { authorization: `Bearer ${secret}` }
  for (const path of ['account', 'sessions', 'keys', 'members', 'invitations'])
    expect((await doors.browser().send('GET', `/api/${path}`, undefined, program)).status).toBe(401)
  const hers = await doors.someone()
  expect((await hers.send('DELETE', `/api/keys/${id}`)).status).toBe(404)
  expect((await mine.send('DELETE', `/api/keys/${id}`)).status).toBe(200)
  expect((await mine.send('GET', '/api/keys')).body).toEqual([])
})

test('the key plugin’s own doors are shut, also with someone else’s id in hand', async () => {
  const mine = await doors.someone()
  const hers = await doors.someone()
  expect((await mine.send('POST', '/api/auth/api-key/create', { name: 'x', userId: hers.userId })).status).toBe(404)
  expect((await doors.browser().send('POST', '/api/auth//api-key/create', { name: 'x', userId: hers.userId })).status).toBe(404)
  expect((await mine.send('POST', '/api/keys', { name: 'x', userId: hers.userId })).status).toBe(400)
  expect((await hers.send('GET', '/api/keys')).body).toEqual([])
})

test('guessing a password is slowed down, whatever address the guesser claims', async () => {
  const answers: number[] = []
  for (let n = 0; n < 12; n++) {
    answers.push(
      (
        await doors
          .browser()
          .send(
            'POST',
            '/api/auth/sign-in/email',
            { email: 'lise@exemple.ca', password: `essai numero ${n}` },
            { 'x-forwarded-for': `203.0.113.${n}`, 'x-entrain-client': `198.51.100.${n}` },
          )
      ).status,
    )
  }
  expect(answers.at(-1)).toBe(429)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { asInstant, dayOf } from '#method/calendar/day.ts'
import type { NextAnswer } from '#wire/next/next.ts'
import { nextAnswer } from '#wire/next/next.ts'
import { openDoors } from '#test/doors.ts'
import { ledgerApp, luc, nathalie, nextId, type LedgerApp } from '#test/ledger-app.ts'

let server: LedgerApp
const [promised, silent] = [nextId(), nextId()]

beforeAll(async () => {
  server = await ledgerApp()
  const step = { due: '2026-01-05', time: null, kind: 'phone', promised: true, note: '', origin: 'chosen' }
  const due = { ...step, due: dayOf(asInstant(Date.now()), 'America/Toronto') }
  const phones = [{ label: 'mobile', number: '+18195550142' }]
  for (const body of [
    { id: promised, fields: { name: 'Nathalie Gagnon', phones, line: 'business', city: 'Drummondville', notes: 'Ses deux enfants.' }, step: due },
    { id: silent, fields: { name: 'Sylvie Roy', source: 'Salon' } },
  ])
    expect((await server.ask(nathalie, 'POST', '/api/contacts', body)).status).toBe(201)
})
afterAll(() => server.close())

const ask = async (query = '', who = nathalie) => (await server.ask(who, 'GET', `/api/next${query}`)) as { readonly status: number; readonly body: NextAnswer }

test('who comes next has her reason as a fact with its date and as a sentence, in the language of the member', async () => {
  const { status, body } = await ask()
  expect(status).toBe(200)
  expect(nextAnswer.parse(body)).toEqual(body)
  expect(body.language).toBe('fr')
  const [first] = body.people
  expect(first).toMatchObject({
    place: 'promise',
    kind: 'phone',
    contact: { id: promised, name: 'Nathalie Gagnon' },
    reasons: [{ kind: 'promised', step: 'phone' }],
  })
  expect(first?.why).toMatch(/^Vous lui avez promis un appel/)
  expect(first?.reasons[0]?.sentence).toBe(first?.why)
})

test('the other language is asked for, and one’s own is followed once it is chosen', async () => {
  expect((await ask('?language=en')).body.people[0]?.why).toMatch(/^You promised a call/)
  const settings = { type: 'settings.put', fields: { language: 'en' } }
  const operation = { id: nextId(), at: '2026-11-23T15:00:00.000Z', zone: 'America/Toronto', change: settings }
  await server.ask(nathalie, 'POST', '/api/sync', { device: nextId(), format: 1, operations: [{ sequence: 1, operation }] })
  expect((await ask()).body).toMatchObject({ language: 'en', people: [{ contact: { id: promised } }, {}] })
  expect((await ask('?language=fr')).body.people[0]?.why).toMatch(/^Vous lui avez promis un appel/)
})

test('a shorter list is the beginning of a longer one; what is not a number of people is refused as a problem', async () => {
  expect((await ask('?limit=1')).body.people).toEqual((await ask()).body.people.slice(0, 1))
  for (const query of ['?limit=0', '?limit=201', '?limit=deux', '?limit=1.5', '?language=es', '?everything=1']) {
    expect({ query, ...(await ask(query)) }).toMatchObject({ query, status: 400, body: { type: 'urn:entrain:problem:not-readable', reason: 'not-readable' } })
  }
})

test('another workspace has its own list, and nobody has none', async () => {
  expect((await ask('', luc)).body.people).toEqual([])
  expect((await server.ask(null, 'GET', '/api/next')).status).toBe(401)
})

test('whoever asked for silence comes no more, and notes do not travel', async () => {
  expect((await server.ask(nathalie, 'GET', '/api/next')).text).not.toContain('enfants')
  const fact = { type: 'withdrawal', scope: { type: 'all' }, means: 'call', words: '' }
  const change = { type: 'consent.record', consentId: nextId(), contactId: promised, fact, occurredAt: new Date().toISOString() }
  const operation = { id: nextId(), at: new Date().toISOString(), zone: 'America/Toronto', change }
  const { body } = await server.ask(nathalie, 'POST', '/api/sync', { device: nextId(), format: 1, operations: [{ sequence: 1, operation }] })
  expect(body).toMatchObject({ answers: [{ status: 'ok' }] })
  expect((await ask()).body.people.map(({ contact }) => contact.id)).toEqual([silent])
})

test('a key that only reads asks it too, the contract describes it, and a wrong value is said in the language of who asks', async () => {
  const doors = await openDoors()
  try {
    const mine = await doors.someone()
    expect((await mine.send('POST', '/api/contacts', { fields: { name: 'Ginette Lavoie' } })).status).toBe(201)
    const { secret } = (await mine.send('POST', '/api/keys', { name: 'Tableur', access: 'read' })).body as { readonly secret: string }
    const program = { authorization: `Bearer ${secret}` }
    const asked = (url: string, headers = {}) => doors.browser().send('GET', url, undefined, { ...program, ...headers })
    expect(await asked('/api/next')).toMatchObject({ status: 200, body: { people: [{ contact: { name: 'Ginette Lavoie' } }] } })
    expect(await asked('/api/next?limit=0', { 'accept-language': 'en' })).toMatchObject({
      status: 400,
      body: { title: 'The request cannot be read as it is.', errors: [{ field: '/limit', rule: 'too_small' }] },
    })
    const { paths } = (await doors.browser().send('GET', '/api/openapi.json')).body as { readonly paths: Readonly<Record<string, unknown>> }
    const contract = JSON.stringify(paths['/api/next'])
    for (const word of ['limit', 'language', 'channels', 'reasons', 'event-near', 'daysLate', 'sentence']) expect(contract).toContain(`"${word}"`)
  } finally {
    await doors.close()
  }
})

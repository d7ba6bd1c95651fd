import { afterAll, beforeAll, expect, test } from 'vitest'
import { pullAnswer } from '#wire/ledger/sync.ts'
import { callTo, ledgerApp, nathalie, nextId, operationOf, type LedgerApp } from '#test/ledger-app.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
})
afterAll(() => server.close())

const day = 'day-not-valid'
const nul = 'nul-in-text'

test.each([
  ['/api/contacts?q=%00', nul],
  ['/api/contacts?q=a%00b', nul],
  ['/api/evidence?source=%00', nul],
  ['/api/evidence?kind=a%00', nul],
  ['/api/evidence?to=0001-01-01', day],
  ['/api/evidence?from=9999-12-31', day],
  ['/api/evidence/past?from=0000-06-01', day],
  ['/api/sync?since=0&today=0001-01-01', day],
  ['/api/sync?since=0&today=9999-12-31', day],
  ['/api/today?day=0024-05-12', day],
  ['/api/harvest?from=0001-01-01&to=9999-12-31', day],
  ['/api/harvest?from=2026-02-30', day],
] as const)('%s is refused at the door with its sentence', async (url, reason) => {
  const { status, body } = await server.ask(nathalie, 'GET', url)
  expect([status, body]).toMatchObject([400, { status: 400, reason, errors: expect.any(Array) }])
  const { title } = body as { readonly title: string }
  expect(title).toMatch(reason === day ? /de 1900 à 2200/ : /caractère nul/)
})

test('the first and the last day that may be asked are answered', async () => {
  for (const url of ['/api/evidence?from=1900-01-01&to=2200-12-31', '/api/evidence/past?to=1900-01-01', '/api/harvest?from=1900-01-01&to=2200-12-31'])
    expect([url, (await server.ask(nathalie, 'GET', url)).status]).toEqual([url, 200])
  for (const today of ['1900-01-01', '2200-12-31']) expect((await server.ask(nathalie, 'GET', `/api/sync?since=0&today=${today}`)).status).toBe(200)
})

test('a fact of a year that nobody lives is refused alone, and one that was kept before there were bounds still travels', async () => {
  const contactId = nextId()
  const fact = (to: string, consentId = nextId()) =>
    operationOf({
      type: 'consent.record',
      consentId,
      contactId,
      fact: { type: 'contract', from: '2026-01-05' as never, to: to as never, reference: '' },
      occurredAt: '2026-01-05T05:00:00.000Z' as never,
    })
  const kept = nextId()
  const operations = [
    operationOf({ type: 'contact.add', contactId, fields: { name: 'Hélène' }, step: null }),
    fact('9999-12-31'),
    operationOf(callTo([contactId], { occurredAt: '0001-01-01T12:00:00.000Z' as never })),
    fact('2027-12-31', kept),
  ].map((operation, index) => ({ sequence: index + 1, operation }))
  const sent = await server.ask(nathalie, 'POST', '/api/sync', { device: nextId(), format: 1, operations })
  expect((sent.body as { readonly answers: readonly { readonly status: string }[] }).answers.map(({ status }) => status)).toEqual([
    'ok',
    'refused',
    'refused',
    'ok',
  ])
  await server.asOwner(`select set_config('app.workspace', '${nathalie.workspaceId}', false)`)
  await server.asOwner(`update consent set fact = jsonb_set(fact, '{to}', '"9999-12-31"') where id = '${kept}'`)
  const page = pullAnswer.parse((await server.ask(nathalie, 'GET', '/api/sync?since=0&today=2026-11-23')).body)
  expect(page.rows.consent).toMatchObject([{ id: kept, fact: { to: '9999-12-31' } }])
})

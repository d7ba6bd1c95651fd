import { afterAll, beforeAll, expect, test } from 'vitest'
import { josee, ledgerApp, luc, nathalie, nextId, operationOf, callTo, type LedgerApp } from '#test/ledger-app.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
})
afterAll(() => server.close())

type Made = { readonly contact: string; readonly activity: string; readonly sale: string; readonly mistake: string; readonly import: string }

/** What Nathalie has: a person, a call, a sale, another noted by mistake, an import. */
const fill = async (): Promise<Made> => {
  const made = { contact: nextId(), activity: nextId(), sale: nextId(), mistake: nextId(), import: nextId() }
  const posts: readonly (readonly [string, unknown])[] = [
    ['/api/contacts', { id: made.contact, fields: { name: 'Éric Roy' } }],
    ['/api/activities', { id: made.activity, kind: 'phone', outcome: 'reached', contactIds: [made.contact] }],
    ['/api/sales', { id: made.sale, amount: 30_000, contactId: made.contact }],
    ['/api/sales', { id: made.mistake, amount: 30_000, contactId: made.contact }],
    ['/api/imports', { id: made.import, file: 'clients.csv', rows: [{ contactId: nextId(), isNew: true, fields: { name: 'Julie' }, due: '2026-11-24' }] }],
  ]
  for (const [url, body] of posts) expect((await server.ask(nathalie, 'POST', url, body)).status).toBe(201)
  return made
}

type Call = { readonly url: string; readonly body?: unknown }
/** How each route is asked about what Nathalie has; `own` routes name nothing, so everyone gets only what is hers. */
const calls = (made: Made): Readonly<Record<string, Call & { readonly own?: true }>> => ({
  'POST /api/sync': {
    url: '/api/sync',
    body: { device: nextId(), format: 1, operations: [{ sequence: 1, operation: operationOf(callTo([made.contact])) }] },
    own: true,
  },
  'GET /api/sync': { url: '/api/sync?since=0', own: true },
  'GET /api/sync/digest': { url: '/api/sync/digest', own: true },
  'POST /api/sync/digest': {
    url: '/api/sync/digest',
    body: { device: nextId(), tables: [{ table: 'contact', missing: 1, extra: 0, altered: 0 }] },
    own: true,
  },
  'GET /api/operations': { url: `/api/operations?contact=${made.contact}` },
  'POST /api/imports': {
    url: '/api/imports',
    body: { file: 'x.csv', rows: [{ contactId: made.contact, isNew: false, fields: { name: 'x', city: 'Sorel' }, due: '2026-11-24' }] },
    own: true,
  },
  'DELETE /api/imports/:id': { url: `/api/imports/${made.import}` },
  'POST /api/contacts': { url: '/api/contacts', body: { fields: { name: 'Moi' } }, own: true },
  'GET /api/contacts': { url: '/api/contacts', own: true },
  'GET /api/contacts/:id': { url: `/api/contacts/${made.contact}` },
  'GET /api/contacts/:id/activities': { url: `/api/contacts/${made.contact}/activities` },
  'GET /api/contacts/:id/sales': { url: `/api/contacts/${made.contact}/sales` },
  'PATCH /api/contacts/:id': { url: `/api/contacts/${made.contact}`, body: { fields: { city: 'Sorel' } } },
  'POST /api/activities': { url: '/api/activities', body: { kind: 'phone', outcome: 'reached', contactIds: [made.contact] } },
  'PUT /api/activities/:id': { url: `/api/activities/${made.activity}`, body: { id: nextId(), kind: 'phone', outcome: 'no-answer' } },
  'DELETE /api/activities/:id': { url: `/api/activities/${made.activity}` },
  'POST /api/sales': { url: '/api/sales', body: { amount: 25_000, contactId: made.contact } },
  'POST /api/sales/:id/refund': { url: `/api/sales/${made.sale}/refund`, body: { amount: 10_000 } },
  'DELETE /api/sales/:id': { url: `/api/sales/${made.mistake}` },
  'GET /api/harvest': { url: '/api/harvest', own: true },
  'GET /api/goals': { url: '/api/goals', own: true },
  'PUT /api/goals': { url: '/api/goals', body: { target: 20, per: 'day', measure: { type: 'all' }, counting: 'people' }, own: true },
  'GET /api/next': { url: '/api/next', own: true },
  'GET /api/evidence': { url: '/api/evidence', own: true },
  'GET /api/challenges/days': { url: '/api/challenges/days', own: true },
  'GET /api/evidence/past': { url: '/api/evidence/past', own: true },
  'GET /api/today': { url: '/api/today', own: true },
  // Last: it takes the person away.
  'DELETE /api/contacts/:id': { url: `/api/contacts/${made.contact}` },
})

// Followed over a real connection in sync.test.ts.
const streams = new Set(['GET /api/sync/events'])

const written = ['contact', 'activity', 'sale', 'goal', 'import_batch', 'activity_contact', 'roll_up']
const ofNathalie = async (of = [...written, 'cursor']): Promise<string> => {
  const told: unknown[] = []
  for (const table of of) {
    told.push(await server.asOwner(`set row_security = on; select set_config('app.workspace', '${nathalie.workspaceId}', false)`))
    told.push(await server.asOwner(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`))
  }
  return JSON.stringify(told)
}

test('every route serves its own and knows nothing of someone else’s', async () => {
  const made = await fill()
  const asked = calls(made)
  const routes = server.routes.map(({ method, url }) => `${method} ${url}`).filter((route) => !streams.has(route))
  expect(new Set(routes)).toEqual(new Set(Object.keys(asked)))
  for (const [route, { url, body, own }] of Object.entries(asked)) {
    const method = route.split(' ')[0] ?? ''
    const before = await ofNathalie()
    expect(before).toContain('Éric Roy')
    const nobody = await server.ask(null, method, url, body)
    expect({ route, status: nobody.status }).toEqual({ route, status: 401 })
    const other = await server.ask(luc, method, url, body)
    if (own) expect(other.text).not.toMatch(/Éric Roy|30000/)
    else expect({ route, status: other.status, reason: (other.body as { reason: string }).reason }).toMatchObject({ route, status: 404 })
    expect({ route, same: (await ofNathalie()) === before }).toEqual({ route, same: true })
    const mine = await server.ask(nathalie, method, url, body)
    expect({ route, ok: [200, 201, 204].includes(mine.status), text: mine.text.slice(0, 200) }).toMatchObject({ route, ok: true })
  }
})

test('the ids of someone else are free for oneself: nothing tells that they exist', async () => {
  const made = await fill()
  const taken = await server.ask(luc, 'POST', '/api/contacts', { id: made.contact, fields: { name: 'Le mien' } })
  expect(taken.status).toBe(201)
  expect((await server.ask(nathalie, 'GET', `/api/contacts/${made.contact}`)).body).toMatchObject({ name: 'Éric Roy' })
})

test('a teammate sees the people of the workspace and may not undo another member’s activity', async () => {
  const made = await fill()
  expect((await server.ask(josee, 'GET', `/api/contacts/${made.contact}`)).status).toBe(200)
  expect(await server.ask(josee, 'DELETE', `/api/activities/${made.activity}`)).toMatchObject({ status: 403, body: { reason: 'not-yours' } })
  expect((await server.ask(josee, 'GET', '/api/harvest')).body).toMatchObject({ totals: {}, sales: [] })
})

test('a request with an Idempotency-Key counts once; another request with the same key is refused', async () => {
  const key = { 'idempotency-key': 'appel du 24, Éric' }
  const told = { kind: 'phone', outcome: 'no-answer' }
  const first = await server.ask(nathalie, 'POST', '/api/activities', told, key)
  const again = await server.ask(nathalie, 'POST', '/api/activities', told, key)
  expect(again).toEqual(first)
  expect(await server.ask(nathalie, 'POST', '/api/activities', { ...told, outcome: 'reached' }, key)).toMatchObject({
    status: 422,
    body: { reason: 'id-reused' },
  })
})

test('a goal in money cannot be expressed, and a refund beyond the sale is refused', async () => {
  const goal = { target: 20, per: 'day', measure: { type: 'all' }, counting: 'people' }
  expect((await server.ask(luc, 'PUT', '/api/goals', { ...goal, amount: 50_000 })).status).toBe(400)
  expect((await server.ask(luc, 'PUT', '/api/goals', { ...goal, measure: { type: 'money' } })).status).toBe(400)
  expect((await server.ask(luc, 'PUT', '/api/goals', { ...goal, target: 501 })).status).toBe(400)
  const sale = (await server.ask(luc, 'POST', '/api/sales', { amount: 30_000 })).body as { readonly id: string }
  expect(await server.ask(luc, 'POST', `/api/sales/${sale.id}/refund`, { amount: 30_001 })).toMatchObject({
    status: 422,
    body: { reason: 'refund-exceeds-sale' },
  })
  expect((await server.ask(luc, 'POST', `/api/sales/${sale.id}/refund`, { amount: 10_000 })).status).toBe(201)
  expect(await server.ask(luc, 'DELETE', `/api/sales/${sale.id}`)).toMatchObject({ status: 422, body: { reason: 'sale-has-refunds' } })
  expect((await server.ask(luc, 'GET', '/api/harvest')).body).toMatchObject({ totals: { CAD: 20_000 } })
})

test('at two in the afternoon, seventeen of twenty done leaves three, and two sales stand beside', async () => {
  const at = '2026-11-23T19:00:00.000Z'
  const people = Array.from({ length: 17 }, () => nextId())
  const put = (change: Parameters<typeof operationOf>[0], sequence: number) => ({ sequence, operation: operationOf(change, '2026-11-23T13:00:00.000Z') })
  const operations = [
    put(
      {
        type: 'goal.set',
        goal: { id: nextId(), goalId: 'main', effectiveFrom: '2026-11-23' as never, target: 20, per: 'day', measure: { type: 'all' }, counting: 'people' },
      },
      1,
    ),
    ...people.map((contactId, n) => put({ type: 'contact.add', contactId, fields: { name: `Personne ${n}` }, step: null }, n + 2)),
    ...people.map((contactId, n) => put(callTo([contactId], { occurredAt: at as never }), n + 19)),
    // Called twice: still one person.
    put(callTo([people[0] ?? ''], { occurredAt: at as never }), 36),
    ...[30_000, 25_000].map((amount, n) =>
      put(
        {
          type: 'sale.record',
          saleId: nextId(),
          amount: amount as never,
          currency: 'CAD',
          offerId: null,
          contactId: null,
          activityId: null,
          refunds: null,
          note: '',
          occurredAt: at as never,
          zone: 'America/Toronto',
        },
        n + 37,
      ),
    ),
  ]
  const answer = await server.ask(josee, 'POST', '/api/sync', { device: nextId(), format: 1, operations })
  expect((answer.body as { answers: { status: string }[] }).answers.every(({ status }) => status === 'ok')).toBe(true)
  expect((await server.ask(josee, 'GET', '/api/today?day=2026-11-23')).body).toMatchObject({
    goals: [{ target: 20, done: 17, left: 3, isWon: false }],
    harvest: { CAD: 55_000 },
  })
})

test('the history of a person comes page by page, newest first', async () => {
  const contact = nextId()
  await server.ask(nathalie, 'POST', '/api/contacts', { id: contact, fields: { name: 'Longue histoire' } })
  for (let hour = 10; hour < 15; hour += 1) {
    await server.ask(nathalie, 'POST', '/api/activities', {
      kind: 'phone',
      outcome: 'no-answer',
      contactIds: [contact],
      occurredAt: `2026-11-20T${hour}:00:00.000Z`,
    })
  }
  const hours: string[] = []
  for (let next: string | null = ''; next !== null;) {
    const { body } = await server.ask(nathalie, 'GET', `/api/contacts/${contact}/activities?limit=2${next ? `&before=${encodeURIComponent(next)}` : ''}`)
    const page = body as { readonly activities: readonly { readonly occurredAt: string }[]; readonly next: string | null }
    hours.push(...page.activities.map(({ occurredAt }) => occurredAt.slice(11, 13)))
    next = page.next
  }
  expect(hours).toEqual(['14', '13', '12', '11', '10'])
})

// What only its author or an owner may take back; a teammate writes everything else beside her.
const notHers = new Set(['PUT /api/activities/:id', 'DELETE /api/activities/:id', 'DELETE /api/sales/:id', 'DELETE /api/imports/:id'])

test('a teammate who owns nothing works with the same people, and takes nothing back that another wrote', async () => {
  const found: Record<string, unknown> = {}
  for (const [route, { url, body }] of Object.entries(calls(await fill()))) {
    const method = route.split(' ')[0] ?? ''
    // That something was refused is kept too, and moves the cursor.
    const before = await ofNathalie(written)
    const { status, text } = await server.ask(josee, method, url, body)
    const isSame = (await ofNathalie(written)) === before
    found[route] = status === 403 ? (isSame ? 'refused' : 'refused, and yet changed') : status < 300 ? 'done' : `${status} ${text}`
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((route) => [route, notHers.has(route) ? 'refused' : 'done'])))
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, asDay, asInstant, instantAt } from '#method/calendar/day.ts'
import type { Change, Operation } from '#method/ledger/operation.ts'
import { tables } from '#method/ledger/operation.ts'
import { asCents } from '#method/sale/sale.ts'
import { pullAnswer, pushAnswer, type PullAnswer, type PushAnswer } from '#wire/ledger/sync.ts'
import { firstOperations } from '#test/first-operations.ts'
import { idOf } from '#test/operations.ts'
import { callTo, josee, ledgerApp, luc, nathalie, nextId, operationOf, type LedgerApp } from '#test/ledger-app.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
})
afterAll(() => server.close())

const newDevice = (actor = nathalie) => {
  const id = nextId()
  const known = new Map<string, unknown>()
  let sequence = 0
  let cursor = 0
  const send = async (operations: readonly unknown[], first = sequence + 1): Promise<PushAnswer> => {
    const numbered = operations.map((operation, index) => ({ sequence: first + index, operation }))
    sequence = Math.max(sequence, first + operations.length - 1)
    const answer = await server.ask(actor, 'POST', '/api/sync', { device: id, format: 1, operations: numbered })
    expect(answer.status).toBe(200)
    return pushAnswer.parse(answer.body)
  }
  const read = async (): Promise<readonly PullAnswer[]> => {
    const pages: PullAnswer[] = []
    for (;;) {
      const answer = await server.ask(actor, 'GET', `/api/sync?since=${cursor}&today=2026-11-23&device=${id}`)
      const page = pullAnswer.parse(answer.body) as PullAnswer
      pages.push(page)
      for (const table of tables) for (const row of page.rows[table]) known.set(`${table} ${row.id}`, row)
      for (const rollUp of page.rollUps) known.set(`rollUp ${rollUp.memberId} ${rollUp.day} ${rollUp.kind} ${rollUp.outcome}`, rollUp)
      cursor = page.cursor
      if (!page.more) return pages
    }
  }
  return { send, read, known, digest: () => JSON.stringify([...known].sort(([a], [b]) => (a < b ? -1 : 1))) }
}

const adding = (name: string): Extract<Change, { type: 'contact.add' }> => ({ type: 'contact.add', contactId: nextId(), fields: { name }, step: null })

test('what a phone sent comes back to another phone, whole and once', async () => {
  const [phone, tablet] = [newDevice(), newDevice()]
  const person = adding('Nathalie Côté')
  const call = callTo([person.contactId], { note: 'Rappeler après les Fêtes.' })
  const answer = await phone.send([operationOf(person), operationOf(call)])
  expect(answer.answers.map(({ status }) => status)).toEqual(['ok', 'ok'])
  await tablet.read()
  expect(tablet.known.get(`contact ${person.contactId}`)).toMatchObject({
    name: 'Nathalie Côté',
    touches: 1,
    lastWords: 'Rappeler après les Fêtes.',
    nextStep: { due: '2026-11-30' },
  })
  expect(tablet.known.get(`activity ${call.activityId}`)).toMatchObject({
    memberId: 'nathalie',
    day: '2026-11-23',
    standingBefore: { [person.contactId]: { nextStep: { origin: 'first' } } },
  })
})

test('a batch sent again is answered as duplicate and counts once', async () => {
  const phone = newDevice()
  const person = adding('Éric')
  const operations = [
    operationOf(person),
    operationOf(callTo([person.contactId])),
    operationOf({ type: 'contact.edit', contactId: nextId(), fields: { city: 'Sorel' } }),
  ]
  const first = await phone.send(operations, 1)
  const again = await phone.send(operations, 1)
  expect(first.answers.map(({ status }) => status)).toEqual(['ok', 'ok', 'refused'])
  expect(again.answers).toMatchObject([{ status: 'duplicate' }, { status: 'duplicate' }, { status: 'refused', reason: 'unknown-contact' }])
  expect(again.cursor).toBe(first.cursor)
  expect(again.missing).toEqual([])
  await phone.read()
  expect(phone.known.get(`contact ${person.contactId}`)).toMatchObject({ touches: 1 })
})

test('an operation sent twice in one batch counts once', async () => {
  const phone = newDevice()
  const operation = operationOf(adding('Deux fois'))
  const answer = await phone.send([operation, operation])
  expect(answer.answers.map(({ status }) => status)).toEqual(['ok', 'duplicate'])
})

test('an id that comes back with another content is refused and changes nothing', async () => {
  const phone = newDevice()
  const operation = operationOf(adding('Première'))
  await phone.send([operation])
  const other = await phone.send([{ ...operation, change: adding('Seconde') }])
  expect(other.answers).toEqual([{ id: operation.id, status: 'refused', reason: 'id-reused' }])
})

test('one operation that cannot be read or kept blocks no other, and stays refused', async () => {
  const phone = newDevice()
  const good = operationOf(adding('Bonne'))
  const unreadable = { id: nextId(), at: 'yesterday', change: { type: 'contact.add' } }
  // A year that the calendar of the database does not have.
  const unkeepable = operationOf(callTo([], { occurredAt: '0000-01-01T12:00:00.000Z' as Operation['at'] }))
  const after = operationOf(adding('Après'))
  const batch = [unreadable, good, unkeepable, { nonsense: true }, after]
  const answer = await phone.send(batch, 1)
  expect(answer.answers.map(({ status }) => status)).toEqual(['refused', 'ok', 'refused', 'refused', 'ok'])
  expect(answer.answers.flatMap((one) => ('reason' in one ? [one.reason] : []))).toEqual(['not-readable', 'not-readable', 'not-readable'])
  const again = await phone.send(batch, 1)
  expect(again.answers.map(({ status }) => status)).toEqual(['refused', 'duplicate', 'refused', 'refused', 'duplicate'])
})

test('a number of a device that never arrived is told, until it comes', async () => {
  const phone = newDevice()
  expect((await phone.send([operationOf(adding('Un'))], 1)).missing).toEqual([])
  expect((await phone.send([operationOf(adding('Quatre'))], 4)).missing).toEqual([2, 3])
  expect((await phone.send([operationOf(adding('Deux'))], 2)).missing).toEqual([3])
  expect((await phone.send([operationOf(adding('Trois'))], 3)).missing).toEqual([])
})

test('two devices that wrote at once hold the same in the end, the last to arrive winning each field', async () => {
  const [phone, tablet] = [newDevice(), newDevice()]
  const person = adding('Julie')
  await phone.send([operationOf(person)])
  await Promise.all([
    phone.send([operationOf({ type: 'contact.edit', contactId: person.contactId, fields: { city: 'Gatineau' } }), operationOf(callTo([person.contactId]))]),
    tablet.send([
      operationOf({ type: 'contact.edit', contactId: person.contactId, fields: { organisation: 'Chez Julie' } }),
      operationOf(callTo([person.contactId])),
    ]),
  ])
  await Promise.all([phone.read(), tablet.read()])
  const third = newDevice()
  await third.read()
  expect(phone.digest()).toBe(tablet.digest())
  expect(third.digest()).toBe(phone.digest())
  expect(phone.known.get(`contact ${person.contactId}`)).toMatchObject({ city: 'Gatineau', organisation: 'Chez Julie', touches: 2 })
})

test('what an edit replaced stays in the history of the person, with who and when', async () => {
  const phone = newDevice()
  const person = adding('Ancien nom')
  await phone.send([operationOf(person)])
  await phone.send([operationOf({ type: 'contact.edit', contactId: person.contactId, fields: { name: 'Nouveau nom' } }, '2026-11-23T16:00:00.000Z')])
  const { body } = await server.ask(nathalie, 'GET', `/api/operations?contact=${person.contactId}`)
  expect(body).toMatchObject({
    operations: [
      {
        type: 'contact.edit',
        memberId: 'nathalie',
        at: '2026-11-23T16:00:00.000Z',
        change: { fields: { name: 'Nouveau nom' } },
        before: { name: 'Ancien nom' },
      },
      { type: 'contact.add' },
    ],
  })
})

test('a first reading leaves out what is older than the window, whose days are counted instead', async () => {
  const phone = newDevice()
  const old = callTo([], { occurredAt: '2026-06-01T15:00:00.000Z' as Operation['at'] })
  await phone.send([operationOf(old)])
  const fresh = newDevice()
  await fresh.read()
  expect(fresh.known.has(`activity ${old.activityId}`)).toBe(false)
  expect(fresh.known.get('rollUp nathalie 2026-06-01 phone reached')).toMatchObject({ activities: 1, conversations: 1, minutes: 4 })
  await phone.send([operationOf({ type: 'activity.void', activityId: old.activityId })])
  await fresh.read()
  expect(fresh.known.get('rollUp nathalie 2026-06-01 phone reached')).toMatchObject({ activities: 0, conversations: 0, minutes: 0 })
})

test('a device is given every sale that the law may still rest on, and none of before', async () => {
  const phone = newDevice()
  const person = adding('Claude Roy')
  const sold = (daysAgo: number): Extract<Change, { type: 'sale.record' }> => ({
    type: 'sale.record',
    saleId: nextId(),
    amount: asCents(30_000),
    currency: 'CAD',
    offerId: null,
    contactId: person.contactId,
    activityId: null,
    refunds: null,
    note: '',
    occurredAt: instantAt(addDays(asDay('2026-11-23'), -daysAgo), '12:00', 'America/Toronto'),
    zone: 'America/Toronto',
  })
  const sales = [500, 715, 1096, 1200].map(sold)
  await phone.send([person, ...sales].map((change) => operationOf(change)))
  const fresh = newDevice()
  await fresh.read()
  expect(sales.map(({ saleId }) => fresh.known.has(`sale ${saleId}`))).toEqual([true, true, true, false])
  const asked = await server.ask(nathalie, 'GET', `/api/contacts/${person.contactId}/sales`)
  expect((asked.body as { sales: readonly { id: string }[] }).sales.map(({ id }) => id)).toEqual(sales.map(({ saleId }) => saleId))
})

test('a long reading comes in pages, none of which cuts a transaction', async () => {
  const lucs = newDevice(luc)
  const importId = nextId()
  const size = 450
  const rows = () =>
    Array.from({ length: size }, (_, n) => ({ contactId: nextId(), isNew: true, fields: { name: `Personne ${n}` }, due: '2026-11-24' as never }))
  for (let part = 0; part < 6; part += 1) await lucs.send([operationOf({ type: 'contact.import', importId, file: 'clients.csv', rows: rows() })])
  const fresh = newDevice(luc)
  const pages = await fresh.read()
  expect(pages.length).toBe(2)
  for (const page of pages) expect(page.rows.contact.length % size).toBe(0)
  expect([...fresh.known.keys()].filter((key) => key.startsWith('contact')).length).toBe(6 * size)
})

test('listening tells that the own cursor moved, and nothing of another workspace', async () => {
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' })
  const stop = new AbortController()
  const answer = await fetch(`${url}/api/sync/events`, { headers: { 'x-test-member': 'nathalie' }, signal: stop.signal })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const heard: number[] = []
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const hear = async (): Promise<void> => {
    const part = await reader?.read()
    for (const [, cursor] of (part?.value ?? '').matchAll(/data: \{"cursor":(\d+)\}/g)) heard.push(Number(cursor))
  }
  while (heard.length === 0) await hear()
  const { cursor: lucs } = await newDevice(luc).send([operationOf(adding('Chez Luc'))])
  const { cursor: own } = await newDevice().send([operationOf(adding('Chez nous'))])
  while (!heard.includes(own)) await hear()
  expect(lucs === own || !heard.includes(lucs)).toBe(true)
  stop.abort()
  expect((await fetch(`${url}/api/sync/events`)).status).toBe(401)
})

test('what waits on a device is not taken from another session there, and nothing changes', async () => {
  const person = adding('Nathalie Côté')
  const body = { device: nextId(), format: 1, operations: [{ sequence: 1, operation: operationOf(person) }] }
  const refused = await server.ask(nathalie, 'POST', '/api/sync', body, { 'entrain-member': luc.memberId })
  expect(refused).toMatchObject({ status: 401, body: { reason: 'not-signed-in' } })
  expect((await server.ask(nathalie, 'GET', `/api/contacts/${person.contactId}`)).status).toBe(404)
  expect((await server.ask(nathalie, 'POST', '/api/sync', body, { 'entrain-member': nathalie.memberId })).status).toBe(200)
})

test('what she writes of her day and of her wish goes to her own devices, and to no colleague', async () => {
  const [phone, tablet, colleague] = [newDevice(), newDevice(), newDevice(josee)]
  const plan = nextId()
  const answer = await phone.send([
    operationOf({ type: 'day.put', day: asDay('2026-11-23'), fields: { energy: 4, line: 'Une bonne journée.' } }),
    operationOf({
      type: 'plan.keep',
      plan: { id: plan, wish: 'vendre 500 $ par jour', at: asInstant(Date.parse('2026-11-23T13:00:00Z')), day: asDay('2026-11-23'), content: { perDay: 20 } },
    }),
  ])
  expect(answer.answers.map(({ status }) => status)).toEqual(['ok', 'ok'])
  await tablet.read()
  await colleague.read()
  expect(tablet.known.get('dayPage nathalie.2026-11-23')).toMatchObject({ energy: 4, confidence: null, line: 'Une bonne journée.' })
  expect(tablet.known.get(`plan ${plan}`)).toMatchObject({ wish: 'vendre 500 $ par jour', content: { perDay: 20 } })
  expect([...colleague.known.keys()].filter((key) => /^(dayPage|plan) /.test(key))).toEqual([])
})

test('a phone that comes back with what the first Entrain wrote has every bit of it kept, and reads it whole', async () => {
  const [old, fresh] = [newDevice(luc), newDevice(luc)]
  const { answers } = await old.send(firstOperations)
  expect(answers).toEqual(answers.map(({ id }) => ({ id, status: 'ok' })))
  await fresh.read()
  expect(fresh.known.get(`contact ${idOf(1, 1)}`)).toMatchObject({ name: 'Hélène Roy', line: 'consumer', interests: [], touches: 1 })
  expect(fresh.known.get(`offer ${idOf(9, 1)}`)).toMatchObject({ name: 'Accompagnement', points: '', createdAt: null })
  // Sent again, as by a phone that never heard the answer: nothing is kept twice.
  expect((await old.send(firstOperations)).answers.every(({ status }) => status === 'duplicate')).toBe(true)
})

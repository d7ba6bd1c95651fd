import { afterAll, beforeAll, expect, test } from 'vitest'
import { asDay, asInstant, type Day } from '#method/calendar/day.ts'
import type { Change, PastActivity } from '#method/ledger/operation.ts'
import type { ChallengeDaysAnswer } from '#wire/challenge/challenge.ts'
import { writeBatch } from '#server/ledger/write.ts'
import { josee, ledgerApp, luc, nathalie, nextId, operationOf, type LedgerApp } from '#test/ledger-app.ts'

let server: LedgerApp
const [anne, zoe, challengeId] = [nextId(), nextId(), nextId()]
const write = (changes: readonly Change[], actor = nathalie) =>
  writeBatch(server.database, actor, { device: null, format: 1, operations: changes.map((change) => ({ sequence: null, operation: operationOf(change) })) })
const call = (day: string, person: string, kind = 'phone'): PastActivity => ({
  activityId: nextId(),
  kind,
  direction: 'out',
  outcome: 'reached',
  contactIds: [person],
  minutes: null,
  title: '',
  note: '',
  notNow: null,
  occurredAt: asInstant(Date.parse(`${day}T15:00:00Z`)),
  zone: 'America/Toronto',
})
const past = (activities: readonly PastActivity[]): Change => ({ type: 'history.import', importId: nextId(), file: 'x.csv', activities, sales: [] })

beforeAll(async () => {
  server = await ledgerApp()
  await write([
    { type: 'contact.add', contactId: anne, fields: { name: 'Anne', relationship: 'client' }, step: null },
    { type: 'contact.add', contactId: zoe, fields: { name: 'Zoé' }, step: null },
    {
      type: 'challenge.put',
      challenge: {
        id: challengeId,
        title: 'Vingt et un jours',
        items: [
          { kind: null, target: 50, relationship: null },
          { kind: 'phone', target: 10, relationship: 'client' },
        ],
        from: asDay('2025-02-03'),
        to: '2025-02-28' as Day,
        pauses: [],
        endedAt: null,
        stakes: '',
        template: null,
        joinedOn: null,
      },
    },
    past([
      call('2025-02-03', anne),
      call('2025-02-03', anne),
      call('2025-02-03', zoe, 'email'),
      call('2025-02-28', anne),
      call('2025-03-01', anne),
      call('2025-02-02', zoe),
    ]),
  ])
  await write([past([call('2025-02-04', anne)])], josee)
})
afterAll(() => server.close())

const ask = async (who = nathalie) => (await server.ask(who, 'GET', '/api/challenges/days')) as { readonly status: number; readonly body: ChallengeDaysAnswer }

test('the days of a challenge are told long after they left every device, each person once a day, and nobody else’s work', async () => {
  expect(await ask()).toMatchObject({
    status: 200,
    body: {
      challenges: {
        [challengeId]: [
          { '2025-02-03': 2, '2025-02-28': 1 },
          { '2025-02-03': 1, '2025-02-28': 1 },
        ],
      },
    },
  })
  expect((await ask(josee)).body).toEqual({ challenges: {} })
  expect((await ask(luc)).body).toEqual({ challenges: {} })
})

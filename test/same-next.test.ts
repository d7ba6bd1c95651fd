import { afterAll, beforeAll, expect, test } from 'vitest'
import { asInstant, type Day } from '#method/calendar/day.ts'
import type { ConsentFact } from '#method/consent/consent.ts'
import type { Change, Put } from '#method/ledger/operation.ts'
import { tables } from '#method/ledger/operation.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import type { Suggestion } from '#method/next/rank.ts'
import type { PullAnswer } from '#wire/ledger/sync.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { demoStory } from '#server/demo/story.ts'
import type { Actor } from '#server/identity/actor.ts'
import { activityWindow } from '#server/ledger/pull.ts'
import { applyOperations, writeBatch } from '#server/ledger/write.ts'
import { whoNext } from '#server/next/who-next.ts'
import { mayContactIn } from '#web/consent/reach.ts'
import { ownRecord, ranked } from '#web/next/ranked.ts'
import { createFacts } from '#web/offline/facts.ts'
import { callTo, josee, ledgerApp, nathalie, nextId, operationOf, type LedgerApp } from './ledger-app.ts'

const now = asInstant(Date.parse('2026-11-23T19:00:00Z'))
const today = '2026-11-23' as Day
const zone = 'America/Toronto'
let server: LedgerApp

const write = async (changes: readonly Change[]) => {
  const operations = changes.map((change) => ({ sequence: null, operation: operationOf(change, '2026-11-22T15:00:00.000Z') }))
  const { answers } = await writeBatch(server.database, nathalie, { device: null, format: 1, operations })
  expect(answers.filter(({ status }) => status === 'refused')).toEqual([])
}

/** A device that has just received everything, as `create-ledger.ts` shows it. */
const deviceOf = async (member: Actor) => {
  const facts = createFacts()
  for (let since = 0, isMore = true; isMore;) {
    const { body } = await server.ask(member, 'GET', `/api/sync?since=${since}&today=${today}`)
    const page = body as PullAnswer
    for (const table of tables) facts.confirm(page.rows[table].map((row) => ({ table, row }) as Put))
    ;[since, isMore] = [page.cursor, page.more]
  }
  const { memberId } = member
  return {
    all: facts.all,
    about: facts.about,
    activitiesOf: facts.activitiesOf,
    salesOf: facts.salesOf,
    people: facts.people,
    contact: (id: string) => facts.world.get('contact', facts.canonical(id)),
    calendar: () => ({ schedules: facts.world.schedulesOf(memberId), daysOff: facts.world.daysOffOf(memberId) }),
    settings: () => facts.world.get('settings', memberId) ?? defaultSettings(memberId),
    windowFrom: new Date(Date.parse(today) - activityWindow * 86_400_000).toISOString().slice(0, 10) as Day,
    workspace: { memberId, role: member.role, id: member.workspaceId, name: '', isDemo: false },
  }
}
const onDevice = async (member: Actor, limit: number): Promise<readonly Suggestion[]> => {
  const device = await deviceOf(member)
  return ranked(device, now, zone, limit, { record: ownRecord(device), may: mayContactIn(device, now) })
}
const onServer = (member: Actor, limit: number) =>
  inWorkspace(server.database, member, (tx) => whoNext(tx, member, { limit, now, language: null })).then(({ people }) => people)

type Placed = Pick<Suggestion, 'place' | 'channels' | 'kind' | 'score'> & { readonly contact: { readonly id: string }; readonly reasons: readonly object[] }
const bare = (list: readonly Placed[]) =>
  list.map(({ contact, place, channels, kind, score, reasons }) => ({
    id: contact.id,
    place,
    channels,
    kind,
    score,
    reasons: reasons.map((reason) => Object.fromEntries(Object.entries(reason).filter(([field]) => field !== 'sentence'))),
  }))

beforeAll(async () => {
  server = await ledgerApp()
  const operations = demoStory({ now, zone, memberId: nathalie.memberId })
  const answers = await applyOperations(server.database, nathalie, operations)
  expect(answers.filter(({ status }) => status === 'refused')).toEqual([])
  // What the story does not have: an enquiry that waits, a call that was missed, an event near some, a word that sent someone.
  const [asks, calls, sent, ...others] = (await onServer(nathalie, 200)).slice(20).map(({ contact }) => contact.id)
  const enquiry = { contactId: asks ?? null, via: 'form', name: '', email: '', phone: '', city: '', subject: '', words: 'Avez-vous une place ?', mayWrite: '' }
  const event = { title: 'Conférence', place: 'Drummondville', latitude: null, longitude: null, venue: '', day: '2026-12-03', time: null, until: null }
  const unsaid = { offerId: null, subjects: [], link: '', note: '', createdAt: '2026-11-20T15:00:00.000Z', archivedAt: null }
  await write([
    { type: 'enquiry.record', enquiryId: nextId(), ...enquiry, receivedAt: '2026-11-23T13:00:00.000Z', language: 'fr' } as Change,
    callTo([calls ?? ''], { direction: 'in', outcome: 'message-left', occurredAt: asInstant(Date.parse('2026-11-23T14:00:00Z')) }),
    { type: 'event.put', event: { id: nextId(), ...event, ...unsaid } } as unknown as Change,
    { type: 'contact.edit', contactId: sent ?? '', fields: { source: 'Recommandée par Luc' } },
    ...others.slice(0, 20).map((contactId): Change => ({ type: 'contact.edit', contactId, fields: { city: 'Drummondville', relationship: 'client' } })),
  ])
})
afterAll(() => server.close())

test('the server answers the order of the device, with the same reasons, channels and scores, to the last person', async () => {
  const told = await onServer(nathalie, 200)
  expect(bare(told)).toEqual(bare(await onDevice(nathalie, 200)))
  expect(told.length).toBeGreaterThan(50)
  expect(new Set(told.map(({ place }) => place)).size).toBeGreaterThanOrEqual(5)
  expect(new Set(told.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).size).toBeGreaterThanOrEqual(8)
  expect(told.some(({ channels }) => channels.includes('email'))).toBe(true)
})

test('a silence, a merge, a deletion and a choice of the evening change both alike', async () => {
  const [first, second, third, fourth, fifth] = (await onServer(nathalie, 200)).filter(({ place }) => place === 'score').map(({ contact }) => contact.id)
  const said = (contactId: string, fact: ConsentFact): Change => ({
    type: 'consent.record',
    consentId: nextId(),
    contactId,
    fact,
    occurredAt: asInstant(Date.parse('2026-11-22T15:00:00Z')),
  })
  await write([
    said(first ?? '', { type: 'withdrawal', scope: { type: 'all' }, means: 'call', words: '' }),
    { type: 'contact.merge', mergeId: nextId(), keep: second ?? '', gone: third ?? '' } as Change,
    { type: 'contact.delete', contactId: fourth ?? '', deleted: true },
    { type: 'day.put', day: '2026-11-22' as Day, fields: { tomorrow: [fifth ?? ''] } },
  ])
  const told = await onServer(nathalie, 200)
  expect(bare(told)).toEqual(bare(await onDevice(nathalie, 200)))
  const ids = told.map(({ contact }) => contact.id)
  for (const gone of [first, third, fourth]) expect(ids).not.toContain(gone)
  expect(told.find(({ contact }) => contact.id === fifth)?.reasons[0]).toMatchObject({ kind: 'chosen', on: '2026-11-22' })
  expect(told.find(({ contact }) => contact.id === fifth)).toMatchObject({ place: 'chosen' })
})

test('what one chose in the evening is hers alone: a colleague of the same workspace has the order of her own device', async () => {
  const told = await onServer(josee, 50)
  expect(told.map(({ place }) => place)).not.toContain('chosen')
  expect(bare(told)).toEqual(bare(await onDevice(josee, 50)))
})

const people = 20_000
test('twenty thousand people more change nothing of it', async () => {
  await server.asOwner(`select set_config('app.workspace', '${nathalie.workspaceId}', false)`)
  await server.asOwner(`
    insert into contact (workspace_id, id, name, organisation, role, emails, phones, city, address, website, birthday, language, relationship, tags, notes, source,
      next_step, next_due, touches, last_words, created_at, created_by, rev)
    select '${nathalie.workspaceId}', ('0190dddd-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Personne ' || n, '', '', '[]',
      jsonb_build_array(jsonb_build_object('label', 'mobile', 'number', '+1819555' || lpad((n % 10000)::text, 4, '0'))), 'Granby', '', '', '', '', 'potential', '[]',
      '', '', jsonb_build_object('due', '2026-11-23', 'time', null, 'kind', null, 'promised', false, 'note', '', 'origin', 'first', 'setBy', null),
      '2026-11-23'::date, 0, '', '2026-11-01T15:00:00Z', 'nathalie', (select value from cursor where workspace_id = '${nathalie.workspaceId}')
    from generate_series(1, ${people}) n`)
  const told = await onServer(nathalie, 200)
  expect(told).toHaveLength(200)
  expect(bare(told)).toEqual(bare(await onDevice(nathalie, 200)))
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '#method/ledger/operation.ts'
import { asDay, asInstant } from '#method/calendar/day.ts'
import { ledgerApp, luc, nathalie, nextId, operationOf, callTo, type LedgerApp } from '#test/ledger-app.ts'
import { applyOperations } from '../ledger/write.ts'
import { inWorkspace } from '../db/tenant.ts'
import { consentLedgerOf } from './store.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
})
afterAll(() => server.close())

const write = async (actor: typeof nathalie, ...changes: readonly Change[]) => {
  const answers = await applyOperations(
    server.database,
    actor,
    changes.map((change) => operationOf(change)),
  )
  expect(answers.filter(({ status }) => status === 'refused')).toEqual([])
}
const typesOf = async (actor: typeof nathalie, contactId: string) =>
  (await inWorkspace(server.database, actor, (tx) => consentLedgerOf(tx, actor.workspaceId, contactId))).map(({ fact }) => fact.type).toSorted()
const person = (contactId: string, address: string, phone = ''): Change => ({
  type: 'contact.add',
  contactId,
  fields: { name: 'Josée Lavoie', notes: 'Une confidence.', emails: [{ label: '', address }], phones: phone === '' ? [] : [{ label: '', number: phone }] },
  step: null,
})
const consented = (contactId: string): Change => ({
  type: 'consent.record',
  consentId: nextId(),
  contactId,
  fact: {
    type: 'express-consent',
    channels: ['email', 'sms', 'message'],
    classes: ['personal', 'invitation', 'newsletter'],
    means: 'oral',
    wording: 'oral-1',
    language: 'fr',
    isPreChecked: false,
    isBundled: false,
    proof: '',
  },
  occurredAt: asInstant(Date.parse('2026-11-24T15:00:00Z')),
})
const doNotCall = (contactId: string): Change => ({
  type: 'consent.record',
  consentId: nextId(),
  contactId,
  fact: { type: 'do-not-call', words: '' },
  occurredAt: asInstant(Date.parse('2026-11-20T15:00:00Z')),
})
const writeAt = (contactId: string, ...addresses: readonly string[]): Change => ({
  type: 'contact.edit',
  contactId,
  fields: { emails: addresses.map((address) => ({ label: '', address })) },
})
const withdrawal = (contactId: string): Change => ({
  type: 'consent.record',
  consentId: nextId(),
  contactId,
  fact: { type: 'withdrawal', scope: { type: 'writing' }, means: 'call', words: '' },
  occurredAt: asInstant(Date.parse('2026-11-20T15:00:00Z')),
})

test('who asked for silence and was erased stays silent when a file brings her address back, and leaves no trace of herself', async () => {
  const her = nextId()
  await write(nathalie, person(her, 'josee@example.com'), callTo([her], { note: 'Elle m’a dit une chose.' }), withdrawal(her))
  await write(nathalie, { type: 'contact.erase', contactId: her })
  for (const table of ['contact', 'operation', 'activity']) {
    const { rows } = await inWorkspace(server.database, nathalie, (tx) =>
      sql<{ told: string }>`select to_jsonb(t)::text as told from ${sql.table(table)} t`.execute(tx),
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { told } of rows) expect(told).not.toMatch(/Josée Lavoie|josee@example|confidence|une chose/)
  }
  const again = nextId()
  await write(nathalie, {
    type: 'contact.import',
    importId: nextId(),
    file: 'liste.csv',
    rows: [{ contactId: again, isNew: true, fields: { name: 'J. Lavoie', emails: [{ label: '', address: 'JOSEE+x@Example.com' }] }, due: asDay('2026-12-01') }],
  })
  expect(await typesOf(nathalie, again)).toEqual(['suppression-restored'])
  // Elsewhere the same address asked nothing.
  const elsewhere = nextId()
  await write(luc, person(elsewhere, 'josee@example.com'))
  expect(await typesOf(luc, elsewhere)).toEqual([])
})

test('an address added later to someone is recognised too, and whoever withdrew herself is told once', async () => {
  const first = nextId()
  await write(nathalie, person(first, 'lise@example.com', '+15145550123'), withdrawal(first))
  await write(nathalie, { type: 'contact.edit', contactId: first, fields: { city: 'Sorel-Tracy' } })
  expect(await typesOf(nathalie, first)).toEqual(['withdrawal'])
  const second = nextId()
  await write(nathalie, person(second, 'autre@example.com'))
  expect(await typesOf(nathalie, second)).toEqual([])
  await write(nathalie, { type: 'contact.edit', contactId: second, fields: { phones: [{ label: '', number: '514 555-0123' }] } })
  expect(await typesOf(nathalie, second)).toEqual(['suppression-restored'])
})

test('a merge unites silences', async () => {
  const [keep, gone] = [nextId(), nextId()]
  await write(nathalie, person(keep, 'a1@example.com'), person(gone, 'b1@example.com'), withdrawal(gone))
  await write(nathalie, { type: 'contact.merge', mergeId: nextId(), keep, gone })
  expect(await typesOf(nathalie, keep)).toEqual(['withdrawal'])
})

test('a « stop » of another kind hides no silence: who said « ne m’appelez plus » gets that of an address that asked not to be written to', async () => {
  const [erased, her] = [nextId(), nextId()]
  await write(nathalie, person(erased, 'a2@example.com'), withdrawal(erased))
  await write(nathalie, { type: 'contact.erase', contactId: erased })
  await write(nathalie, person(her, 'lise2@example.com', '+15145550111'), doNotCall(her))
  await write(nathalie, writeAt(her, 'lise2@example.com', 'a2@example.com'))
  expect(await typesOf(nathalie, her)).toEqual(['do-not-call', 'suppression-restored'])
  // Said once, whatever is written on her page afterwards.
  await write(nathalie, { type: 'contact.edit', contactId: her, fields: { city: 'Granby' } })
  expect(await typesOf(nathalie, her)).toEqual(['do-not-call', 'suppression-restored'])
})

test('whoever said yes again keeps her yes when her page is edited; a silent address of someone else ends it', async () => {
  const [her, other] = [nextId(), nextId()]
  await write(nathalie, person(her, 'a3@example.com'), withdrawal(her), consented(her))
  await write(nathalie, { type: 'contact.edit', contactId: her, fields: { city: 'Granby' } })
  expect(await typesOf(nathalie, her)).toEqual(['express-consent', 'withdrawal'])
  await write(nathalie, person(other, 'b3@example.com'), withdrawal(other))
  await write(nathalie, { type: 'contact.erase', contactId: other }, writeAt(her, 'a3@example.com', 'b3@example.com'))
  expect(await typesOf(nathalie, her)).toEqual(['express-consent', 'suppression-restored', 'withdrawal'])
})

test('an address written after the « stop » is silent too once she was erased, in one batch or in several', async () => {
  const [her, again] = [nextId(), nextId()]
  await write(nathalie, person(her, 'old4@example.com'), withdrawal(her))
  await write(nathalie, writeAt(her, 'new4@example.com'), { type: 'contact.erase', contactId: her }, person(again, 'new4@example.com'))
  expect(await typesOf(nathalie, again)).toEqual(['suppression-restored'])
  const [lifted, back] = [nextId(), nextId()]
  await write(nathalie, person(lifted, 'old5@example.com'), withdrawal(lifted), consented(lifted))
  await write(nathalie, writeAt(lifted, 'new5@example.com'))
  await write(nathalie, { type: 'contact.erase', contactId: lifted })
  await write(nathalie, person(back, 'new5@example.com'))
  expect(await typesOf(nathalie, back)).toEqual([])
})

test('the silence of someone covers those merged into her, once they are all erased', async () => {
  const [keep, gone, again] = [nextId(), nextId(), nextId()]
  await write(nathalie, person(keep, 'k6@example.com'), person(gone, 'g6@example.com'), withdrawal(keep))
  await write(nathalie, { type: 'contact.merge', mergeId: nextId(), keep, gone })
  await write(nathalie, writeAt(keep, 'k6@example.com'))
  await write(nathalie, { type: 'contact.erase', contactId: keep })
  await write(nathalie, person(again, 'g6@example.com'))
  expect(await typesOf(nathalie, again)).toEqual(['suppression-restored'])
})

test('a « stop » said while two people were one stays on both when they are separated; what was said before stays where it was', async () => {
  const [keep, gone, mergeId] = [nextId(), nextId(), nextId()]
  await write(nathalie, person(keep, 'k7@example.com'), person(gone, 'g7@example.com'), doNotCall(keep))
  await write(nathalie, { type: 'contact.merge', mergeId, keep, gone })
  await write(nathalie, withdrawal(keep))
  await write(nathalie, { type: 'contact.unmerge', mergeId })
  expect(await typesOf(nathalie, gone)).toEqual(['withdrawal'])
  expect(await typesOf(nathalie, keep)).toEqual(['do-not-call', 'withdrawal'])
  await write(nathalie, { type: 'contact.unmerge', mergeId })
  expect(await typesOf(nathalie, gone)).toEqual(['withdrawal'])
})

test('a merge made by mistake and taken back at once silences nobody', async () => {
  const [keep, gone, mergeId] = [nextId(), nextId(), nextId()]
  await write(nathalie, person(keep, 'k8@example.com'), person(gone, 'g8@example.com'), withdrawal(gone))
  await write(nathalie, { type: 'contact.merge', mergeId, keep, gone })
  await write(nathalie, { type: 'contact.unmerge', mergeId })
  expect(await typesOf(nathalie, keep)).toEqual([])
  expect(await typesOf(nathalie, gone)).toEqual(['withdrawal'])
})

test('a stop noted by mistake and taken back leaves no address silent; what was silent before it stays so', async () => {
  const stopped = (contactId: string) => {
    const stop = { ...withdrawal(contactId), occurredAt: asInstant(Date.parse('2026-11-20T15:00:00Z')) } as Extract<Change, { type: 'consent.record' }>
    return [stop, { ...stop, consentId: nextId(), fact: { type: 'noted-by-mistake', of: stop.consentId } } as Change] as const
  }
  const comesBack = async (address: string): Promise<readonly string[]> => {
    const again = nextId()
    await write(nathalie, person(again, address))
    return typesOf(nathalie, again)
  }
  const lise = nextId()
  await write(nathalie, person(lise, 'slip@example.com'))
  const [stop, slip] = stopped(lise)
  await write(nathalie, stop)
  await write(nathalie, slip)
  expect(await typesOf(nathalie, lise)).toEqual(expect.arrayContaining(['withdrawal', 'noted-by-mistake']))
  await write(nathalie, { type: 'contact.erase', contactId: lise })
  expect(await comesBack('slip@example.com')).toEqual([])

  // Another one had asked for silence under the same address, long ago, and was erased.
  const [before, after] = [nextId(), nextId()]
  await write(nathalie, person(before, 'older@example.com'), withdrawal(before))
  await write(nathalie, { type: 'contact.erase', contactId: before })
  await write(nathalie, person(after, 'older@example.com'), ...stopped(after))
  await write(nathalie, { type: 'contact.erase', contactId: after })
  expect(await comesBack('older@example.com')).toEqual(['suppression-restored'])
})

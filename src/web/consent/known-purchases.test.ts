import { expect, test } from 'vitest'
import { addDays, instantAt } from '#method/calendar/day.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import type { Sale } from '#method/sale/sale.ts'
import { aContact, clock, today, zone } from '#test/a-day.ts'
import { aSale } from '#test/a-log.ts'
import { aSender, on } from '#test/consents.ts'
import { channelsToInvite } from './channel-for.ts'
import { expiringPeople } from './expiring.ts'
import { proofOf } from './proof.ts'
import { reachOf } from './reach.ts'

const now = clock('14:00')
const client = aContact({ emails: [{ label: '', address: 'claude@exemple.ca' }] })
const bought = (daysAgo: number): Sale => {
  const day = addDays(today, -daysAgo)
  return aSale('nathalie', 0, 300, { id: `sale ${daysAgo}`, day, occurredAt: instantAt(day, '12:00', zone) })
}
const ledgerOf = (...sales: readonly Sale[]) => ({
  about: () => [] as never,
  activitiesOf: () => [],
  salesOf: () => sales,
  get: () => undefined,
  people: () => [client],
  contact: () => client,
  settings: () => ({ ...defaultSettings('nadia'), sender: aSender({ confirmedAt: on('2026-11-01') }) }),
  windowFrom: addDays(today, -90),
})

test('a client of sixteen months is written to and invited as the law allows', () => {
  const ledger = ledgerOf(bought(500))
  expect(reachOf(ledger, client, { at: now, zone, language: 'fr' }).open.map(({ kind }) => kind)).toEqual(['email'])
  expect(channelsToInvite(ledger, now)(client)).toEqual(['email'])
  expect(reachOf(ledgerOf(), client, { at: now, zone, language: 'fr' }).open).toEqual([])
})

test('a purchase that stops carrying soon is in the list of rights that end', () => {
  expect(expiringPeople(ledgerOf(bought(715)), now).map(({ contact: { id } }) => id)).toEqual(['nathalie'])
  expect(expiringPeople(ledgerOf(bought(500)), now)).toEqual([])
})

test('a proof tells the purchases of her whole story, those that only the server keeps included, each once', () => {
  const proof = proofOf(ledgerOf(bought(500), bought(715)), client, now, { activities: [], sales: [bought(1400), bought(715)] })
  expect(proof.entries.map(({ id }) => id)).toEqual(['sale:sale 1400', 'sale:sale 715', 'sale:sale 500'])
  expect(proof.standing.email).toMatchObject({ ground: 'purchase', evidenceId: 'sale:sale 500' })
  // A sale that this device undid and the server does not know of yet proves nothing.
  const undone = proofOf(ledgerOf({ ...bought(500), voidedAt: now }), client, now, { activities: [], sales: [bought(500)] })
  expect(undone.entries).toEqual([])
})

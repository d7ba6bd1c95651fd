import { expect, test } from 'vitest'
import { aContact, anActivity, clock, today } from '#test/a-day.ts'
import { addDays, instantAt } from '../calendar/day.ts'
import { blankRecord, learnedChance, recordOf, sourceInWords, sourceOf } from './source.ts'

test.each([
  ['', 'cold'],
  ['Salon de l’habitation', 'met'],
  ['Chambre de commerce', 'met'],
  ['Recommandée par Luc', 'referral'],
  ['Référence de ma sœur', 'referral'],
  ['formulaire du site', 'inquiry'],
  ['Inscription à l’infolettre', 'inquiry'],
  ['Liste achetée en 2024', 'cold'],
  ['bottin', 'cold'],
] as const)('« %s » says that someone is of the source "%s"', (words, source) => {
  expect(sourceInWords(words)).toBe(source)
})

test('of several sources a client is one first, then what the words say, an enquiry, and a first conversation last', () => {
  const person = (over: Parameters<typeof aContact>[0], enquirers: readonly string[] = []) => sourceOf(aContact(over), new Set(enquirers))
  expect(person({ relationship: 'client', source: 'Recommandée par Luc' }, ['nathalie'])).toBe('client')
  expect(person({ source: 'Recommandée par Luc', firstReachedAt: clock('09:00') }, ['nathalie'])).toBe('referral')
  expect(person({ source: 'Salon' }, ['nathalie'])).toBe('inquiry')
  expect(person({ source: 'Liste achetée', firstReachedAt: clock('09:00') })).toBe('met')
  expect(person({})).toBe('cold')
})

test('the chance is the prior until one has touches of one’s own, and theirs in the long run', () => {
  expect(learnedChance('met', { touches: 0, sales: 0 })).toBeCloseTo(0.025, 12)
  expect(learnedChance('met', { touches: 25, sales: 5 })).toBeCloseTo((5 + 25 * 0.025) / 50, 12)
  expect(learnedChance('cold', { touches: 100_000, sales: 20_000 })).toBeCloseTo(0.2, 3)
})

const day = (ahead: number) => instantAt(addDays(today, ahead), '10:00', 'America/Toronto')
const touch = (id: string, ahead: number, over = {}) => anActivity({ id: `${id}${ahead}`, contactIds: [id], occurredAt: day(ahead), ...over })
const sale = (contactId: string, ahead: number, over = {}) => ({ contactId, occurredAt: day(ahead), voidedAt: null, refunds: null, ...over })

test('before her first sale someone counts for where she came from, after it as a client, so that a source is not robbed of what it sold', () => {
  const bought = aContact({ id: 'b', relationship: 'client', source: 'Salon' })
  const contacts = new Map([[bought.id, bought]])
  const activities = [touch('b', -30), touch('b', -20), touch('b', -10), touch('b', -5, { voidedAt: day(0) }), touch('b', -4, { direction: 'in' })]
  const record = recordOf(
    contacts,
    activities,
    [sale('b', -15), sale('b', -9), sale('b', -8, { refunds: 's' }), sale('b', -7, { voidedAt: day(0) })],
    new Set(),
  )
  expect(record).toEqual({ ...blankRecord, met: { touches: 2, sales: 1 }, client: { touches: 1, sales: 1 } })
})

test('a client whose sale nobody recorded counts as a client, an unknown person for nothing, and a sale older than the touches is left out', () => {
  const known = aContact({ id: 'k', relationship: 'past-client' })
  const cold = aContact({ id: 'c' })
  const contacts = new Map([
    [known.id, known],
    [cold.id, cold],
  ])
  const record = recordOf(contacts, [touch('k', -3), touch('c', -2), touch('ghost', -1)], [sale('c', -40), sale('ghost', -1)], new Set())
  expect(record).toEqual({ ...blankRecord, client: { touches: 2, sales: 0 } })
  expect(recordOf(contacts, [], [sale('c', -1)], new Set())).toEqual(blankRecord)
})

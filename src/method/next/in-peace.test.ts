import { expect, test } from 'vitest'
import { aContact, anActivity, clock, today, zone } from '#test/a-day.ts'
import { addDays, instantAt } from '../calendar/day.ts'
import type { Contact } from '../contact/contact.ts'
import { defaultCadences } from '../follow-up/cadence.ts'
import { asCents, type Sale } from '../sale/sale.ts'
import { inPeaceOf } from './in-peace.ts'
import { rank } from './rank.ts'
import type { Signal } from './signal.ts'
import { situationAt } from './situation.ts'
import { strengthsOf } from './strengths.ts'

const step = aContact().nextStep!
const buyer = aContact({ nextStep: { ...step, due: addDays(today, 4), origin: 'proposed' } })
const sale = (over: Partial<Sale> = {}): Sale => ({
  id: 's1',
  memberId: 'nadia',
  amount: asCents(30_000),
  currency: 'CAD',
  offerId: null,
  contactId: 'nathalie',
  activityId: null,
  refunds: null,
  note: '',
  occurredAt: instantAt(addDays(today, -3), '10:00', zone),
  day: addDays(today, -3),
  zone,
  voidedAt: null,
  importId: null,
  ...over,
})
const inPeace = (sales: readonly Sale[], contact: Contact = buyer, signals = new Map<string, Signal>()) => [
  ...inPeaceOf(sales, { contact: () => contact }, signals, today, 7),
]

test('whoever bought this week is left in peace until her next step', () => {
  expect(inPeace([sale()])).toEqual(['nathalie'])
  expect(inPeace([sale({ day: addDays(today, -8) })])).toEqual([])
  expect(inPeace([sale()], { ...buyer, nextStep: { ...step, due: today } })).toEqual([])
  expect(inPeace([sale()], { ...buyer, nextStep: null })).toEqual([])
  expect(inPeace([sale({ contactId: null })])).toEqual([])
})

test('a sale undone or given back whole leaves nothing to deliver; a part of it does', () => {
  const back = (cents: number) => sale({ id: 's2', refunds: 's1', amount: asCents(-cents) })
  expect(inPeace([sale({ voidedAt: clock('09:00') })])).toEqual([])
  expect(inPeace([sale(), back(30_000)])).toEqual([])
  expect(inPeace([sale(), back(10_000)])).toEqual(['nathalie'])
})

test('a sign of hers goes before the peace: whoever asks is answered', () => {
  const asked: Signal = { at: clock('08:00'), way: 'enquiry', enquiryId: 'e1', via: 'email' }
  expect(inPeace([sale()], buyer, new Map([['nathalie', asked]]))).toEqual([])
})

test('without the peace of her sale, an event near would bring her back at once', () => {
  const said = instantAt(addDays(today, -3), '10:00', zone)
  const contact = { ...buyer, city: 'Drummondville', touches: 1, lastTouchAt: said, lastReachedAt: said, firstReachedAt: said }
  const events = [
    {
      id: 'talk',
      title: 'Conférence',
      place: 'Drummondville',
      day: addDays(today, 10),
      latitude: 45.88,
      longitude: -72.48,
      createdAt: clock('08:00'),
      archivedAt: null,
    },
  ]
  const list = (sales: readonly Sale[]) =>
    rank([contact], situationAt(clock('10:00'), zone, { events, inPeace: new Set(inPeace(sales, contact)) })).map((one) => one.contact.id)
  expect(list([])).toEqual(['nathalie'])
  expect(list([sale()])).toEqual([])
})

const ago = (days: number) => instantAt(addDays(today, -days), '10:00', zone)
const client = (over: Partial<Contact> = {}) =>
  aContact({ relationship: 'client', nextStep: { ...step, due: addDays(today, 20), origin: 'proposed' }, touches: 1, lastTouchAt: ago(40), ...over })
const email = anActivity({ kind: 'email', outcome: 'sent', occurredAt: ago(40) })
const strengths = (contact: Contact, activities = [email], sales: readonly Sale[] = []) =>
  strengthsOf([contact], { activitiesOf: () => activities, salesOf: () => sales }, defaultCadences, today)

test('a relationship whose whole past is at hand is weighed, and a thin one comes back before its interval', () => {
  const thin = strengths(client())
  expect(thin.get('nathalie')).toBeCloseTo(2 ** (-40 / 110), 9)
  const list = (over: object) => rank([client()], situationAt(clock('10:00'), zone, over)).map(({ reasons }) => reasons.map(({ kind }) => kind))
  expect(list({})).toEqual([])
  expect(list({ strengths: thin })[0]).toContain('renew')
  expect(list({ strengths: strengths(client(), [email], [sale({ day: addDays(today, -40) })]) })).toEqual([])
})

test('whoever has a past beyond what is at hand is left to her interval, and nobody is weighed for nothing', () => {
  expect(strengths(client({ touches: 2 })).size).toBe(0)
  expect(strengths(client({ firstReachedAt: ago(300) })).size).toBe(0)
  expect(strengths(client({ lastTouchAt: ago(10) })).size).toBe(0)
  expect(strengths(client({ lastTouchAt: ago(90) })).size).toBe(0)
  expect(strengths(client({ relationship: 'potential' })).size).toBe(0)
})

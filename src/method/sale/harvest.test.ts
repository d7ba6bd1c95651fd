import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clock, today, zone } from '#test/a-day.ts'
import { addDays } from '../calendar/day.ts'
import { harvest } from './harvest.ts'
import { asCents, type Sale } from './sale.ts'

const aSale = (over: Partial<Sale> = {}): Sale => ({
  id: 's1',
  memberId: 'nadia',
  amount: asCents(30_000),
  currency: 'CAD',
  offerId: null,
  contactId: null,
  activityId: null,
  refunds: null,
  note: '',
  occurredAt: clock('10:00'),
  day: today,
  zone,
  voidedAt: null,
  importId: null,
  ...over,
})

test('300 $ and 250 $ make a harvest of 550 $', () => {
  const day = harvest([aSale({ id: 's2', amount: asCents(25_000), occurredAt: clock('11:00') }), aSale()], today, today)
  expect(day.totals).toEqual(new Map([['CAD', 55_000]]))
  expect(day.sales.map(({ id }) => id)).toEqual(['s1', 's2'])
})

test('a refund is taken off, an undone sale is left out, currencies are never added together', () => {
  const { totals } = harvest(
    [
      aSale(),
      aSale({ id: 'r', amount: asCents(-10_000), refunds: 's1' }),
      aSale({ id: 'v', voidedAt: clock('12:00') }),
      aSale({ id: 'u', currency: 'USD', amount: asCents(5_000) }),
    ],
    today,
    today,
  )
  expect(totals).toEqual(
    new Map([
      ['CAD', 20_000],
      ['USD', 5_000],
    ]),
  )
})

test('the harvest of a span is that of its days together', () => {
  const anySale = fc
    .record({ id: fc.uuid(), ahead: fc.integer({ min: 0, max: 6 }), amount: fc.integer({ min: -50_000, max: 50_000 }), isVoid: fc.boolean() })
    .map(({ id, ahead, amount, isVoid }) => aSale({ id, amount: asCents(amount), day: addDays(today, ahead), voidedAt: isVoid ? clock('20:00') : null }))
  fc.assert(
    fc.property(fc.array(anySale), (sales) => {
      const total = (from: number, to: number): number => harvest(sales, addDays(today, from), addDays(today, to)).totals.get('CAD') ?? 0
      expect(total(0, 6)).toBe([0, 1, 2, 3, 4, 5, 6].reduce((sum, day) => sum + total(day, day), 0))
    }),
  )
})

test('an amount is a whole number of cents', () => {
  expect(() => asCents(10.5)).toThrow('not a whole number of cents')
})

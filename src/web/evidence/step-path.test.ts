import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kaplanMeier, shownCurve } from '#method/evidence/kaplan-meier.ts'
import { touchesToSale } from '#method/evidence/time-to-sale.ts'
import { halfOfSalesAt } from '#method/evidence/half-of-sales.ts'
import { stairsOf, ticksOf, topOf } from './step-path.ts'

const observations = fc.array(fc.record({ time: fc.integer({ min: 1, max: 30 }), isEvent: fc.boolean() }), { minLength: 10, maxLength: 60 })

test('the stairs never go down, join one another, and lie inside their band', () => {
  fc.assert(
    fc.property(observations, (all) => {
      const stairs = stairsOf(shownCurve(kaplanMeier(all)))
      for (const [place, { from, to, share, lower, upper }] of stairs.entries()) {
        expect(from).toBe(place === 0 ? 0 : stairs[place - 1]?.to)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(share).toBeGreaterThanOrEqual(place === 0 ? 0 : (stairs[place - 1]?.share ?? 0))
        expect(lower).toBeLessThanOrEqual(share + 1e-9)
        expect(upper).toBeGreaterThanOrEqual(share - 1e-9)
        expect(topOf(stairs)).toBeGreaterThanOrEqual(upper)
      }
    }),
  )
})

test('the marks of an axis are round, few, and stay on it', () => {
  expect(ticksOf(8, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(ticksOf(364, 8)).toEqual([60, 120, 180, 240, 300, 360])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), (end) => {
      const ticks = ticksOf(end, 8)
      expect(ticks.length).toBeLessThanOrEqual(8)
      for (const tick of ticks) expect(tick).toBeLessThanOrEqual(end)
    }),
  )
})

const bought = (...touches: readonly number[]) =>
  touchesToSale(
    touches.map((count) => ({
      contactId: null,
      place: 1,
      touches: Array.from({ length: count }, () => ({}) as never),
      sales: [{} as never],
    })),
    () => false,
  )

test('half of the sales come at the third contact or later when six of twelve do', () => {
  const twelve = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5]
  expect(halfOfSalesAt(bought(...Array.from({ length: 10 }, () => twelve).flat()))).toBe(3)
  // Of twelve alone, fewer than ten are left after the first contact: half of the sales come after it, and no more is said.
  expect(halfOfSalesAt(bought(...twelve))).toBe(2)
  expect(halfOfSalesAt(bought(1, 1, 2))).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '../calendar/day.ts'
import { asCents } from '../sale/sale.ts'
import type { PastActivityFact, PastFacts, PastSaleFact } from './past-facts.ts'
import { byPerson, pastParts } from './past-parts.ts'

const zone = 'America/Toronto'
const momentOf = (day: number) => new Date(Date.UTC(2026, 0, 1 + day, 17)).toISOString() as Instant
const anyRow = fc.record({ person: fc.constantFrom('a', 'b', 'c'), day: fc.nat(5), has: fc.constantFrom('activity', 'sale', 'both'), isRefund: fc.boolean() })
const factsOf = (row: { readonly person: string; readonly day: number; readonly has: string; readonly isRefund: boolean }, line: number): PastFacts => {
  const told = { occurredAt: momentOf(row.day), zone, line }
  const activity: PastActivityFact = {
    activityId: `t${line}`,
    kind: 'phone',
    direction: 'out',
    outcome: 'reached',
    contactIds: [row.person],
    minutes: null,
    title: '',
    note: '',
    notNow: null,
    ...told,
  }
  const sale: PastSaleFact = {
    saleId: `s${line}`,
    amount: asCents(row.isRefund ? -1 : 1),
    currency: 'CAD',
    offerId: null,
    contactId: row.person,
    activityId: row.has === 'both' ? `t${line}` : null,
    refunds: row.isRefund ? 's' : null,
    note: '',
    ...told,
  }
  return { activity: row.has === 'sale' ? null : activity, sale: row.has === 'activity' ? null : sale }
}

test('parts hold everything once, no more than asked; what one row tells stays together, and refunds come last of each person', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (rows, most) => {
      const facts = rows.map(factsOf)
      const parts = pastParts(byPerson(facts).values(), most)
      const sales = parts.flatMap((part) => part.sales)
      expect(parts.flatMap(({ activities }) => activities)).toHaveLength(facts.filter(({ activity }) => activity).length)
      expect(sales).toHaveLength(facts.filter(({ sale }) => sale).length)
      for (const part of parts) {
        expect(Math.max(part.activities.length, part.sales.length)).toBeLessThanOrEqual(most)
        for (const { activityId } of part.sales) if (activityId !== null) expect(part.activities.some((one) => one.activityId === activityId)).toBe(true)
      }
      for (const person of ['a', 'b', 'c']) {
        const own = sales.filter(({ contactId }) => contactId === person).map(({ refunds }) => refunds !== null)
        expect(own).toEqual([...own].sort((a, b) => Number(a) - Number(b)))
      }
    }),
  )
})

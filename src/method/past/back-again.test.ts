import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outcome } from '../activity/activity.ts'
import type { Instant } from '../calendar/day.ts'
import { asCents } from '../sale/sale.ts'
import { backAgain, letGoByFile } from './back-again.ts'
import type { PastFacts } from './past-facts.ts'
import { byPerson, endedByNo } from './past-parts.ts'

const zone = 'America/Toronto'
const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day, 17)).toISOString() as Instant
const touch = (day: number, outcome: Outcome): PastFacts => ({
  activity: {
    activityId: `t${day}`,
    kind: 'phone',
    direction: 'out',
    outcome,
    contactIds: ['anne'],
    minutes: null,
    title: '',
    note: '',
    notNow: null,
    occurredAt: at(day),
    zone,
    line: day,
  },
  sale: null,
})
const bought = (day: number): PastFacts => ({
  activity: null,
  sale: {
    saleId: `s${day}`,
    amount: asCents(100),
    currency: 'CAD',
    offerId: null,
    contactId: 'anne',
    activityId: null,
    refunds: null,
    note: '',
    occurredAt: at(day),
    zone,
    line: day,
  },
})
const told = (later: readonly PastFacts[], since: Instant) => backAgain(byPerson(later), new Map([['anne', since]]))

test('whoever said no in one file and was reached, or bought, in a later one is open again; a later no takes the place of the first', () => {
  expect(told([touch(31, 'reached')], at(1))).toEqual({ open: ['anne'], no: [] })
  expect(told([bought(31)], at(1))).toEqual({ open: ['anne'], no: [] })
  expect(told([touch(31, 'reached'), touch(60, 'no')], at(1))).toEqual({ open: [], no: [['anne', at(60)]] })
  // The same no again, or what came before it, changes nothing; nor does a file change who was let go otherwise.
  expect(told([touch(0, 'reached'), touch(1, 'no')], at(1))).toEqual({ open: [], no: [] })
  expect(told([touch(0, 'reached')], at(1))).toEqual({ open: [], no: [] })
  expect(backAgain(byPerson([touch(31, 'reached')]), new Map())).toEqual({ open: [], no: [] })
})

test('two files come to what one would have, wherever they are cut', () => {
  const fact = fc.tuple(fc.constantFrom<Outcome | 'sale'>('no', 'no', 'reached', 'no-answer', 'sent', 'sale'), fc.boolean())
  fc.assert(
    fc.property(fc.array(fact, { minLength: 1, maxLength: 8 }), (rows) => {
      const facts = rows.map(([what], day) => (what === 'sale' ? bought(day) : touch(day, what)))
      const [first, second] = [facts.filter((_, day) => rows[day]?.[1]), facts.filter((_, day) => !rows[day]?.[1])]
      const since = endedByNo(first)
      fc.pre(since !== null)
      const { open, no } = told(second, since as Instant)
      expect(open.length > 0 ? null : (no[0]?.[1] ?? since)).toBe(endedByNo(facts))
    }),
  )
})

test('only a file lets go before the person was here', () => {
  const letGo = { at: at(1), reason: 'said-no', note: '', setBy: null } as const
  const person = { letGo, importId: 'i', createdAt: at(30), archivedAt: null }
  expect(letGoByFile(person)).toBe(at(1))
  expect(letGoByFile({ ...person, letGo: { ...letGo, at: at(31) } })).toBeNull()
  expect(letGoByFile({ ...person, letGo: { ...letGo, setBy: 't1' } })).toBeNull()
  expect(letGoByFile({ ...person, letGo: { ...letGo, reason: 'other' } })).toBeNull()
  expect(letGoByFile({ ...person, importId: null })).toBeNull()
  expect(letGoByFile({ ...person, archivedAt: at(40) })).toBeNull()
  expect(letGoByFile({ ...person, letGo: null })).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, aGoal, clock, zone } from '#test/a-day.ts'
import { aSale, aStep, aTouch, begun, dayNumber } from '#test/a-log.ts'
import { outcomes, type Activity } from '../activity/activity.ts'
import { harvest } from '../sale/harvest.ts'
import { asCents } from '../sale/sale.ts'
import { creditModels } from './attribution.ts'
import type { Bilan, BilanScope } from './bilan.ts'
import { bilanOf, type BilanFacts } from './tell-bilan.ts'

const scope: BilanScope = { today: dayNumber(60), from: null, to: null, kind: null, source: null }
const facts: BilanFacts = { goals: [aGoal({ target: 2, effectiveFrom: begun })], calendar: { schedules: [], daysOff: [] }, zone, contacts: [], sales: [] }
const people = ['a', 'b', 'c', 'd', 'e', 'f']
const contacts = people.map((id, place) => aContact({ id, source: place % 2 === 0 ? 'Salon' : ' Bouche à oreille ', nextStep: aStep(30 + place) }))

test('a small log, told by hand', () => {
  // Anna bought at the second of three touches; Béa was touched once and let go; Chloé bought with nothing noted before.
  const activities = [
    aTouch('a', 0, { outcome: 'reached', standingBefore: { a: { nextStep: aStep(0, { origin: 'first' }), letGo: null } } }),
    aTouch('a', 7, { kind: 'email', outcome: 'sent', standingBefore: { a: { nextStep: aStep(7), letGo: null } } }),
    aTouch('a', 15, { standingBefore: { a: { nextStep: aStep(14), letGo: null } } }),
    aTouch('b', 0, { outcome: 'no' }),
  ]
  const told = bilanOf(
    activities,
    {
      ...facts,
      contacts: [
        aContact({ id: 'a', source: 'Salon', nextStep: aStep(22) }),
        aContact({
          id: 'b',
          source: 'Salon',
          nextStep: null,
          letGo: { at: activities[3]?.occurredAt ?? clock('09:00'), reason: 'said-no', note: '', setBy: null },
        }),
      ],
      sales: [aSale('a', 7, 300), aSale('c', 3, 250)],
    },
    scope,
  )
  expect(told.activities).toMatchObject({ total: 4, out: 4, noes: 1, conversations: { count: 2, n: 4 } })
  expect(told.people).toEqual({ touched: 2, reached: 2 })
  expect(told.followUps).toMatchObject({ count: 1, n: 3, late: 1, waiting: 1 })
  expect(told.harvest).toEqual([{ currency: 'CAD', sales: 2, gross: 55000, refunds: 0, refunded: 0, net: 55000, mean: 27500 }])
  expect(told.touchesToSale).toMatchObject({ people: 2, sold: 1, open: 0, lost: 1, laterSales: 1 })
  expect(told.soldWithoutTouch).toBe(1)
  expect(told.conversion.buyersBySource.rates).toMatchObject([{ name: 'Salon', count: 1, n: 2 }])
  expect(told.participation).toMatchObject([{ sales: 2, total: 55000, withoutActivity: { sales: 1, amount: 25000 }, attribution: null }])
  expect(told.noes).toMatchObject({ noes: 1, sales: 2, noesPerSale: 0.5 })
  // Two people on the first day, one on the two others; 44 working days in all.
  expect(told.days).toMatchObject({ won: 1, counted: 44 })
})

test('a month is judged by what was known at its end, but a follow-up of its last day by what came after', () => {
  const activities = [aTouch('a', 5), aTouch('a', 40, { standingBefore: { a: { nextStep: aStep(30), letGo: null } } })]
  const sales = [aSale('a', 45, 300)]
  const month = bilanOf(activities, { ...facts, sales }, { ...scope, from: dayNumber(0), to: dayNumber(30) })
  expect(month.scope.asOf).toBe(dayNumber(30))
  expect(month.touchesToSale).toMatchObject({ people: 1, sold: 0 })
  expect(month.harvest).toEqual([])
  expect(month.followUps).toMatchObject({ n: 1, late: 1 })
  const next = bilanOf(activities, { ...facts, sales }, { ...scope, from: dayNumber(31) })
  expect(next.touchesToSale.people).toBe(0)
  expect(next).toMatchObject({ harvest: [{ net: 30000 }], followUps: { n: 0 }, people: { touched: 1 } })
})

test('a week cut short by the window is not judged, the one being lived is once it is won', () => {
  const weekly = { ...facts, goals: [aGoal({ per: 'week', target: 1, effectiveFrom: begun })] }
  const activities = [aTouch('a', 1), aTouch('a', 15)]
  expect(bilanOf(activities, weekly, { ...scope, to: dayNumber(16), today: dayNumber(60) }).weeks).toEqual({ won: 1, counted: 2 })
  expect(bilanOf(activities, weekly, { ...scope, today: dayNumber(16) }).weeks).toEqual({ won: 2, counted: 3 })
})

test('a source is one whatever its case and accents, under the spelling that is written most', () => {
  const met = ['Référence', 'référence ', 'REFERENCE', 'référence', 'Salon'].map((source, place) => aContact({ id: people[place] ?? '', source }))
  const log = people.slice(0, 5).map((person, place) => aTouch(person, place))
  const told = bilanOf(log, { ...facts, contacts: met, sales: [aSale('b', 9, 100)] }, scope)
  expect(told.conversion.buyersBySource.rates.map(({ name, count, n }) => [name, count, n])).toEqual([
    ['Salon', 0, 1],
    ['référence', 1, 4],
  ])
  const asked = bilanOf(log, { ...facts, contacts: met, sales: [] }, { ...scope, source: ' REFÉRENCE' })
  expect(asked).toMatchObject({ scope: { source: 'référence' }, people: { touched: 4 } })
})

test('phone and e-mail have one set of limits wherever the two stand', () => {
  // Twenty people touched once by each of five kinds: five are compared at once, so that all of their limits are at 99 %.
  const kinds = ['phone', 'email', 'text', 'video', 'in-person']
  const log = kinds.flatMap((kind, place) =>
    Array.from({ length: 20 }, (_, n) => aTouch(`${kind}${n}`, n, { kind, outcome: n < 4 * place ? 'reached' : 'sent' })),
  )
  const told = bilanOf(log, facts, scope)
  expect(told.conversion.buyersByKind.level).toBe(0.99)
  for (const pair of Object.values(told.phoneAgainstEmail)) expect(pair.level).toBe(0.99)
  const [emailThenPhone] = told.conversion.buyersByKind.differences.filter(({ first, second }) => first === 'email' && second === 'phone')
  const mirrored = told.phoneAgainstEmail.buyers.limits
  expect([mirrored?.lower, mirrored?.upper]).toEqual(
    [-(emailThenPhone?.limits?.upper ?? 0), -(emailThenPhone?.limits?.lower ?? 0)].map((end) => expect.closeTo(end, 12) as number),
  )
  // With four, 95 %.
  expect(
    bilanOf(
      log.filter(({ kind }) => kind !== 'video'),
      facts,
      scope,
    ).phoneAgainstEmail.conversations.level,
  ).toBe(0.95)
})

test('under a filter by kind, no « non » is set beside the sales of every kind', () => {
  const log = [aTouch('a', 0, { outcome: 'no' }), aTouch('a', 1, { kind: 'email', outcome: 'no' })]
  expect(bilanOf(log, { ...facts, sales: [aSale('a', 2, 100)] }, { ...scope, kind: 'email' })).toMatchObject({ noes: null, activities: { noes: 1 } })
})

test('an empty log has its figures too', () => {
  const told = bilanOf([], facts, scope)
  expect(told).toMatchObject({ activities: { total: 0, conversations: { n: 0, rate: null } }, harvest: [], participation: [], followUps: { n: 0, rate: null } })
})

const anyTouch: fc.Arbitrary<Activity> = fc
  .record({
    person: fc.constantFrom(...people),
    others: fc.subarray(people, { maxLength: 2 }),
    day: fc.nat(70),
    hour: fc.integer({ min: 8, max: 18 }),
    kind: fc.constantFrom('phone', 'email', 'networking'),
    outcome: fc.constantFrom(...outcomes),
    direction: fc.constantFrom<'out' | 'in'>('out', 'in'),
    isVoid: fc.boolean(),
    due: fc.option(fc.nat(70)),
  })
  .map(({ person, others, day, hour, isVoid, due, ...over }) =>
    aTouch(person, day, {
      ...over,
      hour,
      contactIds: [...new Set([person, ...others])],
      voidedAt: isVoid && day % 3 === 0 ? clock('20:00') : null,
      standingBefore: due === null ? {} : { [person]: { nextStep: aStep(due), letGo: null } },
    }),
  )
const anyLog = fc.uniqueArray(anyTouch, { selector: ({ id }) => id, maxLength: 60 })
const anySales = fc
  .uniqueArray(
    fc.record({
      person: fc.constantFrom(null, ...people),
      day: fc.nat(70),
      hour: fc.integer({ min: 8, max: 18 }),
      dollars: fc.integer({ min: 1, max: 999 }),
      currency: fc.constantFrom('CAD', 'CAD', 'EUR'),
      isVoid: fc.boolean(),
    }),
    { selector: ({ person, day, hour }) => `${person} ${day} ${hour}`, maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ person, day, hour, dollars, currency, isVoid }) =>
      aSale(person, day, dollars, { hour, currency, voidedAt: isVoid && day % 4 === 0 ? clock('20:00') : null }),
    ),
  )
const anyScope = fc
  .record({ from: fc.option(fc.nat(40)), to: fc.option(fc.integer({ min: 20, max: 80 })) })
  .map(({ from, to }): BilanScope => ({ ...scope, from: from === null ? null : dayNumber(from), to: to === null ? null : dayNumber(to) }))
const inScope = (day: string, { from, to, today }: BilanScope) => (from === null || from <= day) && day <= (to === null || today < to ? today : to)

test('the totals are those of the log, what is shared out adds up to the cent, and all of it can be written as JSON', () => {
  fc.assert(
    fc.property(anyLog, anySales, anyScope, (log, sales, asked) => {
      const told = bilanOf(log, { ...facts, contacts, sales }, asked)
      const kept = log.filter(({ voidedAt, day }) => voidedAt === null && inScope(day, asked))
      expect(JSON.parse(JSON.stringify(told))).toEqual(told)
      expect(told.activities.total).toBe(kept.length)
      expect(told.activities.noes).toBe(kept.filter(({ outcome }) => outcome === 'no').length)
      expect(told.people.touched).toBe(new Set(kept.flatMap(({ direction, contactIds }) => (direction === 'out' ? contactIds : []))).size)
      const came = harvest(sales, asked.from ?? begun, told.scope.asOf)
      expect(new Map(told.harvest.map(({ currency, net }) => [currency, net]))).toEqual(came.totals)
      for (const { currency, total, withoutActivity, attribution } of told.participation) {
        expect(total).toBe(came.totals.get(currency))
        if (!attribution) continue
        expect(attribution.noted + withoutActivity.amount).toBe(total)
        for (const model of creditModels) expect(attribution.models[model].reduce((sum, { cents }) => sum + cents, 0)).toBe(attribution.noted)
      }
      const touches = kept.flatMap(({ direction, contactIds }) => (direction === 'out' ? contactIds : [])).length
      expect(told.conversion.salesAtTouch.rates.reduce((sum, { n }) => sum + n, 0)).toBe(touches)
      expect(told.touchesToSale.people).toBe(told.daysToSale.people)
      expect(told.touchesToSale.people).toBe(told.conversion.buyersBySource.rates.reduce((sum, { n }) => sum + n, 0))
    }),
  )
})

test('the order in which the facts arrive changes nothing', () => {
  fc.assert(
    fc.property(anyLog, anySales, anyScope, (log, sales, asked) => {
      const there = bilanOf(log, { ...facts, contacts, sales }, asked)
      const back = bilanOf([...log].reverse(), { ...facts, contacts: [...contacts].reverse(), sales: [...sales].reverse() }, asked)
      // The last digit of a sum of thirds may move; no cent and no count does.
      const plain = (bilan: typeof there) =>
        JSON.parse(JSON.stringify(bilan, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)))
      expect(plain(back)).toEqual(plain(there))
    }),
  )
})

test('nothing after the end of the window is known, but to answer its follow-ups', () => {
  fc.assert(
    fc.property(anyLog, anySales, fc.integer({ min: 20, max: 50 }), (log, sales, to) => {
      const asked = { ...scope, to: dayNumber(to) }
      const { followUps: _, ...whole } = bilanOf(log, { ...facts, contacts, sales }, asked)
      const known = log.filter(({ day }) => day <= asked.to)
      const { followUps: __, ...cut } = bilanOf(known, { ...facts, contacts, sales: sales.filter(({ day }) => day <= asked.to) }, asked)
      expect(cut).toEqual(whole)
    }),
  )
})

test('a filter reads the log as if it held nothing else', () => {
  fc.assert(
    fc.property(anyLog, anySales, (log, sales) => {
      const byKind = bilanOf(log, { ...facts, contacts, sales }, { ...scope, kind: 'phone' })
      const phone = bilanOf(
        log.filter(({ kind }) => kind === 'phone'),
        { ...facts, contacts, sales },
        scope,
      )
      expect(byKind).toEqual({ ...phone, scope: byKind.scope, days: null, weeks: null, followUps: null, noes: null })
      const salon = new Set(['a', 'c', 'e'])
      const bySource = bilanOf(log, { ...facts, contacts, sales }, { ...scope, source: 'Salon' })
      const only = bilanOf(
        log
          .map((activity) => ({ ...activity, contactIds: activity.contactIds.filter((id) => salon.has(id)) }))
          .filter(({ contactIds }) => contactIds.length > 0),
        { ...facts, contacts: contacts.filter(({ id }) => salon.has(id)), sales: sales.filter(({ contactId }) => contactId !== null && salon.has(contactId)) },
        scope,
      )
      expect(bySource).toEqual({ ...only, scope: bySource.scope, days: null, weeks: null })
    }),
  )
})

const work = ({ activities }: Bilan) => ({
  ...activities,
  conversations: activities.conversations.n,
  byKind: activities.byKind.map((kind) => ({ ...kind, conversations: kind.conversations.n })),
})

test('merging two people makes one of them, and loses no activity and no cent', () => {
  fc.assert(
    fc.property(anyLog, anySales, (log, sales) => {
      const merged = contacts.map((contact) => (contact.id === 'b' ? { ...contact, mergedInto: 'a' } : contact))
      const before = bilanOf(log, { ...facts, contacts, sales }, scope)
      const after = bilanOf(log, { ...facts, contacts: merged, sales }, scope)
      // Whose last message an answer answers may change with them; how much was done does not.
      expect(work(after)).toEqual(work(before))
      expect(after.harvest).toEqual(before.harvest)
      expect(after.participation.map(({ total }) => total)).toEqual(before.participation.map(({ total }) => total))
      expect(before.people.touched - after.people.touched).toBeLessThanOrEqual(1)
    }),
  )
})

test('a refund that takes everything back leaves the sale in the curves and takes it out of the net', () => {
  const sale = aSale('a', 5, 300)
  const refund = aSale('a', 6, 0, { amount: asCents(-30000), refunds: sale.id })
  const told = bilanOf([aTouch('a', 1), aTouch('a', 9)], { ...facts, contacts, sales: [sale, refund] }, scope)
  expect(told.touchesToSale).toMatchObject({ people: 1, sold: 1 })
  expect(told.harvest).toMatchObject([{ sales: 1, refunds: 1, net: 0 }])
  expect(told.participation).toMatchObject([{ sales: 1, total: 30000 }])
})

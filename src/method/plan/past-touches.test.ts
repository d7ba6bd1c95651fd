import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, anActivity, clock, today, zone } from '#test/a-day.ts'
import { journeysOf } from '../evidence/journeys.ts'
import { toldOf } from '../evidence/people-told.ts'
import { asCents, type Sale } from '../sale/sale.ts'
import { minutesEach, usualMinutes } from './capacity.ts'
import { pastTouches } from './past-touches.ts'
import { touchKinds } from './touch-kind.ts'

const aSale = (over: Partial<Sale>): Sale => ({
  id: 's',
  memberId: 'nadia',
  amount: asCents(30_000),
  currency: 'CAD',
  offerId: null,
  contactId: 'nathalie',
  activityId: null,
  refunds: null,
  note: '',
  occurredAt: clock('12:00'),
  day: today,
  zone,
  voidedAt: null,
  importId: null,
  ...over,
})
const nathalie = aContact({ firstReachedAt: clock('09:00') })
const contact = (id: string) => (id === 'nathalie' ? nathalie : undefined)

test('the first call goes to someone unknown, the next to someone met, and after her sale to a client', () => {
  const activities = ['09:00', '10:00', '13:00'].map((time, place) => anActivity({ id: `a${place}`, occurredAt: clock(time) }))
  const { touches, sales, n } = pastTouches({ contact, currency: 'CAD', activities, sales: [aSale({})] })
  expect(touches).toMatchObject({ unknown: { touches: 1, sales: 0 }, met: { touches: 1, sales: 1 }, client: { touches: 1, sales: 0 } })
  expect([n, sales]).toEqual([3, [30_000]])
})

test('a sale that no touch went before, one undone and a refund change no rate', () => {
  const activities = [anActivity({ occurredAt: clock('13:00') })]
  const sales = [aSale({}), aSale({ id: 'u', voidedAt: clock('14:00'), occurredAt: clock('14:00') }), aSale({ id: 'r', amount: asCents(-100), refunds: 's' })]
  expect(Object.values(pastTouches({ contact, currency: 'CAD', activities, sales }).touches).reduce((sum, { sales: sold }) => sum + sold, 0)).toBe(0)
})

test('every touch is of one kind, and no kind has more sales than touches', () => {
  const gesture = fc.record({ time: fc.integer({ min: 9 * 60, max: 17 * 60 }), isSale: fc.boolean() })
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 30 }), (gestures) => {
      const at = (minutes: number) => clock(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)
      const activities = gestures.filter(({ isSale }) => !isSale).map(({ time }, place) => anActivity({ id: `a${place}`, occurredAt: at(time) }))
      const sales = gestures.filter(({ isSale }) => isSale).map(({ time }, place) => aSale({ id: `s${place}`, occurredAt: at(time) }))
      const { touches, n } = pastTouches({ contact, currency: 'CAD', activities, sales })
      expect(touchKinds.reduce((sum, kind) => sum + touches[kind].touches, 0)).toBe(activities.length)
      expect(n).toBe(activities.length)
      for (const kind of touchKinds) expect(touches[kind].sales).toBeLessThanOrEqual(touches[kind].touches)
    }),
  )
})

test('minutes are told of each kind, and of the calls to each kind of person', () => {
  const activities = [
    anActivity({ id: 'first', occurredAt: clock('09:00'), minutes: 3 }),
    anActivity({ id: 'second', occurredAt: clock('10:00'), minutes: 12 }),
    anActivity({ id: 'third', occurredAt: clock('10:30'), minutes: 8 }),
    anActivity({ id: 'post', kind: 'post', contactIds: [], outcome: 'done', minutes: 25 }),
    anActivity({ id: 'undone', minutes: 90, voidedAt: clock('11:00') }),
    anActivity({ id: 'untimed', minutes: null }),
  ]
  const { timed } = pastTouches({ contact, currency: 'CAD', activities, sales: [] })
  expect(timed.byKind).toEqual({ phone: { n: 3, minutes: 23 }, post: { n: 1, minutes: 25 } })
  expect(timed.callsTo).toMatchObject({ unknown: { n: 1, minutes: 3 }, met: { n: 2, minutes: 20 }, client: { n: 0, minutes: 0 } })
  // (5 x 6 + 20) / (5 + 2) for calls to people met; (5 x 20 + 25) / (5 + 1) for posts.
  expect(minutesEach(usualMinutes['follow-up'], timed.callsTo.met)).toBeCloseTo(50 / 7, 12)
  expect(minutesEach(usualMinutes.post, timed.byKind['post'])).toBeCloseTo(125 / 6, 12)
})

test('a touch of the day of her first sale went before it when a clock is not known', () => {
  const call = anActivity({ occurredAt: clock('12:00'), isDayOnly: true })
  const morning = aSale({ occurredAt: clock('09:30') })
  expect(pastTouches({ contact, currency: 'CAD', activities: [call], sales: [morning] }).touches).toMatchObject({
    met: { touches: 1, sales: 1 },
    client: { touches: 0 },
  })
  const known = pastTouches({ contact, currency: 'CAD', activities: [{ ...call, isDayOnly: false }], sales: [morning] }).touches
  expect(known).toMatchObject({ met: { touches: 0 }, client: { touches: 1, sales: 0 } })
})

test('someone who buys again without another touch closed one sale, not several: a rate is never above what the journeys show', () => {
  const calls = ['09:00', '10:00'].map((time, place) => anActivity({ id: `a${place}`, occurredAt: clock(time) }))
  const sales = ['12:00', '13:00', '15:00'].map((time, place) => aSale({ id: `s${place}`, occurredAt: clock(time) }))
  const told = pastTouches({ contact, currency: 'CAD', activities: calls, sales })
  expect(told.touches).toMatchObject({ unknown: { touches: 1, sales: 0 }, met: { touches: 1, sales: 1 }, client: { touches: 0, sales: 0 } })
  expect([told.sales.length, told.sold]).toEqual([3, 3])
  // A call between the second and the third purchase closes the third.
  const again = [...calls, anActivity({ id: 'later', occurredAt: clock('14:00') })]
  expect(pastTouches({ contact, currency: 'CAD', activities: again, sales }).touches).toMatchObject({ met: { sales: 1 }, client: { touches: 1, sales: 1 } })
})

test('sales of another currency count, and their amounts are not taken for her own money', () => {
  const activities = ['09:00', '12:30'].map((time, place) => anActivity({ id: `a${place}`, occurredAt: clock(time) }))
  const sales = [aSale({}), aSale({ id: 'u', currency: 'USD', amount: asCents(99_900), occurredAt: clock('13:00') })]
  const told = pastTouches({ contact, currency: 'CAD', activities, sales })
  expect([told.sales, told.sold, told.touches.client.sales]).toEqual([[30_000], 2, 1])
  expect(pastTouches({ contact, currency: 'USD', activities, sales }).sales).toEqual([99_900])
})

test('the sales of all kinds are the journeys that ended in a sale after a touch, in any order of the log', () => {
  const moment = fc.integer({ min: 9 * 60, max: 17 * 60 })
  const gesture = fc.record({ minutes: moment, isSale: fc.boolean(), isDayOnly: fc.boolean() })
  const at = (minutes: number) => clock(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 30 }), (gestures) => {
      const activities = gestures.flatMap(({ minutes, isSale, isDayOnly }, place) =>
        isSale ? [] : [anActivity({ id: `a${place}`, occurredAt: at(minutes), isDayOnly })],
      )
      const sales = gestures.flatMap(({ minutes, isSale, isDayOnly }, place) =>
        isSale ? [aSale({ id: `s${place}`, occurredAt: at(minutes), isDayOnly })] : [],
      )
      const { touches } = pastTouches({ contact, currency: 'CAD', activities: activities.toReversed(), sales: sales.toReversed() })
      const told = activities.map((activity) => toldOf(activity, 'nathalie'))
      const closed = journeysOf('nathalie', told, sales).filter((journey) => journey.touches.length > 0 && journey.sales.length > 0)
      expect(touchKinds.reduce((sum, kind) => sum + touches[kind].sales, 0)).toBe(closed.length)
    }),
  )
})

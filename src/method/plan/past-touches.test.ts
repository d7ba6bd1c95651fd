import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, anActivity, clock, today, zone } from '#test/a-day.ts'
import { asCents, type Sale } from '../sale/sale.ts'
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
  const { touches, sales, n } = pastTouches({ contact, activities, sales: [aSale({})] })
  expect(touches).toMatchObject({ unknown: { touches: 1, sales: 0 }, met: { touches: 1, sales: 1 }, client: { touches: 1, sales: 0 } })
  expect([n, sales]).toEqual([3, [30_000]])
})

test('a sale that no touch went before, one undone and a refund change no rate', () => {
  const activities = [anActivity({ occurredAt: clock('13:00') })]
  const sales = [aSale({}), aSale({ id: 'u', voidedAt: clock('14:00'), occurredAt: clock('14:00') }), aSale({ id: 'r', amount: asCents(-100), refunds: 's' })]
  expect(Object.values(pastTouches({ contact, activities, sales }).touches).reduce((sum, { sales: sold }) => sum + sold, 0)).toBe(0)
})

test('every touch is of one kind, and no kind has more sales than touches', () => {
  const gesture = fc.record({ time: fc.integer({ min: 9 * 60, max: 17 * 60 }), isSale: fc.boolean() })
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 30 }), (gestures) => {
      const at = (minutes: number) => clock(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)
      const activities = gestures.filter(({ isSale }) => !isSale).map(({ time }, place) => anActivity({ id: `a${place}`, occurredAt: at(time) }))
      const sales = gestures.filter(({ isSale }) => isSale).map(({ time }, place) => aSale({ id: `s${place}`, occurredAt: at(time) }))
      const { touches, n } = pastTouches({ contact, activities, sales })
      expect(touchKinds.reduce((sum, kind) => sum + touches[kind].touches, 0)).toBe(activities.length)
      expect(n).toBe(activities.length)
      for (const kind of touchKinds) expect(touches[kind].sales).toBeLessThanOrEqual(touches[kind].touches)
    }),
  )
})

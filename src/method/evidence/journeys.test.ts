import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Activity } from '../activity/activity.ts'
import { aSale, aTouch } from '#test/a-log.ts'
import { allJourneys, journeysOf, touchesBeforeSales } from './journeys.ts'
import { tellPeople } from './people-told.ts'

const toldBy = (...activities: readonly Activity[]) => {
  const telling = tellPeople((id) => id)
  for (const activity of activities) telling.add(activity)
  return telling.people.get('a') ?? []
}
const shapeOf = (journeys: ReturnType<typeof journeysOf>) => journeys.map(({ place, touches, sales }) => [place, touches.length, sales.length])

test('touches lead to the sale that follows them, and what comes after it begins another journey', () => {
  const told = toldBy(aTouch('a', 0), aTouch('a', 5), aTouch('a', 20))
  expect(shapeOf(journeysOf('a', told, [aSale('a', 5, 300)]))).toEqual([
    [1, 2, 1],
    [2, 1, 0],
  ])
})

test('a call at the instant of the sale led to it; one an hour later did not', () => {
  const sale = aSale('a', 3, 300)
  expect(shapeOf(journeysOf('a', toldBy(aTouch('a', 3, { hour: 12 })), [sale]))).toEqual([[1, 1, 1]])
  expect(shapeOf(journeysOf('a', toldBy(aTouch('a', 3, { hour: 13 })), [sale]))).toEqual([
    [1, 0, 1],
    [2, 1, 0],
  ])
})

test("the sale's own activity led to it, whatever the clocks say", () => {
  const call = aTouch('a', 3, { hour: 13 })
  expect(shapeOf(journeysOf('a', toldBy(call), [aSale('a', 3, 300, { activityId: call.id })]))).toEqual([[1, 1, 1]])
})

test('two things bought on one day with no touch between them are one purchase', () => {
  const told = toldBy(aTouch('a', 0), aTouch('a', 2, { hour: 15 }))
  const sales = [aSale('a', 2, 300), aSale('a', 2, 250, { hour: 13 }), aSale('a', 2, 50, { hour: 16 })]
  expect(shapeOf(journeysOf('a', told, sales))).toEqual([
    [1, 1, 2],
    [2, 1, 1],
  ])
})

test('what comes in is not a touch', () => {
  expect(shapeOf(journeysOf('a', toldBy(aTouch('a', 0, { direction: 'in' })), [aSale('a', 1, 300)]))).toEqual([[1, 0, 1]])
})

test('merges are followed, and everyone met at an event is touched', () => {
  const telling = tellPeople((id) => (id === 'b' ? 'a' : id))
  telling.add(aTouch('b', 0))
  telling.add(aTouch('a', 1, { kind: 'networking', contactIds: ['a', 'b', 'c'] }))
  expect([...telling.people].map(([person, told]) => [person, told.length])).toEqual([
    ['a', 2],
    ['c', 1],
  ])
})

test('a sale with nobody named belongs to the one person of its activity, else to that activity alone, else to nothing', () => {
  const call = aTouch('a', 0)
  const event = aTouch('a', 1, { kind: 'networking', contactIds: ['a', 'c'] })
  const telling = tellPeople((id) => id)
  for (const activity of [call, event]) telling.add(activity)
  const sales = [aSale(null, 0, 100, { activityId: call.id }), aSale(null, 1, 100, { activityId: event.id }), aSale(null, 2, 100)]
  const acts = new Map([call, event].map((activity) => [activity.id, activity]))
  const journeys = allJourneys({ people: telling.people, sales, acts, canonical: (id) => id })
  const told = journeys.map(({ contactId, touches, sales: [sale] }) => [
    contactId ?? '(nobody)',
    touches.map(({ kind }) => kind).join(),
    sale?.day.slice(-2) ?? '',
  ])
  expect(told.sort()).toEqual([
    ['(nobody)', '', '07'],
    ['(nobody)', 'networking', '06'],
    ['a', 'networking', ''],
    ['a', 'phone', '05'],
    ['c', 'networking', ''],
  ])
})

test('every touch and every sale is in one journey and one only, in any order', () => {
  const moments = fc.record({ day: fc.nat(30), hour: fc.nat(23) })
  const unique = fc.uniqueArray(moments, { selector: ({ day, hour }) => day * 24 + hour, maxLength: 15 })
  fc.assert(
    fc.property(unique, unique, (touched, bought) => {
      const activities = touched.map(({ day, hour }) => aTouch('a', day, { hour }))
      const sales = bought.map(({ day, hour }) => aSale('a', day, 10, { hour }))
      const journeys = journeysOf('a', toldBy(...activities), sales)
      expect(journeys.flatMap(({ touches }) => touches.map(({ id }) => id))).toEqual(activities.map(({ id }) => id).sort())
      expect(journeys.flatMap(({ sales }) => sales.map(({ id }) => id)).sort()).toEqual(sales.map(({ id }) => id).sort())
      expect(journeysOf('a', toldBy(...[...activities].reverse()), [...sales].reverse())).toEqual(journeys)
      expect(journeys.slice(0, -1).every(({ sales }) => sales.length > 0)).toBe(true)
    }),
  )
})

const dayOnly = { isDayOnly: true } as const
test('on one day of which a clock is not known, touches come before the sale', () => {
  // A call of nine o'clock or of three, beside a sale told without its hour; a call without its hour, beside a sale of nine o'clock.
  for (const hour of [9, 15]) {
    expect(shapeOf(journeysOf('a', toldBy(aTouch('a', 3, { hour })), [aSale('a', 3, 300, dayOnly)]))).toEqual([[1, 1, 1]])
  }
  expect(shapeOf(journeysOf('a', toldBy(aTouch('a', 3, { ...dayOnly, hour: 12 })), [aSale('a', 3, 300, { hour: 9 })]))).toEqual([[1, 1, 1]])
  // The day after is after, whatever is not known; and beside it, a call whose clock is known stays where its clock puts it.
  expect(shapeOf(journeysOf('a', toldBy(aTouch('a', 4, { ...dayOnly, hour: 12 })), [aSale('a', 3, 300, dayOnly)]))).toEqual([
    [1, 0, 1],
    [2, 1, 0],
  ])
  const mixed = toldBy(aTouch('a', 3, { hour: 10 }), aTouch('a', 3, { ...dayOnly, hour: 12, kind: 'email' }))
  expect(journeysOf('a', mixed, [aSale('a', 3, 300, { hour: 9 })]).map(({ touches }) => touches.map(({ kind }) => kind))).toEqual([['email'], ['phone']])
})

test('at one moment, the order of the file decides: its first row comes first', () => {
  const rows = ['text', 'email', 'phone'].map((kind, place) => aTouch('a', 3, { ...dayOnly, hour: 12, kind, line: place + 2 }))
  for (const told of [rows, rows.toReversed()]) {
    expect(journeysOf('a', toldBy(...told), []).flatMap(({ touches }) => touches.map(({ kind }) => kind))).toEqual(['text', 'email', 'phone'])
  }
})

const anyTouch = fc.record({ day: fc.nat(4), hour: fc.integer({ min: 8, max: 17 }), isDayOnly: fc.boolean(), line: fc.nat(99) })
test('each touch is in one journey and before its sale, whatever is not known of the clocks; and before every later sale too', () => {
  fc.assert(
    fc.property(fc.array(anyTouch, { maxLength: 12 }), fc.array(anyTouch, { maxLength: 5 }), (touches, bought) => {
      const over = ({ hour, isDayOnly, line }: { readonly hour: number; readonly isDayOnly: boolean; readonly line: number }) => ({
        hour: isDayOnly ? 12 : hour,
        isDayOnly,
        line,
      })
      const told = toldBy(...touches.map((one, place) => ({ ...aTouch('a', one.day, over(one)), id: `t${place}` })))
      const sales = bought.map((one, place) => ({ ...aSale('a', one.day, 100, over(one)), id: `s${place}` }))
      const journeys = journeysOf('a', told, sales)
      expect(journeys.reduce((sum, each) => sum + each.touches.length, 0)).toBe(touches.length)
      expect(journeys.reduce((sum, each) => sum + each.sales.length, 0)).toBe(sales.length)
      for (const { touches: own, sales: ended } of journeys) {
        const [sale] = ended
        if (sale)
          for (const { at, day, isDayOnly } of own)
            expect(day < sale.day || (day === sale.day && (isDayOnly || sale.isDayOnly === true || at <= sale.occurredAt))).toBe(true)
      }
      const facts = { people: new Map([['a', told]]), sales, acts: new Map(), canonical: (id: string) => id }
      for (const { sale, touches: before } of touchesBeforeSales(facts)) {
        const own = journeys.find((journey) => journey.sales[0]?.id === sale.id)
        expect(own?.touches.every(({ id }) => before.some((one) => one.id === id)) ?? true).toBe(true)
      }
    }),
  )
})

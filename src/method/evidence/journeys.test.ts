import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Activity } from '../activity/activity.ts'
import { aSale, aTouch } from '#test/a-log.ts'
import { allJourneys, journeysOf } from './journeys.ts'
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

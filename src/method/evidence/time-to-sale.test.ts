import { expect, test } from 'vitest'
import { wilson } from '../chance/proportion.ts'
import { aSale, aTouch, dayNumber } from '#test/a-log.ts'
import { journeysOf, type Journey } from './journeys.ts'
import { tellPeople } from './people-told.ts'
import { daysToSale, touchesToSale } from './time-to-sale.ts'

const nobody = () => false
/** Someone touched on these days, who bought on the last of them or has not. */
const journey = (person: string, days: readonly number[], isSold: boolean): Journey => {
  const telling = tellPeople((id) => id)
  for (const day of days) telling.add(aTouch(person, day))
  return journeysOf(person, telling.people.get(person) ?? [], isSold ? [aSale(person, days.at(-1) ?? 0, 300)] : [])[0] as Journey
}
const many = (count: number, name: string, days: readonly number[], isSold: boolean): readonly Journey[] =>
  Array.from({ length: count }, (_, place) => journey(`${name}${place}`, days, isSold))

test('the chance at each touch is the sales there over the people who got there', () => {
  const journeys = [...many(4, 'one', [0], true), ...many(6, 'gone', [0], false), ...many(3, 'two', [0, 3], true), ...many(17, 'open', [0, 3, 6], false)]
  const { hazards, people, sold, curve } = touchesToSale(journeys, nobody)
  expect([people, sold]).toEqual([30, 7])
  expect(hazards.map(({ touch, atRisk, sales, hazard }) => [touch, atRisk, sales, hazard])).toEqual([
    [1, 30, 4, 4 / 30],
    [2, 20, 3, 3 / 20],
    [3, 17, 0, 0],
  ])
  expect(hazards[1]?.wilson).toEqual(wilson(3, 20))
  expect(hazards.map(({ shareOfSales }) => shareOfSales)).toEqual([4 / 7, 3 / 7, 0])
  expect(curve.steps.map(({ survival }) => survival)[1]).toBeCloseTo((26 / 30) * (17 / 20), 12)
})

test('a touch at which nobody stopped has its place too', () => {
  const { hazards } = touchesToSale([...many(5, 'a', [0], true), ...many(20, 'b', [0, 1, 2], false)], nobody)
  expect(hazards.map(({ touch, atRisk, sales }) => [touch, atRisk, sales])).toEqual([
    [1, 25, 5],
    [2, 20, 0],
    [3, 20, 0],
  ])
})

test('the chance at touch one is not the conversion of those who stopped there', () => {
  const journeys = [...many(5, 'sold', [0], true), ...many(5, 'stopped', [0], false), ...many(90, 'went on', [0, 1], false)]
  expect(touchesToSale(journeys, nobody).hazards[0]?.hazard).toBe(0.05)
})

test('where fewer than ten got, nothing is told but how many sales came there', () => {
  const told = touchesToSale([...many(12, 'a', [0], false), ...many(5, 'b', [0, 1], true)], nobody)
  expect(told.hazards.map(({ touch }) => touch)).toEqual([1])
  expect(told).toMatchObject({ sold: 5, laterSales: 5 })
})

test('people let go stay in the count of days up to today, and are told apart', () => {
  const journeys = [...many(10, 'sold', [0, 5], true), ...many(10, 'lost', [0], false), ...many(10, 'open', [20], false)]
  const told = daysToSale(journeys, dayNumber(30), (id) => id?.startsWith('lost') ?? false)
  expect(told).toMatchObject({ people: 30, sold: 10, open: 10, lost: 10 })
  expect(told.curve.steps.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
    [5, 30, 10, 0],
    [10, 20, 0, 10],
    [30, 10, 0, 10],
  ])
})

test('the plateau is told only when twenty are still followed beyond twice the ninetieth percentile', () => {
  const sold = [...many(9, 'quick', [0, 10], true), ...many(1, 'slow', [0, 60], true)]
  const enough = daysToSale([...sold, ...many(19, 'open', [0], false)], dayNumber(200), nobody)
  expect(enough.plateau).toMatchObject({ isTooEarly: false, beyond: 20, atRisk: 20 })
  expect(enough.plateau).toHaveProperty('share', expect.closeTo(10 / 29, 12))
  const fewer = daysToSale([...sold, ...many(18, 'open', [0], false)], dayNumber(200), nobody)
  expect(fewer.plateau).toEqual({ isTooEarly: true, beyond: 20, atRisk: 19, needed: 20 })
  expect(daysToSale(many(40, 'open', [0], false), dayNumber(200), nobody).plateau).toMatchObject({ isTooEarly: true, beyond: null })
})

test('nothing at all is told of nobody', () => {
  expect(touchesToSale([], nobody)).toMatchObject({ people: 0, hazards: [], laterSales: 0 })
  expect(daysToSale([], dayNumber(0), nobody)).toMatchObject({ people: 0, curve: { n: 0, steps: [] } })
})

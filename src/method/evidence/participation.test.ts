import { expect, test } from 'vitest'
import { asDay } from '../calendar/day.ts'
import { aSale, aTouch, dayNumber } from '#test/a-log.ts'
import { journeysOf, type Journey } from './journeys.ts'
import { participation } from './participation.ts'
import { tellPeople } from './people-told.ts'

const scope = { from: null, asOf: dayNumber(500), isLost: (id: string | null) => id?.startsWith('lost') ?? false }
const sold = (person: string, touches: readonly (readonly [number, string])[], day: number, dollars = 100, currency = 'CAD'): readonly Journey[] => {
  const telling = tellPeople((id) => id)
  for (const [on, kind] of touches) telling.add(aTouch(person, on, { kind }))
  return journeysOf(person, telling.people.get(person) ?? [], dollars > 0 ? [aSale(person, day, dollars, { currency })] : [])
}
const ten = (touches: readonly (readonly [number, string])[]) => Array.from({ length: 10 }, (_, place) => sold(`p${place}`, touches, 20)).flat()
const centsOf = (journeys: readonly Journey[], model: 'linear' | 'markov' = 'linear', over = {}) =>
  Object.fromEntries(participation(journeys, { ...scope, ...over })[0]?.attribution?.models[model].map(({ name, cents }) => [name, cents]) ?? [])

test('under ten sales nothing is shared out, and the sales are still counted', () => {
  const [nine] = participation(ten([[0, 'phone']]).slice(0, 9), scope)
  expect(nine).toMatchObject({ currency: 'CAD', sales: 9, total: 90000, attribution: null })
  expect(
    centsOf(
      ten([
        [0, 'phone'],
        [5, 'email'],
      ]),
    ),
  ).toEqual({ phone: 50000, email: 50000 })
})

test('a sale that nothing noted came before is shown apart, and credited to nobody', () => {
  const [told] = participation([...ten([[0, 'phone']]), ...sold('silent', [], 3, 70)], scope)
  expect(told).toMatchObject({ sales: 11, total: 107000, withoutActivity: { sales: 1, amount: 7000 }, attribution: { noted: 100000 } })
})

test('a touch a year before the sale took part in it, one day more did not', () => {
  expect(
    centsOf([
      ...ten([[0, 'phone']]),
      ...sold(
        'year',
        [
          [0, 'email'],
          [10, 'text'],
        ],
        365,
      ),
    ]),
  ).toMatchObject({ email: 5000, text: 5000 })
  const [older] = participation(
    [
      ...ten([[0, 'phone']]),
      ...sold(
        'older',
        [
          [0, 'email'],
          [10, 'text'],
        ],
        366,
      ),
    ],
    scope,
  )
  expect(older?.attribution?.models.linear.map(({ name, cents }) => [name, cents])).toEqual([
    ['phone', 100000],
    ['text', 10000],
  ])
  const [silent] = participation([...ten([[0, 'phone']]), ...sold('silent', [[0, 'email']], 400)], scope)
  expect(silent?.withoutActivity.sales).toBe(1)
})

test('an open journey younger than the usual time to a sale says nothing yet; one let go does', () => {
  // The ten sales came after twenty days.
  const journeys = [
    ...ten([[0, 'phone']]),
    ...sold('young', [[481, 'email']], 0, 0),
    ...sold('old', [[480, 'email']], 0, 0),
    ...sold('lost', [[499, 'email']], 0, 0),
  ]
  expect(participation(journeys, scope)[0]).toMatchObject({ unsold: 2, tooYoung: 1, attribution: { chain: { journeys: 12, conversion: 10 / 12 } } })
})

test('each currency is shared out on its own', () => {
  const dollars = ten([[0, 'phone']])
  const told = participation([...dollars, ...sold('euro', [[0, 'email']], 3, 50, 'EUR')], scope)
  expect(told.map(({ currency, sales, attribution }) => [currency, sales, attribution === null])).toEqual([
    ['CAD', 10, false],
    ['EUR', 1, true],
  ])
})

test('the sales of the window are shared out among touches that may be older than it', () => {
  const journeys = [...ten([[0, 'phone']]), ...sold('before', [[0, 'email']], 5)]
  expect(participation(journeys, { ...scope, from: dayNumber(20) })[0]).toMatchObject({ sales: 10 })
  expect(participation(journeys, { ...scope, asOf: asDay('2026-01-01') })).toEqual([])
})

import { expect, test } from 'vitest'
import { asDay } from '../calendar/day.ts'
import { aSale, aTouch, dayNumber } from '#test/a-log.ts'
import type { Sale } from '../sale/sale.ts'
import { allJourneys, touchesBeforeSales } from './journeys.ts'
import { participation } from './participation.ts'
import { tellPeople } from './people-told.ts'

const scope = { from: null, asOf: dayNumber(500), isLost: (id: string | null) => id?.startsWith('lost') ?? false }
type Log = { readonly person: string; readonly touches: readonly (readonly [number, string])[]; readonly sales: readonly Sale[] }
const sold = (person: string, touches: Log['touches'], day: number, dollars = 100, currency = 'CAD'): readonly Log[] => [
  { person, touches, sales: dollars > 0 ? [aSale(person, day, dollars, { currency })] : [] },
]
const participationOf = (logs: readonly Log[], asked: Parameters<typeof participation>[2]) => {
  const telling = tellPeople((id) => id)
  for (const { person, touches } of logs) for (const [on, kind] of touches) telling.add(aTouch(person, on, { kind }))
  const facts = { people: telling.people, sales: logs.flatMap(({ sales }) => sales), acts: new Map(), canonical: (id: string) => id }
  return participation(touchesBeforeSales(facts), allJourneys(facts), asked)
}
const ten = (touches: readonly (readonly [number, string])[]) => Array.from({ length: 10 }, (_, place) => sold(`p${place}`, touches, 20)).flat()
const centsOf = (journeys: readonly Log[], model: 'linear' | 'markov' = 'linear', over = {}) =>
  Object.fromEntries(participationOf(journeys, { ...scope, ...over })[0]?.attribution?.models[model].map(({ name, cents }) => [name, cents]) ?? [])

test('under ten sales nothing is shared out, and the sales are still counted', () => {
  const [nine] = participationOf(ten([[0, 'phone']]).slice(0, 9), scope)
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

test('ten sales of which one has no touch are shared out no more than nine', () => {
  const nine = ten([[0, 'phone']]).slice(0, 9)
  const silent = [1, 2, 3].flatMap((place) => sold(`silent${place}`, [], 3))
  expect(participationOf([...nine, ...silent], scope)).toMatchObject([{ sales: 12, withoutActivity: { sales: 3 }, attribution: null }])
  expect(participationOf([...ten([[0, 'phone']]), ...silent], scope)).toMatchObject([{ sales: 13, attribution: { noted: 100000 } }])
})

test('a sale that nothing noted came before is shown apart, and credited to nobody', () => {
  const [told] = participationOf([...ten([[0, 'phone']]), ...sold('silent', [], 3, 70)], scope)
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
  const [older] = participationOf(
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
  const [silent] = participationOf([...ten([[0, 'phone']]), ...sold('silent', [[0, 'email']], 400)], scope)
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
  expect(participationOf(journeys, scope)[0]).toMatchObject({ unsold: 2, tooYoung: 1, attribution: { chain: { journeys: 12, conversion: 10 / 12 } } })
})

test('each currency is shared out on its own', () => {
  const dollars = ten([[0, 'phone']])
  const told = participationOf([...dollars, ...sold('euro', [[0, 'email']], 3, 50, 'EUR')], scope)
  expect(told.map(({ currency, sales, attribution }) => [currency, sales, attribution === null])).toEqual([
    ['CAD', 10, false],
    ['EUR', 1, true],
  ])
})

test('the sales of the window are shared out among touches that may be older than it', () => {
  const journeys = [...ten([[0, 'phone']]), ...sold('before', [[0, 'email']], 5)]
  expect(participationOf(journeys, { ...scope, from: dayNumber(20) })[0]).toMatchObject({ sales: 10 })
  expect(participationOf(journeys, { ...scope, asOf: asDay('2026-01-01') })).toEqual([])
})

test('each sale has its own journey: every touch of the year before it, whichever sale came between', () => {
  // Nine buyers of one call each; Zoé was called on day 0, bought on day 10 for 100 $, was written to on day 15, and bought on day 20 for 60 $.
  const nine = Array.from({ length: 9 }, (_, place) => sold(`p${place}`, [[0, 'phone']], 20)).flat()
  const zoe: Log = {
    person: 'zoe',
    touches: [
      [0, 'phone'],
      [15, 'email'],
    ],
    sales: [aSale('zoe', 10, 100), aSale('zoe', 20, 60)],
  }
  const [told] = participationOf([...nine, zoe], scope)
  const of = (model: 'linear' | 'shapley' | 'first' | 'last' | 'position' | 'markov') =>
    Object.fromEntries(told?.attribution?.models[model].map(({ name, cents }) => [name, cents]) ?? [])
  // The second sale had both touches: 30 $ each, where a journey begun again at the first sale would give 60 $ to the e-mail.
  for (const model of ['linear', 'shapley', 'position'] as const) expect(of(model)).toEqual({ email: 3000, phone: 103000 })
  expect(of('first')).toEqual({ email: 0, phone: 106000 })
  expect(of('last')).toEqual({ email: 6000, phone: 100000 })
  // Eleven paths, ten « phone » and one « phone, email », all sold: without the phone none sells, without the e-mail ten in eleven do.
  expect(told?.attribution?.chain).toEqual({
    journeys: 11,
    conversion: 1,
    removal: [
      { kind: 'email', effect: expect.closeTo(1 / 11, 12) as number },
      { kind: 'phone', effect: 1 },
    ],
  })
  expect(of('markov')).toEqual({ email: Math.round(106000 / 12), phone: 106000 - Math.round(106000 / 12) })
})

test('a kind whose removal takes no sale away is credited with nothing, and is there', () => {
  const journeys = [...ten([[0, 'phone']]), ...sold('lost', [[1, 'email']], 0, 0)]
  expect(centsOf(journeys, 'markov')).toEqual({ email: 0, phone: 100000 })
})

test('the usual time is that of everyone where half bought, else that of the buyers alone, and says which', () => {
  // Ten sales at day 20 among eleven people: half have bought by then.
  expect(participationOf([...ten([[0, 'phone']]), ...sold('open', [[0, 'email']], 0, 0)], scope)[0]?.usual).toEqual({ days: 20, of: 'everyone' })
  // Among forty, a quarter bought: the curve never comes to one half.
  const others = Array.from({ length: 30 }, (_, place) => sold(`open${place}`, [[0, 'email']], 0, 0)).flat()
  expect(participationOf([...ten([[0, 'phone']]), ...others], scope)[0]).toMatchObject({ usual: { days: 20, of: 'buyers' }, unsold: 30 })
  // Nine bought after ten days, one after three hundred, ten never did, and one was met two hundred days ago: 12/21, then 10/11 of it, is
  // more than half.
  const quick = Array.from({ length: 9 }, (_, place) => sold(`q${place}`, [[0, 'phone']], 10)).flat()
  const open = Array.from({ length: 10 }, (_, place) => sold(`o${place}`, [[0, 'email']], 0, 0)).flat()
  const [slow] = participationOf([...quick, ...sold('slow', [[0, 'phone']], 300), ...open, ...sold('new', [[300, 'text']], 0, 0)], scope)
  expect(slow).toMatchObject({ usual: { days: 10, of: 'buyers' }, tooYoung: 0, unsold: 11 })
})

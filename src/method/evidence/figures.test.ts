import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clock } from '#test/a-day.ts'
import { aSale, aStep, aTouch, dayNumber } from '#test/a-log.ts'
import type { Activity } from '../activity/activity.ts'
import { tellCounts } from './activity-counts.ts'
import { jeffreys, newcombe, wilson } from '../chance/proportion.ts'
import { tellAnsweredHours } from './answered-hours.ts'
import { answeredLater } from './answered-later.ts'
import { buyersByKind, buyersBySource, salesAtTouch } from './conversion.ts'
import { harvestTold } from './harvest-told.ts'
import { journeysOf, type Journey } from './journeys.ts'
import { noesTold } from './noes.ts'
import { tellPeople } from './people-told.ts'
import { stepsOnTime } from './steps-on-time.ts'
import { valueOfANo, valueOfEach } from './value-per.ts'

const toldOf = (...activities: readonly Activity[]) => {
  const telling = tellPeople((id) => id)
  for (const activity of activities) telling.add(activity)
  return telling.people.get('a') ?? []
}
const after = (due: number, setBy: string | null = null) => ({ standingBefore: { a: { nextStep: aStep(due, { setBy }), letGo: null } } })
const window = { from: null, asOf: dayNumber(30), today: dayNumber(30) }
const steps = (...activities: readonly Activity[]) => stepsOnTime([{ told: toldOf(...activities), nextStep: null }], window)

test('a follow-up is on time on its day or before, and late after it', () => {
  expect(steps(aTouch('a', 5, after(5)))).toMatchObject({ count: 1, n: 1 })
  expect(steps(aTouch('a', 3, after(5)))).toMatchObject({ count: 1, n: 1 })
  expect(steps(aTouch('a', 6, after(5)))).toMatchObject({ count: 0, n: 1, late: 1 })
  expect(steps(aTouch('a', 5, { ...after(5), direction: 'in' }))).toMatchObject({ count: 1, n: 1 })
})

test('a first contact to make is not a follow-up, and an activity without a step before it is none', () => {
  const first = { standingBefore: { a: { nextStep: aStep(5, { origin: 'first' }), letGo: null } } }
  expect(steps(aTouch('a', 9, first), aTouch('a', 10))).toMatchObject({ n: 0, rate: null })
})

test('a step that outlives an attempt is judged once, by the first activity since it was set', () => {
  expect(steps(aTouch('a', 4, after(5)), aTouch('a', 8, after(5)))).toMatchObject({ count: 1, n: 1, late: 0 })
})

test('an activity told late did not answer a step that was set after it', () => {
  const call = aTouch('a', 5)
  const late = aTouch('a', 2, after(12, call.id))
  expect(steps(call, late, aTouch('a', 12, after(12, call.id)))).toMatchObject({ count: 1, n: 1 })
})

test('a step gone by and still waiting is not on time; one due today is not judged yet', () => {
  const waiting = (due: number) => stepsOnTime([{ told: toldOf(aTouch('a', 1)), nextStep: aStep(due) }], window)
  expect(waiting(29)).toMatchObject({ count: 0, n: 1, waiting: 1 })
  expect(waiting(30)).toMatchObject({ n: 0, waiting: 0 })
})

test('only the steps due in the window count', () => {
  const october = { ...window, from: dayNumber(10) }
  expect(stepsOnTime([{ told: toldOf(aTouch('a', 9, after(9)), aTouch('a', 14, after(12))), nextStep: null }], october)).toMatchObject({ n: 1, late: 1 })
})

const journey = (person: string, kinds: readonly string[], isSold: boolean): Journey => {
  const telling = tellPeople((id) => id)
  for (const [day, kind] of kinds.entries()) telling.add(aTouch(person, day, { kind }))
  return journeysOf(person, telling.people.get(person) ?? [], isSold ? [aSale(person, 50, 100)] : [])[0] as Journey
}

test('people are counted once for each kind that touched them; only the last touch closes', () => {
  const journeys = [journey('a', ['phone', 'phone', 'email'], true), journey('b', ['phone'], false), journey('c', ['email'], true)]
  expect(buyersByKind(journeys).rates.map(({ name, count, n }) => [name, count, n])).toEqual([
    ['email', 2, 2],
    ['phone', 1, 2],
  ])
  expect(salesAtTouch(journeys).rates.map(({ name, count, n }) => [name, count, n])).toEqual([
    ['email', 2, 2],
    ['phone', 0, 3],
  ])
  const source = (id: string | null) => (id === 'b' ? '' : 'Salon')
  expect(buyersBySource(journeys, source).rates.map(({ name, count, n }) => [name, count, n])).toEqual([
    ['', 0, 1],
    ['Salon', 2, 2],
  ])
})

test('a "no" is worth its part of the harvest: thirty "no" beside ten sales of 375 $ are worth 125 $ each', () => {
  const amounts = Array.from({ length: 10 }, () => 37500)
  const { value, limits, n, sales } = valueOfANo(amounts, 30)
  expect([value, n, sales]).toEqual([12500, 30, 10])
  const half = 1.959963984540054 * Math.sqrt(1 / 10 + 1 / 30)
  expect(limits?.lower).toBeCloseTo(12500 * Math.exp(-half), 6)
  expect(limits?.upper).toBeCloseTo(12500 * Math.exp(half), 6)
  expect(valueOfEach(amounts, 300).limits?.upper).toBeCloseTo(1250 * Math.exp(1.959963984540054 * Math.sqrt(1 / 10 - 1 / 300)), 6)
})

test('under ten sales or ten "no", no value is told', () => {
  const nine = Array.from({ length: 9 }, () => 100)
  expect(valueOfANo(nine, 50)).toMatchObject({ value: null, limits: null, sales: 9, n: 50 })
  expect(valueOfANo([...nine, 100], 9)).toMatchObject({ value: null })
  expect(valueOfANo([], 0)).toMatchObject({ value: null, total: 0 })
})

test('the limits of the value of a "no" hold the truth about nineteen times out of twenty', () => {
  let seed = 12345
  const draw = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) + 0.5) / 4294967296
  const poisson = (mean: number) => {
    let count = 0
    for (let left = -Math.log(draw()); left < mean; left -= Math.log(draw())) count += 1
    return count
  }
  for (const [sales, noes] of [
    [15, 15],
    [20, 40],
    [40, 100],
  ] as const) {
    let held = 0
    let told = 0
    for (let round = 0; round < 2000; round += 1) {
      const { limits } = valueOfANo(
        Array.from({ length: poisson(sales) }, () => -300 * Math.log(draw())),
        poisson(noes),
      )
      if (!limits) continue
      told += 1
      const truth = (300 * sales) / noes
      if (limits.lower <= truth && truth <= limits.upper) held += 1
    }
    expect(held / told).toBeGreaterThan(0.925)
    expect(held / told).toBeLessThan(0.98)
  }
})

test('how many "no" there are for each sale has limits too, and none before the first sale', () => {
  const told = noesTold([aSale('a', 0, 100), aSale('b', 0, 100)], { noes: 6, conversations: 20, touches: 60 })
  expect(told).toMatchObject({ noes: 6, sales: 2, noesPerSale: 3 })
  expect((told.limits?.lower ?? 9) < 3 && 3 < (told.limits?.upper ?? 0)).toBe(true)
  expect(noesTold([], { noes: 6, conversations: 20, touches: 60 })).toMatchObject({ noesPerSale: null, limits: null, worth: [] })
})

const hours = (...calls: readonly (readonly [number, number, number])[]) => {
  const telling = tellAnsweredHours()
  for (const [hour, made, answered] of calls) {
    for (let call = 0; call < made; call += 1) telling.add(aTouch('a', call, { hour, outcome: call < answered ? 'reached' : 'no-answer' }))
  }
  return telling.end()
}

test('an hour is told from five calls on, and called best only when clearly better than the others', () => {
  const told = hours([9, 30, 24], [14, 30, 6], [16, 4, 4])
  expect(told.hours.map(({ hour, count, n }) => [hour, count, n])).toEqual([
    [9, 24, 30],
    [14, 6, 30],
  ])
  expect(told).toMatchObject({ calls: 64, best: { hour: 9 } })
  expect(hours([9, 30, 16], [14, 30, 14]).best).toBeNull()
  expect(hours([9, 19, 19], [14, 30, 0]).best).toBeNull()
})

test('conversations are counted among what awaited an answer; what comes in and gestures without an answer are apart', () => {
  const telling = tellCounts()
  for (const activity of [
    aTouch('a', 0, { outcome: 'reached', minutes: 12 }),
    aTouch('a', 1, { outcome: 'no' }),
    aTouch('a', 2),
    aTouch('a', 3, { outcome: 'reached', direction: 'in' }),
    aTouch('a', 4, { kind: 'post', outcome: 'done', contactIds: [] }),
  ]) {
    telling.add(activity)
  }
  expect(telling.end()).toMatchObject({
    total: 5,
    out: 4,
    in: 1,
    noes: 1,
    conversations: { count: 2, n: 3 },
    byKind: [
      { kind: 'phone', out: 3, in: 1, conversations: { count: 2, n: 3 }, timed: 1, minutes: 12 },
      { kind: 'post', out: 1, in: 0, conversations: { count: 0, n: 0, rate: null } },
    ],
  })
})

test('a refund lowers the net and leaves the sales as they were', () => {
  const sale = aSale('a', 0, 300)
  const refund = aSale('a', 1, -100, { refunds: sale.id })
  expect(harvestTold([sale, refund, aSale('b', 0, 250)])).toEqual([
    { currency: 'CAD', sales: 2, gross: 55000, refunds: 1, refunded: 10000, net: 45000, mean: 27500 },
  ])
})

test('counts add up to the log whatever it holds', () => {
  const anyActivity = fc
    .record({ kind: fc.constantFrom('phone', 'email', 'mine'), direction: fc.constantFrom<'out' | 'in'>('out', 'in'), minutes: fc.option(fc.nat(90)) })
    .map((over) => aTouch('a', 0, { ...over, voidedAt: null, occurredAt: clock('09:00') }))
  fc.assert(
    fc.property(fc.array(anyActivity, { maxLength: 40 }), (activities) => {
      const telling = tellCounts()
      for (const activity of activities) telling.add(activity)
      const { total, out, in: received, byKind } = telling.end()
      expect(total).toBe(activities.length)
      expect(byKind.reduce((sum, kind) => sum + kind.out + kind.in, 0)).toBe(total)
      expect(out + received).toBe(total)
      expect(byKind.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(activities.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0))
    }),
  )
})

const hoursTold = (...calls: readonly ReturnType<typeof aTouch>[]) => {
  const telling = tellAnsweredHours()
  for (const call of calls) telling.add(call)
  return telling.end()
}
test('hours are told of calls whose clock and outcome are known', () => {
  const told = hoursTold(
    ...Array.from({ length: 6 }, (_, day) => aTouch('a', day, { hour: 10, outcome: day < 2 ? 'reached' : 'no-answer' })),
    ...Array.from({ length: 6 }, (_, day) => aTouch('b', day, { hour: 12, outcome: 'reached', isDayOnly: true })),
    ...Array.from({ length: 6 }, (_, day) => aTouch('c', day, { hour: 15, outcome: 'done' })),
  )
  expect(told).toMatchObject({ calls: 6, hours: [{ hour: 10, count: 2, n: 6 }] })
})

const countsTold = (...activities: readonly ReturnType<typeof aTouch>[]) => {
  const [telling, people] = [tellCounts(), tellPeople((id) => id)]
  for (const activity of activities) {
    telling.add(activity)
    people.add(activity)
  }
  return telling.end(answeredLater(people.people, dayNumber(400), () => true))
}
const wrote = (person: string, day: number, over: Parameters<typeof aTouch>[2] = {}) => aTouch(person, day, { kind: 'email', outcome: 'sent', ...over })
const answer = (person: string, day: number, over: Parameters<typeof aTouch>[2] = {}) =>
  aTouch(person, day, { kind: 'email', outcome: 'replied', direction: 'in', ...over })

test('an answer that comes as an activity of its own is that of the last message sent to the person by the same kind', () => {
  // Five messages, of which two were answered: the second to a, the only one to b. An answer before any message, or by another kind, is of none.
  const { conversations, byKind } = countsTold(
    wrote('a', 0),
    wrote('a', 3),
    answer('a', 5),
    answer('a', 6),
    wrote('b', 1),
    answer('b', 1, { hour: 15 }),
    answer('c', 0),
    wrote('c', 2),
    wrote('d', 2),
    answer('d', 4, { kind: 'phone', outcome: 'reached' }),
  )
  expect(conversations).toMatchObject({ count: 2, n: 5 })
  expect(byKind.find(({ kind }) => kind === 'email')).toMatchObject({ out: 5, in: 4, conversations: { count: 2, n: 5 } })
})

test('a message already answered by its own outcome is not answered twice, and one sent to many counts once', () => {
  expect(countsTold(wrote('a', 0, { outcome: 'replied' }), answer('a', 2)).conversations).toMatchObject({ count: 1, n: 1 })
  expect(countsTold(wrote('a', 0, { contactIds: ['a', 'b', 'c'] }), answer('a', 2), answer('b', 3)).conversations).toMatchObject({ count: 1, n: 1 })
  // Of one day, without a clock, the message went before its answer.
  expect(countsTold(wrote('a', 1, { hour: 12, isDayOnly: true }), answer('a', 1, { hour: 9 })).conversations).toMatchObject({ count: 1, n: 1 })
  expect(countsTold(wrote('a', 1, { hour: 12 }), answer('a', 1, { hour: 9 })).conversations).toMatchObject({ count: 0, n: 1 })
})

test('a touch has somebody named: a post, or a call to nobody, is work and no touch', () => {
  const { touches, out } = countsTold(aTouch('a', 0), aTouch('a', 1, { contactIds: [] }), aTouch('a', 2, { kind: 'post', outcome: 'done', contactIds: [] }))
  expect([touches, out]).toEqual([1, 3])
})

test('limits are always numbers between 0 and 1, whatever is counted', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -2, max: 40 }), fc.constantFrom(0.95, 0.99), (x, n, level) => {
      for (const { lower, upper } of [wilson(x, n, level), jeffreys(x, n, level)]) {
        expect(lower >= 0 && lower <= upper && upper <= 1).toBe(true)
      }
      const { lower, upper } = newcombe(x, n, n - x, n, level)
      expect(lower >= -1 - 1e-12 && lower <= upper && upper <= 1 + 1e-12).toBe(true)
    }),
  )
})

test('answers never make more conversations than there were attempts, nor more than answers that came, in whatever order the log is told', () => {
  const anyMessage = fc
    .record({
      person: fc.constantFrom('a', 'b'),
      day: fc.nat(6),
      hour: fc.integer({ min: 8, max: 17 }),
      kind: fc.constantFrom('email', 'text', 'phone'),
      outcome: fc.constantFrom<Activity['outcome']>('sent', 'replied', 'no-answer', 'done'),
      direction: fc.constantFrom<'out' | 'in'>('out', 'in'),
      isDayOnly: fc.boolean(),
    })
    .map(({ person, day, ...over }) => ({ ...over, person, day }))
  fc.assert(
    fc.property(fc.array(anyMessage, { maxLength: 25 }), (messages) => {
      const log = messages.map(({ person, day, hour, isDayOnly, ...over }, place) => ({
        ...aTouch(person, day, { ...over, isDayOnly, hour: isDayOnly ? 12 : hour }),
        id: `m${String(place).padStart(2, '0')}`,
      }))
      const told = countsTold(...log)
      expect(countsTold(...log.toReversed())).toEqual(told)
      for (const { kind, conversations } of told.byKind) {
        const own = log.filter((each) => each.kind === kind)
        const spoken = own.filter(({ direction, outcome }) => direction === 'out' && outcome === 'replied').length
        const answers = own.filter(({ direction, outcome }) => direction === 'in' && outcome === 'replied').length
        expect(conversations.count).toBeGreaterThanOrEqual(spoken)
        expect(conversations.count).toBeLessThanOrEqual(Math.min(conversations.n, spoken + answers))
      }
    }),
  )
})

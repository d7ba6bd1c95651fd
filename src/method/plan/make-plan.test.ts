import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { salesBand } from './band.ts'
import { makePlan } from './make-plan.ts'
import { poolOf, type Plan, type PlanLine, type PlanRequest, type Wanted } from './plan.ts'
import { touchKinds } from './touch-kind.ts'

const aLine = (over: Partial<PlanLine> = {}): PlanLine => ({
  id: 'people-met',
  touch: 'met',
  past: { touches: 0, sales: 0 },
  guess: null,
  prior: null,
  minutesEach: 6,
  minimum: 0,
  people: null,
  ...over,
})
const aRequest = (over: Partial<PlanRequest> = {}): PlanRequest => ({
  wanted: { type: 'money', cents: 200_000 },
  usualSale: 30_000,
  pastSales: [],
  lines: [aLine()],
  workingDays: 21,
  minutesPerDay: 120,
  ...over,
})
const planned = (over: Partial<PlanRequest> = {}): Plan => {
  const plan = makePlan(aRequest(over))
  if (!plan.ok) throw new Error(plan.reason)
  return plan
}

test('someone new who wishes 2,000 $ hears 487 and 1,659 people, and that 267 would do one time in three', () => {
  const { average, even, prudent, hasOwnSales, facts } = planned()
  expect([average?.touches, even?.touches, prudent?.touches]).toEqual([267, 487, 1659])
  expect(average?.chance).toBeCloseTo(0.3173, 4)
  expect(hasOwnSales).toBe(false)
  expect(facts[0]?.perSale).toEqual({ from: 14, to: 761 })
})

test('sixty people and two sales later, the same wish takes 309, and says what that rests on', () => {
  const { average, even, prudent, hasOwnSales, facts } = planned({ pastSales: [30_000, 25_000], lines: [aLine({ past: { touches: 60, sales: 2 } })] })
  expect([average?.touches, even?.touches, prudent?.touches]).toEqual([230, 309, 635])
  expect(hasOwnSales).toBe(true)
  expect(facts).toMatchObject([{ perSale: { from: 16, to: 120 }, past: { touches: 60, sales: 2 } }])
})

test('the plan says people per working day and minutes a day', () => {
  const { even } = planned({ minutesPerDay: 480 })
  expect(even).toMatchObject({ minutes: 487 * 6, perDay: { touches: 24 }, isFeasible: true, wouldFit: null })
  expect(even?.perDay.minutes).toBeCloseTo((487 * 6) / 21, 10)
})

test('when the hours do not fit, it says how many days it takes, or which lower wish does', () => {
  const { even, usableMinutes, withinHours } = planned()
  expect(usableMinutes).toBe(0.85 * 120 * 21)
  expect(even).toMatchObject({ isFeasible: false, wouldFit: { workingDays: 29, wanted: { type: 'money' } } })
  expect(withinHours.minutes).toBeLessThanOrEqual(usableMinutes)
  expect(planned({ workingDays: 29 }).even?.isFeasible).toBe(true)
  expect(planned({ workingDays: 28 }).even?.isFeasible).toBe(false)
  const lower = even?.wouldFit?.wanted
  expect(planned({ wanted: lower! }).even?.isFeasible).toBe(true)
  const cents = lower?.type === 'money' ? lower.cents : 0
  expect(planned({ wanted: { type: 'money', cents: cents + 100 } }).even?.isFeasible).toBe(false)
})

test('without an hour nothing fits, and nothing is shrunk silently', () => {
  const { even, withinHours } = planned({ minutesPerDay: 0 })
  expect(even).toMatchObject({ touches: 487, isFeasible: false, wouldFit: { workingDays: null, wanted: { cents: 0 } } })
  expect([withinHours.touches, withinHours.chance]).toEqual([0, 0])
})

test('a wish in sales or clients is planned as one in money is', () => {
  const { even, prudent, average } = planned({ wanted: { type: 'sales', count: 10 } })
  expect(average?.touches).toBe(400)
  expect(even!.touches).toBeGreaterThan(400)
  expect(prudent!.touches).toBeGreaterThan(even!.touches)
})

test('a wish of nothing asks for nothing', () => {
  const wishes: readonly Wanted[] = [
    { type: 'money', cents: 0 },
    { type: 'money', cents: -5 },
    { type: 'sales', count: 0 },
  ]
  for (const wanted of wishes) {
    const { average, even, prudent } = planned({ wanted })
    expect([average?.touches, even?.touches, prudent?.touches, even?.chance]).toEqual([0, 0, 0, 1])
  }
})

test('a wish beyond twenty thousand people is not reachable with these figures', () => {
  const { average, even, prudent } = planned({ wanted: { type: 'money', cents: 900_000_000 } })
  expect([average, even, prudent]).toEqual([null, null, null])
})

test('the figures of a person who never sold anything of value reach nothing', () => {
  expect(planned({ usualSale: 0 }).even).toBeNull()
})

test('a year of wishes may take thousands of people, up to twenty thousand', () => {
  const { even } = planned({
    wanted: { type: 'sales', count: 400 },
    workingDays: 250,
    lines: [aLine({ touch: 'client' }), aLine({ id: 'calls', touch: 'unknown', minutesEach: 3 })],
  })
  expect(even!.touches).toBeGreaterThan(6000)
  expect(even!.touches).toBeLessThanOrEqual(20_000)
})

test('more people than are known asks for new ones, and says how many', () => {
  const { even } = planned({ lines: [aLine({ people: 40 })] })
  expect(even).toMatchObject({ touches: 487, lines: [{ touches: 487, newPeople: 42 }] })
  expect(planned({ lines: [aLine({ people: 82 })] }).even?.lines).toMatchObject([{ newPeople: 0 }])
})

test('new people are looked for where people can be found, after everyone who is known', () => {
  const lines = [aLine({ people: 40 }), aLine({ id: 'clients', touch: 'client', people: 5 })]
  const { even } = planned({ lines, wanted: { type: 'sales', count: 15 } })
  const [met, clients] = even!.lines
  expect(clients).toEqual({ id: 'clients', touches: 30, newPeople: 0 })
  expect(met!.newPeople).toBeGreaterThan(0)
  expect(planned({ lines: lines.slice(1) }).even!.lines[0]!.newPeople).toBeGreaterThan(0)
})

test('activities share the minutes, keep their minimum, and a post sells nothing by itself', () => {
  const lines = [aLine({ minimum: 12 }), aLine({ id: 'clients', touch: 'client' }), aLine({ id: 'post', touch: null, minutesEach: 20, minimum: 8 })]
  const { even, facts } = planned({ lines })
  const [met, clients, post] = even!.lines
  expect(post).toEqual({ id: 'post', touches: 8, newPeople: 0 })
  expect(met!.touches).toBeGreaterThanOrEqual(12)
  expect(clients!.touches * 6).toBeLessThanOrEqual(even!.minutes * 0.6 + 12)
  expect(facts.map(({ id }) => id)).toEqual(['people-met', 'clients'])
})

test('her own guess and an edited belief replace the starting one', () => {
  expect(planned({ lines: [aLine({ guess: { of: 20, buy: 2 } })] }).facts[0]?.rate).toEqual({ a: 2, b: 18 })
  expect(planned({ lines: [aLine({ prior: { rate: 0.1, weight: 10 } })] }).facts[0]?.rate).toEqual({ a: 1, b: 9 })
})

test('what cannot be planned is refused with its reason', () => {
  const reason = (over: Partial<PlanRequest>) => makePlan(aRequest(over))
  expect(reason({ lines: [] })).toEqual({ ok: false, reason: 'no-activity' })
  expect(reason({ lines: [aLine({ touch: null })] })).toEqual({ ok: false, reason: 'no-activity' })
  expect(reason({ workingDays: 0 })).toEqual({ ok: false, reason: 'no-working-days' })
  expect(reason({ lines: [aLine({ past: { touches: 1, sales: 2 } })] })).toEqual({ ok: false, reason: 'more-sales-than-touches' })
})

const somePast = fc
  .nat(300)
  .chain((touches) => fc.record({ touches: fc.constant(touches), sales: fc.nat(Math.ceil(touches / 8)) }))
  .filter(({ touches, sales }) => sales <= touches)
const someLines = fc
  .uniqueArray(fc.constantFrom(...touchKinds), { minLength: 1, maxLength: 4 })
  .chain((kinds) =>
    fc.tuple(
      ...kinds.map((touch) =>
        fc
          .record({ past: somePast, minutesEach: fc.constantFrom(3, 6, 15, 60), minimum: fc.nat(10), people: fc.option(fc.nat(60)) })
          .map((own) => aLine({ id: touch, touch, ...own })),
      ),
    ),
  )

test('a larger wish never takes less time, the prudent plan never less than the even one, and each keeps its word', () => {
  fc.assert(
    fc.property(someLines, fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 500_000 }), (lines, cents, more) => {
      const { even, prudent } = planned({ lines, wanted: { type: 'money', cents } })
      const larger = planned({ lines, wanted: { type: 'money', cents: cents + more } }).even
      if (even) expect(even.chance).toBeGreaterThanOrEqual(0.5)
      if (prudent) expect(prudent.chance).toBeGreaterThanOrEqual(0.8)
      // Whole activities: the last one of the longest kind may be in one plan and not in the other.
      if (prudent) expect(prudent.minutes).toBeGreaterThanOrEqual((even?.minutes ?? Infinity) - 60 * lines.length)
      if (larger) expect(larger.minutes).toBeGreaterThanOrEqual((even?.minutes ?? Infinity) - 60 * lines.length)
      if (even) expect(even.lines.reduce((sum, { touches }) => sum + touches, 0)).toBe(even.touches)
    }),
    { numRuns: 150 },
  )
})

test('the vectors hold through the whole plan', () => {
  type Vector = {
    readonly input: Readonly<Record<'W' | 'touch' | 'sales' | 'V0' | 'pi' | 'm', number>> & { readonly vals: unknown }
    readonly N50: number
    readonly N80: number
  }
  const { cases } = JSON.parse(readFileSync(new URL('../../../test/vectors/plan-reference.json', import.meta.url), 'utf8')) as {
    readonly cases: readonly Vector[]
  }
  for (const { input, N50, N80 } of cases) {
    const pastSales = [input.vals].flat().flatMap((value) => (typeof value === 'number' ? [value * 100] : []))
    const lines = [aLine({ past: { touches: input.touch, sales: input.sales }, prior: { rate: input.pi, weight: input.m } })]
    const { even, prudent } = planned({ wanted: { type: 'money', cents: input.W * 100 }, usualSale: input.V0 * 100, pastSales, lines })
    expect([even?.touches, prudent?.touches]).toEqual([N50, N80])
  }
})

test('the band of sales holds about four fifths of what is believed, and nothing when nothing is done', () => {
  expect(salesBand([{ rate: { a: 3, b: 97 }, touches: 309 }])).toEqual({ lower: 3, upper: 17 })
  expect(salesBand([])).toEqual({ lower: 0, upper: 0 })
  expect(salesBand([{ rate: { a: 5, b: 5 }, touches: 1 }])).toEqual({ lower: 0, upper: 1 })
})

test('the people who can be reached bring so many sales once each was touched six times, meetings with them not counted again', () => {
  const lines = [
    aLine({ touch: 'client', people: 10 }),
    aLine({ touch: 'met', people: 20 }),
    aLine({ touch: 'meeting', people: 30 }),
    aLine({ touch: 'unknown' }),
  ]
  const pool = poolOf(lines)
  const warm = [0.5, 1, 1.1, 1, 0.7, 0.5]
  const everSold = (rate: number) => 1 - warm.reduce((open, shape) => open * (1 - rate * shape), 1)
  expect(pool).toMatchObject({ people: 30, touches: 6 })
  expect(pool?.sales).toBeCloseTo(10 * everSold(0.06) + 20 * everSold(0.025), 9)
  // Nobody counted: nothing to say.
  expect(poolOf([aLine()])).toBeNull()
})

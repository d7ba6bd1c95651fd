import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asDay, type Instant } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/schedule.ts'
import { comparePlan, numbersIn, planNumbers, type PlanNumbers } from './compare-plan.ts'
import type { KeptPlan } from './kept-plan.ts'
import { makePlan } from './make-plan.ts'
import type { OwnPast } from './past-touches.ts'
import { comparedSince, latestPlan, planSpan, type PlanSpan } from './plan-since.ts'
import { touchKinds } from './touch-kind.ts'
import type { PlanLine, PlanRequest } from './plan.ts'

const calendar: WorkCalendar = { schedules: [], daysOff: [] }
const monday = asDay('2026-11-23')
const line: PlanLine = { id: 'met', touch: 'met', past: { touches: 60, sales: 2 }, guess: null, prior: null, minutesEach: 6, minimum: 0, people: null }
const post: PlanLine = { ...line, id: 'post', touch: null, minimum: 4 }
const request: PlanRequest = {
  wanted: { type: 'money', cents: 200_000 },
  usualSale: 30_000,
  pastSales: [30_000, 25_000],
  lines: [line, post],
  workingDays: 21,
  minutesPerDay: 240,
}
const kept = (): PlanNumbers => {
  const plan = makePlan(request)
  if (!plan.ok || !plan.even) throw new Error('no plan')
  return planNumbers(request, { type: 'every', unit: 'month' }, plan.even, 'even')
}

test('what is kept of a plan comes back from its content, and nothing else does', () => {
  const numbers = kept()
  expect(numbers.lines).toEqual([{ id: 'met', touches: numbers.touches, rate: { a: 3, b: 97 } }])
  expect(numbers.touches).toBeGreaterThanOrEqual(309)
  const content = { type: 'result', ...numbers }
  expect(numbersIn(JSON.parse(JSON.stringify(content)) as Record<string, unknown>)).toMatchObject(numbers)
  for (const other of [
    {},
    { type: 'activity' },
    { ...content, lines: [{ id: 'met', touches: 3 }] },
    { ...content, touches: '3' },
    { ...content, lines: [null] },
  ])
    expect(numbersIn(other)).toBeNull()
})

test('two weeks later: what was planned for ten days beside what was done, and sales beside what that was expected to bring', () => {
  const numbers = kept()
  const compared = comparePlan(numbers, { touches: { met: 100, post: 9 }, sales: 4 }, calendar, monday, addDays(monday, 13))
  expect(compared).toMatchObject({ days: 10, planned: (numbers.touches * 10) / 21, done: 100, sales: 4, standing: 'within' })
  expect(compared.expectedSales).toBeCloseTo(3, 10)
  expect(compared.band.lower).toBeLessThanOrEqual(3)
  expect(compared.band.upper).toBeGreaterThanOrEqual(3)
})

test('sales are judged by the touches done, not by those that were planned', () => {
  const standing = (touches: number, sales: number) => comparePlan(kept(), { touches: { met: touches }, sales }, calendar, monday, addDays(monday, 30)).standing
  expect([standing(300, 0), standing(300, 9), standing(300, 40), standing(0, 0)]).toEqual(['below', 'within', 'above', 'within'])
})

test('before five working days it is too early to say', () => {
  expect(comparePlan(kept(), { touches: { met: 90 }, sales: 0 }, calendar, monday, addDays(monday, 3)).standing).toBe('too-early')
  expect(comparePlan(kept(), { touches: {}, sales: 0 }, calendar, monday, addDays(monday, -1))).toMatchObject({
    days: 0,
    planned: 0,
    done: 0,
    expectedSales: 0,
  })
})

test('a plan until Christmas asks for nothing after it', () => {
  const numbers: PlanNumbers = { ...kept(), period: { type: 'until', day: asDay('2026-12-25') }, workingDays: 24 }
  const at = (through: string) => comparePlan(numbers, { touches: {}, sales: 0 }, calendar, monday, asDay(through)).planned
  expect(at('2026-12-25')).toBe(numbers.touches)
  expect(at('2027-03-01')).toBe(numbers.touches)
  expect(at('2026-12-08')).toBe(numbers.touches / 2)
})

test('what is planned never goes down as days go by', () => {
  fc.assert(
    fc.property(fc.nat(120), fc.nat(60), fc.nat(500), fc.nat(30), (days, more, touches, sales) => {
      const at = (count: number) => comparePlan(kept(), { touches: { met: touches }, sales }, calendar, monday, addDays(monday, count))
      expect(at(days + more).planned).toBeGreaterThanOrEqual(at(days).planned)
      expect(at(days).band.upper).toBeLessThanOrEqual(touches)
    }),
    { numRuns: 40 },
  )
})

test('the last plan of the days asked is compared on the days that are over, and no further than its own', () => {
  const content = { type: 'result', ...kept(), period: { type: 'until', day: asDay('2026-12-25') } }
  const plan = (id: string, day: string) => ({ id, memberId: 'nadia', wish: id, at: `${day}T15:00:00.000Z` as Instant, day: asDay(day), content })
  const plans = [plan('old', '2026-10-01'), plan('new', '2026-11-23')]
  expect([latestPlan(plans, asDay('2026-11-22'))?.id, latestPlan(plans, monday)?.id, latestPlan([], monday)]).toEqual(['old', 'new', null])
  const span = (lastOver: string) => planSpan(plans[1] as KeptPlan, asDay(lastOver))
  expect(span('2026-11-22')).toBeNull()
  expect(span('2026-12-01')).toMatchObject({ from: monday, through: '2026-12-01' })
  expect(span('2027-02-01')).toMatchObject({ from: monday, through: '2026-12-25' })
  const past = {
    touches: Object.fromEntries(touchKinds.map((kind) => [kind, { touches: kind === 'met' ? 100 : 7, sales: 0 }])),
    sales: [30_000],
    sold: 2,
  } as unknown as OwnPast
  expect(comparedSince(span('2026-12-06') as PlanSpan, past, calendar)).toMatchObject({ days: 10, done: 100, sales: 2 })
})

import { expect, test } from 'vitest'
import { makePlan } from '#method/plan/make-plan.ts'
import type { Plan } from '#method/plan/plan.ts'
import { choicesOf, chosenOf, mainFact, optionOf } from './plan-choice.ts'

// Calls to people met, six minutes each, for 500 $ in so many days of so many minutes.
const planOf = (workingDays: number, minutesPerDay: number): Plan => {
  const line = { id: 'met', touch: 'met' as const, past: { touches: 0, sales: 0 }, guess: null, prior: null, minutesEach: 6, minimum: 0, people: null }
  const plan = makePlan({ wanted: { type: 'money', cents: 50_000 }, usualSale: 27_500, pastSales: [], lines: [line], workingDays, minutesPerDay })
  if (!plan.ok) throw new Error(plan.reason)
  return plan
}

test('a wish beyond her hours opens on what they allow; the plans of the wish stay beside it', () => {
  const plan = planOf(1, 120)
  expect(plan.even?.isFeasible).toBe(false)
  expect(choicesOf(plan)).toEqual(['hours', 'even', 'prudent'])
  expect(chosenOf(plan, null)).toBe('hours')
  expect(optionOf(plan, 'hours')?.isFeasible).toBe(true)
  expect(chosenOf(plan, 'prudent')).toBe('prudent')
})

test('a wish that her hours hold opens on one time in two, and has no third plan', () => {
  const plan = planOf(200, 240)
  expect([plan.even?.isFeasible, plan.prudent?.isFeasible]).toEqual([true, true])
  expect(choicesOf(plan)).toEqual(['even', 'prudent'])
  // Chosen before she gave herself more time, it is there no more.
  expect(chosenOf(plan, 'hours')).toBe('even')
})

test('where only the prudent plan is beyond her hours, one time in two comes first', () => {
  const even = planOf(200, 240).even?.minutes ?? 0
  const plan = planOf(20, Math.ceil(even / 20 / 0.85) + 1)
  expect([plan.even?.isFeasible, plan.prudent?.isFeasible]).toEqual([true, false])
  expect(choicesOf(plan)).toEqual(['even', 'prudent', 'hours'])
})

test('without an hour for it, nothing is offered in its place', () => {
  expect(chosenOf(planOf(1, 0), null)).toBe('even')
})

test('the range beside the number is that of the line that should bring most of the sales, which need not be the longest', () => {
  const line = (id: 'met' | 'client', sales: number, minutesEach: number) => ({
    id,
    touch: id,
    past: { touches: 60, sales },
    guess: null,
    prior: null,
    minutesEach,
    minimum: 0,
    people: null,
  })
  // Calls to people met are many and short; those to clients fewer, and most sales come from them.
  const lines = [line('met', 1, 3), line('client', 20, 30)]
  const plan = makePlan({ wanted: { type: 'money', cents: 200_000 }, usualSale: 27_500, pastSales: [], lines, workingDays: 20, minutesPerDay: 240 })
  if (!plan.ok || !plan.even) throw new Error('no plan')
  const [met = 0, client = 0] = ['met', 'client'].map((id) => plan.even?.lines.find((each) => each.id === id)?.touches)
  expect(met).toBeGreaterThan(client)
  expect(mainFact(plan, plan.even)).toMatchObject({ id: 'client', past: { touches: 60, sales: 20 } })
})

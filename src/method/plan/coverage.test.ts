import { expect, test } from 'vitest'
import { pasts, planCoverage } from '#test/simulate/plan.ts'

test.each(pasts)('after %i touches, the band of the plan holds the truth 75 to 85 times in a hundred, and each plan succeeds as often as it says', (past) => {
  const { withinBand, reached, announced } = planCoverage('met', past, 500, 20)
  expect(withinBand).toBeGreaterThanOrEqual(0.75)
  expect(withinBand).toBeLessThanOrEqual(0.85)
  // Five hundred sellers leave a chance of a half within four points and a half, nineteen times in twenty.
  for (const plan of ['average', 'even', 'prudent'] as const) expect(Math.abs(reached[plan] - announced[plan])).toBeLessThan(0.06)
})

test('the plan that expects exactly the wish succeeds about one time in three', () => {
  expect(planCoverage('met', 0, 500, 20).reached.average).toBeCloseTo(1 / 3, 1)
})

import { expect, test } from 'vitest'
import { fareIn, type Fared } from '#test/simulate/ranking.ts'

const only = (fared: readonly Fared[]): Fared => {
  const [one] = fared
  if (!one) throw new Error('nobody fared')
  return one
}

// Ten worlds say less than the two hundred of `npm run simulate`, which holds the ranking to 1.8 and 1.2 times chance: the bounds are wider here.
test('in friendly worlds the ranking sells far more than chance and keeps every word given', { timeout: 60_000 }, () => {
  const { timesRandom, atLeastRandom, kept } = only(fareIn('friendly', 10, 1, ['recommended']))
  expect(timesRandom).toBeGreaterThan(1.6)
  expect(atLeastRandom).toBe(1)
  expect(kept).toBeGreaterThan(0.95)
})

test('in hostile worlds, where signs mean nothing and sources are shuffled, it learns and still sells more than chance', { timeout: 60_000 }, () => {
  const [learned, fixed] = fareIn('hostile', 10, 1, ['recommended', 'score, fixed'])
  expect(learned?.timesRandom).toBeGreaterThan(1.2)
  expect(learned?.atLeastRandom).toBeGreaterThanOrEqual(0.9)
  expect(learned?.sales).toBeGreaterThan(fixed?.sales ?? Infinity)
})

test('the same seed makes the same worlds', { timeout: 60_000 }, () => {
  expect(fareIn('friendly', 2, 5, ['recommended'])).toEqual(fareIn('friendly', 2, 5, ['recommended']))
})

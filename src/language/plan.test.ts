import { expect, test } from 'vitest'
import { isWorthSaying, wouldFitSentence } from './plan.ts'

const money = (cents: number) => ({ type: 'money' as const, cents })

test('what would fit names the days that it takes, beside those planned', () => {
  const fits = { workingDays: 15, wanted: money(8_000) }
  expect(wouldFitSentence(fits, money(50_000), 1, 'CAD', 'fr')).toBe(
    'Il faudrait 15 jours de travail au lieu d’un. Avec vos heures, la même chance va à 80\u00A0$.',
  )
  expect(wouldFitSentence(fits, money(50_000), 1, 'CAD', 'en')).toBe(
    'It would take 15 working days instead of one. With your hours, the same chance goes to $80.',
  )
  expect(wouldFitSentence(fits, money(50_000), 4.8, 'CAD', 'fr')).toMatch(/^Il faudrait 15 jours de travail au lieu de 4,8\. /)
  expect(wouldFitSentence({ ...fits, workingDays: null }, money(50_000), 4.8, 'CAD', 'en')).toBe('With your hours, the same chance goes to $80.')
})

test('an amount that is nothing beside the wish is left out', () => {
  expect(wouldFitSentence({ workingDays: 15, wanted: money(0) }, money(50_000), 1, 'CAD', 'fr')).toBe('Il faudrait 15 jours de travail au lieu d’un.')
  expect(wouldFitSentence({ workingDays: null, wanted: money(0) }, money(50_000), 1, 'CAD', 'fr')).toBe('')
  expect([0, 400, 500].map((cents) => isWorthSaying(money(cents), money(50_000)))).toEqual([false, false, true])
  expect(isWorthSaying(money(0), money(0))).toBe(false)
  expect(isWorthSaying({ type: 'sales', count: 0 }, { type: 'sales', count: 3 })).toBe(false)
  expect(isWorthSaying({ type: 'sales', count: 1 }, { type: 'sales', count: 300 })).toBe(true)
})

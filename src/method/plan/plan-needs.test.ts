import { expect, test } from 'vitest'
import { planNeeds } from './plan-needs.ts'

test('a kept plan asks so many a day, and its hours hold so many', () => {
  // Ten minutes each, two hours a day of which 85 % are for them.
  expect(planNeeds({ type: 'result', perDay: { touches: 24, minutes: 240 }, minutesPerDay: 120 })).toEqual({ perDay: 24, most: 10 })
  expect(planNeeds({ type: 'result', perDay: { touches: 24 } })).toEqual({ perDay: 24, most: null })
})

test('an activity that was accepted as it is needs nothing more, and what another version kept is no plan', () => {
  expect(planNeeds({ type: 'activity', target: 10 })).toBeNull()
  expect(planNeeds({})).toBeNull()
  expect(planNeeds({ type: 'result', perDay: { touches: 'many' } })).toBeNull()
})

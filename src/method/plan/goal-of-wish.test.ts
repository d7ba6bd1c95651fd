import { expect, test } from 'vitest'
import { asDay } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/schedule.ts'
import { largestTarget } from '../goal/goal.ts'
import { goalOfWish } from './goal-of-wish.ts'
import { readWish } from './read-wish.ts'

const monday = asDay('2026-11-23')
const usual: WorkCalendar = { schedules: [], daysOff: [] }

/** The goal that words make, or a failure when they are no activity. */
const goalOf = (words: string) => {
  const reading = readWish(words, monday)
  if (!reading.ok || reading.wish.type !== 'activity') throw new Error(`${words} is no activity`)
  return goalOfWish(reading.wish, usual, monday)
}
const calls = { type: 'kinds', kinds: ['phone'] } as const
const all = { type: 'all' } as const

test.each([
  ['10 appels par jour', '10 calls a day', { target: 10, per: 'day', measure: calls, counting: 'activities' }],
  ['5 conversations par semaine', '5 conversations a week', { target: 5, per: 'week', measure: { type: 'conversations' }, counting: 'people' }],
  ['parler à 20 personnes par jour', 'talk to 20 people a day', { target: 20, per: 'day', measure: all, counting: 'people' }],
  ['appeler 8 personnes par jour', 'call 8 people a day', { target: 8, per: 'day', measure: calls, counting: 'people' }],
  ['3 courriels par semaine', '3 emails a week', { target: 3, per: 'week', measure: { type: 'kinds', kinds: ['email'] }, counting: 'activities' }],
  ['publier 2 fois par semaine', 'post 2 times a week', { target: 2, per: 'week', measure: { type: 'kinds', kinds: ['post'] }, counting: 'activities' }],
])('« %s », "%s": what was wished for is the goal', (french, english, goal) => {
  expect(goalOf(french)).toEqual(goal)
  expect(goalOf(english)).toEqual(goal)
})

test('a month is spread over its working days, and no slip of the finger makes a goal', () => {
  expect(goalOf('100 appels par mois')).toEqual({ target: 5, per: 'day', measure: calls, counting: 'activities' })
  expect(goalOf('9000 appels par jour').target).toBe(largestTarget)
})

import { expect, test } from 'vitest'
import { aGoal, seventeen, today } from '#test/a-day.ts'
import { addDays, asDay, mondayOf, weekdayOf, type Day } from '#method/calendar/day.ts'
import { bilanOf } from '#method/evidence/tell-bilan.ts'
import { rateOf } from '#method/evidence/rate.ts'
import type { DayFacts } from '../day/today-view.ts'
import { isReviewDay, reviewedWeek } from './review-due.ts'
import { toTry } from './to-try.ts'

const done = seventeen()
const facts = (daysOff: readonly Day[] = []): DayFacts => ({
  workspace: { id: 'w', name: '', memberId: 'nadia', role: 'owner', isDemo: false },
  goals: () => [aGoal()],
  calendar: () => ({
    schedules: [],
    daysOff: daysOff.map((day) => ({ id: day, memberId: 'nadia', from: day, to: day, kind: 'day-off' as const, removed: false })),
  }),
  activitiesOn: (day) => done.filter((activity) => activity.day === day),
  canonical: (id) => id,
})
const nextMonday = addDays(mondayOf(today), 7)

test('the week is looked back on its next first working day, and on no other', () => {
  const days = Array.from({ length: 7 }, (_, n) => addDays(nextMonday, n))
  expect(days.filter((day) => isReviewDay(facts(), day, 'sunday'))).toEqual([nextMonday])
  expect(reviewedWeek(nextMonday, 'monday')).toBe(mondayOf(today))
})

test('a week that begins on Sunday is looked back on from that Sunday', () => {
  const sunday = addDays(mondayOf(today), -1)
  expect(weekdayOf(sunday)).toBe(7)
  for (let day = nextMonday; day < addDays(nextMonday, 6); day = addDays(day, 1)) expect(reviewedWeek(day, 'sunday')).toBe(sunday)
  expect(reviewedWeek(addDays(nextMonday, 6), 'sunday')).toBe(addDays(sunday, 7))
})

test('after a Monday off it is Tuesday', () => {
  expect(isReviewDay(facts([nextMonday]), nextMonday, 'monday')).toBe(false)
  expect(isReviewDay(facts([nextMonday]), addDays(nextMonday, 1), 'monday')).toBe(true)
})

test('a week without anything noted is not looked back on', () => {
  expect(isReviewDay(facts(), addDays(nextMonday, 7), 'monday')).toBe(false)
})

const bilan = bilanOf(
  done,
  { goals: [], calendar: { schedules: [], daysOff: [] }, zone: 'America/Toronto', contacts: [], sales: [] },
  {
    today: asDay('2026-11-30'),
    from: null,
    to: null,
    kind: null,
    source: null,
  },
)

test('follow-ups that wait come first; with nothing clear, past clients are heard from', () => {
  expect(weekdayOf(nextMonday)).toBe(1)
  expect(toTry({ ...bilan, followUps: { ...rateOf(4, 10), late: 2, waiting: 4 } })).toEqual({ name: 'follow-ups', best: null, n: 4 })
  expect(toTry(bilan).name).toBe('past-clients')
})

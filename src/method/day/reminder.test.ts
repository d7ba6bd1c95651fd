import { expect, test } from 'vitest'
import { clock, today, zone } from '#test/a-day.ts'
import { addDays } from '../calendar/day.ts'
import { remindersDue, type ReminderFacts } from './reminder.ts'

const due = (time: string, over: Partial<ReminderFacts> = {}) =>
  remindersDue({
    reminders: { morning: '08:30', evening: '16:45' },
    now: clock(time),
    zone,
    calendar: { schedules: [], daysOff: [] },
    page: null,
    remindedOn: { morning: null, evening: null },
    ...over,
  })

test('each comes at the time that she chose, and not an hour late', () => {
  expect(['08:29', '08:30', '09:29', '09:30', '16:44', '16:45', '17:44', '17:45'].map((time) => due(time))).toEqual([
    [],
    ['morning'],
    ['morning'],
    [],
    [],
    ['evening'],
    ['evening'],
    [],
  ])
})

test('once a day each, and none that she did not ask for', () => {
  expect(due('08:30', { remindedOn: { morning: today, evening: null } })).toEqual([])
  expect(due('08:30', { remindedOn: { morning: addDays(today, -1), evening: null } })).toEqual(['morning'])
  expect(due('08:30', { reminders: { morning: null, evening: '08:30' } })).toEqual(['evening'])
})

test('never on a day off, never once the day is closed, and an intention that is written needs none', () => {
  const away = { id: 'v', memberId: 'nadia', from: today, to: today, kind: 'vacation', removed: false } as const
  expect(due('08:30', { calendar: { schedules: [], daysOff: [away] } })).toEqual([])
  expect(due('08:30', { now: clock('08:30').replace('-23', '-22') as never })).toEqual([])
  expect(due('16:45', { page: { closedAt: clock('16:00'), intention: '' } })).toEqual([])
  expect(due('08:30', { page: { closedAt: null, intention: 'Si mon café est prêt…' } })).toEqual([])
  expect(due('16:45', { page: { closedAt: null, intention: 'Si mon café est prêt…' } })).toEqual(['evening'])
})

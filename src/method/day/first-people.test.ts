import { expect, test } from 'vitest'
import { addDays, asDay } from '../calendar/day.ts'
import { firstPeople } from './first-people.ts'

const calendar = { schedules: [], daysOff: [] }
const friday = asDay('2026-11-27')
const evening = { day: friday, tomorrow: ['julie', 'marc'] }

test('those chosen on Friday evening come first on the weekend and on Monday, and no later', () => {
  const chosen = { ids: ['julie', 'marc'], chosenOn: friday }
  expect([1, 2, 3, 4].map((days) => firstPeople([evening], addDays(friday, days), calendar))).toEqual([chosen, chosen, chosen, null])
  expect(firstPeople([evening], friday, calendar)).toBeNull()
})

test('the latest choice is the one that holds, and an evening without a choice takes none away', () => {
  const thursday = { day: addDays(friday, -1), tomorrow: ['anne'] }
  const saturday = { day: addDays(friday, 1), tomorrow: [] }
  expect(firstPeople([evening, saturday, thursday], asDay('2026-11-30'), calendar)?.ids).toEqual(['julie', 'marc'])
  expect(firstPeople([saturday], asDay('2026-11-30'), calendar)).toBeNull()
})

test('after a holiday the choice still holds; after months it is forgotten', () => {
  const off = { id: 'v', memberId: 'nadia', from: addDays(friday, 1), to: addDays(friday, 9), kind: 'vacation', removed: false } as const
  expect(firstPeople([evening], addDays(friday, 10), { schedules: [], daysOff: [off] })?.ids).toEqual(['julie', 'marc'])
  expect(firstPeople([evening], addDays(friday, 200), { schedules: [], daysOff: [off] })).toBeNull()
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asDay, daysFrom, weekdayOf, type Day } from './day.ts'
import { easterSunday, quebecHolidays } from './holidays.ts'
import { freeDay, isWorkingDay, workingDayFrom, type DayOff, type Schedule } from './schedule.ts'

type Year = { readonly holidays: Readonly<Record<string, string>>; readonly working_days: readonly number[]; readonly year: number }
const vectors = JSON.parse(readFileSync(new URL('../../../test/vectors/quebec-workdays.json', import.meta.url), 'utf8')) as Readonly<Record<string, Year>>
const calendar = { schedules: [], daysOff: [] }

test.each(Object.entries(vectors))('the holidays of %s are those of the law, with either day of Easter', (year, { holidays }) => {
  const { vendredi_saint: friday, lundi_de_paques: monday, ...others } = holidays
  const days = (easter: string | undefined) => [...Object.values(others), easter].sort()
  expect([...quebecHolidays(Number(year), 'good-friday').keys()].sort()).toEqual(days(friday))
  expect([...quebecHolidays(Number(year), 'easter-monday').keys()].sort()).toEqual(days(monday))
})

test.each(Object.entries(vectors))('the working days of %s are exact month by month', (year, expected) => {
  const days = daysFrom(asDay(`${year}-01-01`), asDay(`${year}-12-31`)).filter((day) => isWorkingDay(day, calendar))
  const months = Array.from({ length: 12 }, (_, month) => days.filter((day) => Number(day.slice(5, 7)) === month + 1).length)
  expect(months).toEqual(expected.working_days)
  expect(days.length).toBe(expected.year)
})

test('Easter is a Sunday between 22 March and 25 April', () => {
  for (let year = 1900; year <= 2200; year += 1) {
    const easter = easterSunday(year)
    expect(weekdayOf(easter)).toBe(7)
    expect(easter >= asDay(`${year}-03-22`) && easter <= asDay(`${year}-04-25`)).toBe(true)
  }
})

test('a feast on a Sunday is kept on the Monday, and the Sunday is an ordinary one', () => {
  expect(quebecHolidays(2029, 'good-friday').get(asDay('2029-07-02'))).toBe('canada')
  expect(freeDay(asDay('2029-07-01'), calendar)).toEqual({ because: 'weekday' })
})

const schedule = (effectiveFrom: string, weekdays: readonly number[]): Schedule => ({
  id: effectiveFrom,
  memberId: 'm',
  effectiveFrom: asDay(effectiveFrom),
  weekdays,
  holidays: 'quebec',
  easter: 'good-friday',
})

test('a new week never changes the days before it', () => {
  const schedules = [schedule('2026-01-01', [1, 2, 3, 4, 5]), schedule('2026-11-23', [2, 3])]
  expect(isWorkingDay(asDay('2026-11-20'), { schedules, daysOff: [] })).toBe(true)
  expect(isWorkingDay(asDay('2026-11-23'), { schedules, daysOff: [] })).toBe(false)
  expect(isWorkingDay(asDay('2026-11-24'), { schedules, daysOff: [] })).toBe(true)
})

test('a vacation is free from its first day to its last, and worked again once it is removed', () => {
  const off: DayOff = { id: 'o', memberId: 'm', from: asDay('2026-07-13'), to: asDay('2026-07-17'), kind: 'vacation', removed: false }
  const during = (removed: boolean): readonly Day[] =>
    daysFrom(asDay('2026-07-10'), asDay('2026-07-20')).filter((day) => isWorkingDay(day, { schedules: [], daysOff: [{ ...off, removed }] }))
  expect(during(false)).toEqual(['2026-07-10', '2026-07-20'])
  expect(during(true)).toHaveLength(7)
})

test('the working day from a holiday weekend is the day after it', () => {
  expect(workingDayFrom(asDay('2026-04-03'), calendar)).toBe('2026-04-06')
  expect(workingDayFrom(asDay('2026-12-25'), calendar)).toBe('2026-12-28')
})

test('someone who works no day keeps the day asked for rather than none', () => {
  expect(workingDayFrom(asDay('2026-11-23'), { schedules: [schedule('2026-01-01', [])], daysOff: [] })).toBe('2026-11-23')
})

test('a day of any year has its next working day', () => {
  for (const day of ['0000-06-01', '0001-01-01', '0024-05-12', '0999-12-31']) expect(workingDayFrom(asDay(day), calendar) >= day).toBe(true)
  expect(workingDayFrom(asDay('9999-12-25'), calendar)).toBe('9999-12-27')
  expect(workingDayFrom(asDay('9999-12-31'), { schedules: [schedule('2026-01-01', [1])], daysOff: [] })).toBe('9999-12-31')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  asDay,
  asInstant,
  dayOf,
  daysBetween,
  daysFrom,
  instantAt,
  isDay,
  isInstant,
  isWritableDay,
  mondayOf,
  timeOf,
  weekdayOf,
  type Instant,
} from './day.ts'

const zones = ['America/Toronto', 'America/St_Johns', 'America/Vancouver', 'Europe/Paris', 'Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Kiritimati', 'UTC']
const aDay = fc.integer({ min: 0, max: 365 * 40 }).map((days) => addDays(asDay('2010-01-01'), days))
const aZone = fc.constantFrom(...zones)
const at = (text: string) => text as Instant

test('a day is one that exists', () => {
  expect(isDay('2028-02-29')).toBe(true)
  for (const text of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-1-1', '', 'demain']) expect(isDay(text)).toBe(false)
})

test('an instant has one spelling', () => {
  expect(isInstant('2026-11-23T19:00:00.000Z')).toBe(true)
  for (const text of ['2026-11-23T19:00:00Z', '2026-11-23T19:00:00.000-05:00', '2026-11-23']) expect(isInstant(text)).toBe(false)
})

test('the day changes at midnight where the person is, not in UTC', () => {
  expect(dayOf(at('2026-11-24T04:59:59.999Z'), 'America/Toronto')).toBe('2026-11-23')
  expect(dayOf(at('2026-11-24T05:00:00.000Z'), 'America/Toronto')).toBe('2026-11-24')
})

test('someone who travels keeps the day of the place where she was', () => {
  const instant = at('2026-11-24T05:30:00.000Z')
  expect(dayOf(instant, 'America/Toronto')).toBe('2026-11-24')
  expect(dayOf(instant, 'America/Vancouver')).toBe('2026-11-23')
  expect(dayOf(instant, 'Europe/Paris')).toBe('2026-11-24')
})

test('the days on which clocks change have their midnight and their noon', () => {
  for (const day of ['2026-03-08', '2026-11-01'].map(asDay)) {
    for (const time of ['00:00', '12:00', '23:59']) {
      const instant = instantAt(day, time, 'America/Toronto')
      expect([dayOf(instant, 'America/Toronto'), timeOf(instant, 'America/Toronto')]).toEqual([day, time])
    }
  }
  const hours = (day: string) =>
    (Date.parse(instantAt(addDays(asDay(day), 1), '00:00', 'America/Toronto')) - Date.parse(instantAt(asDay(day), '00:00', 'America/Toronto'))) / 3_600_000
  expect([hours('2026-03-08'), hours('2026-11-01'), hours('2026-11-23')]).toEqual([23, 25, 24])
})

test.each([
  // Skipped: as much later.
  ['2026-03-08', '02:30', 'America/Toronto', '2026-03-08T07:30:00.000Z'],
  ['2026-03-08', '02:00', 'America/Toronto', '2026-03-08T07:00:00.000Z'],
  ['2026-03-08', '01:59', 'America/Toronto', '2026-03-08T06:59:00.000Z'],
  ['2026-03-08', '03:00', 'America/Toronto', '2026-03-08T07:00:00.000Z'],
  ['2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
  ['2026-09-06', '00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
  // Lived twice: the first.
  ['2026-11-01', '01:30', 'America/Toronto', '2026-11-01T05:30:00.000Z'],
  ['2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
])('%s at %s in %s is %s', (day, time, zone, instant) => {
  expect(instantAt(asDay(day), time, zone)).toBe(instant)
})

test('noon of any day in any zone is on that day, at noon', () => {
  fc.assert(
    fc.property(aDay, aZone, (day, zone) => {
      // Apia skipped a whole day when it crossed the date line.
      fc.pre(!(zone === 'Pacific/Apia' && day === '2011-12-30'))
      const instant = instantAt(day, '12:00', zone)
      expect([dayOf(instant, zone), timeOf(instant, zone)]).toEqual([day, '12:00'])
    }),
  )
})

test('an instant comes back from the day and the clock of its zone, to the minute, outside the hour that is lived twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_300_000_000, max: 2_500_000_000 }), aZone, (seconds, zone) => {
      const instant = asInstant(Math.floor(seconds / 60) * 60_000)
      const back = instantAt(dayOf(instant, zone), timeOf(instant, zone), zone)
      expect([dayOf(back, zone), timeOf(back, zone)]).toEqual([dayOf(instant, zone), timeOf(instant, zone)])
    }),
  )
})

test('days add up and go back, weeks begin on Monday', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count)
      expect(addDays(addDays(day, count), -count)).toBe(day)
      expect(weekdayOf(mondayOf(day))).toBe(1)
      expect(daysBetween(mondayOf(day), day)).toBe(weekdayOf(day) - 1)
    }),
  )
  expect(daysFrom(asDay('2026-11-23'), asDay('2026-11-25'))).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'])
  expect(daysFrom(asDay('2026-11-25'), asDay('2026-11-23'))).toEqual([])
})

test('a day may be written from 1900 to 2200', () => {
  for (const text of ['1900-01-01', '2026-11-23', '2200-12-31']) expect(isWritableDay(text)).toBe(true)
  for (const text of ['0001-01-01', '0024-05-12', '1899-12-31', '2201-01-01', '9999-12-31', '2026-02-30', '']) expect(isWritableDay(text)).toBe(false)
})

test('whatever day or instant was kept, of any year of four digits, counts on to a day and an instant', () => {
  const anyDay = fc
    .oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(0, 1, 24, 999, 9998, 9999))
    .chain((year) => fc.tuple(fc.constantFrom('01-01', '01-02', '06-15', '12-30', '12-31')).map(([date]) => asDay(`${String(year).padStart(4, '0')}-${date}`)))
  fc.assert(
    fc.property(anyDay, fc.constantFrom('00:00', '12:00', '23:59'), aZone, fc.integer({ min: -5_000_000, max: 5_000_000 }), (day, time, zone, count) => {
      const instant = `${day}T${time}:00.000Z` as Instant
      expect(isDay(dayOf(instant, zone))).toBe(true)
      expect(isInstant(instantAt(day, time, zone))).toBe(true)
      expect(isDay(addDays(day, count))).toBe(true)
      expect(isInstant(asInstant(Date.parse(instant) + count * 86_400_000))).toBe(true)
      // In a year that can be lived, nothing is bent.
      if (day >= '0002-01-01' && day < '9999-12-30') expect(Math.abs(daysBetween(day, dayOf(instant, zone)))).toBeLessThanOrEqual(1)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asDay, instantAt, type Instant } from '../calendar/day.ts'
import { readMinutes, readSeconds } from './written-length.ts'
import { momentReader } from './written-moment.ts'
import { readTime } from './written-time.ts'

const zone = 'America/Toronto'
const now = '2026-11-23T19:00:00.000Z' as Instant
const read = momentReader(zone, 'day-first', now)
const at = (date: string, time = ''): string => {
  const moment = read(date, time)
  return moment.ok ? moment.at : moment.reason
}

test.each([
  ['14:30', '14:30'],
  ['14:30:59', '14:30'],
  ['14 h 30', '14:30'],
  ['14h30', '14:30'],
  ['14h', '14:00'],
  ['9 h 05', '09:05'],
  ['2:30 PM', '14:30'],
  ['2:30pm', '14:30'],
  ['2 p.m.', '14:00'],
  ['12:15 AM', '00:15'],
  ['12:15 PM', '12:15'],
  ['midi', '12:00'],
  ['Noon', '12:00'],
  ['14h30min', '14:30'],
  ['0.604', '14:30'],
  ['0,6041666666666666', '14:30'],
  ['.25', '06:00'],
  ['0.5', '12:00'],
  ['0.0', '00:00'],
  ['0.99999', '23:59'],
  ['46056.604166', '14:30'],
])('the time « %s » is %s', (text, time) => {
  expect(readTime(text)).toMatchObject({ ok: true, time, offset: null })
})

test.each([
  ['14:30', '14:30:00.000'],
  ['14:30:05', '14:30:05.000'],
  ['14:30:05.25', '14:30:05.250'],
  ['14:30:05,123456', '14:30:05.123'],
  ['2:30:05 PM', '14:30:05.000'],
  ['14 h 30 min 05', '14:30:05.000'],
  ['23:59:60', '23:59:59.999'],
  ['midi', '12:00:00.000'],
  // A part of a day says the second when its decimals do.
  ['0.604', '14:30:00.000'],
  ['0.60422454', '14:30:05.000'],
  ['0.99999', '23:59:59.000'],
])('« %s » keeps its seconds: %s', (text, clock) => {
  const reading = readTime(text)
  expect(reading.ok && new Date(reading.ms).toISOString().slice(11, -1)).toBe(clock)
})

test.each(['25:00', '14:75', '14', 'demain', '13:00 PM', '14:3', '1430000', '::', '0', '1', '1.5', '14.30'])('« %s » is no time', (text) => {
  expect(readTime(text)).toEqual({ ok: false, reason: 'not-a-time' })
})

test.each([
  ['2026-02-03', '', '2026-02-03T17:00:00.000Z'],
  ['2026-07-03', '', '2026-07-03T16:00:00.000Z'],
  ['03/02/2026', '14:30', '2026-02-03T19:30:00.000Z'],
  ['2026-02-03 14:30', '', '2026-02-03T19:30:00.000Z'],
  ['2026-02-03T14:30:00', '', '2026-02-03T19:30:00.000Z'],
  ['20260203T143000Z', '', '2026-02-03T14:30:00.000Z'],
  ['20260203t143000z', '', '2026-02-03T14:30:00.000Z'],
  ['20260203T143000', '', '2026-02-03T19:30:00.000Z'],
  ['20260203T1430', '', '2026-02-03T19:30:00.000Z'],
  ['20260203T143000-0800', '', '2026-02-03T22:30:00.000Z'],
  ['20260203T143000.123+00:00', '', '2026-02-03T14:30:00.123Z'],
  ['2026-02-03T143000Z', '', '2026-02-03T14:30:00.000Z'],
  ['20260203 1430', '', '2026-02-03T19:30:00.000Z'],
  ['20260203', '', '2026-02-03T17:00:00.000Z'],
  ['20260203T256000Z', '', 'not-a-time'],
  ['2026-02-03', '0.604', '2026-02-03T19:30:00.000Z'],
  ['2026-02-03T14:30:00Z', '', '2026-02-03T14:30:00.000Z'],
  ['2026-02-03T14:30:00.123456+00:00', '', '2026-02-03T14:30:00.123Z'],
  ['2026-02-03T14:30:00-08:00', '', '2026-02-03T22:30:00.000Z'],
  ['Tue, 03 Feb 2026 14:30:00 +0000', '', '2026-02-03T14:30:00.000Z'],
  ['3 févr. 2026 à 14 h 30', '', '2026-02-03T19:30:00.000Z'],
  ['Feb 3, 2026, 2:30 PM', '', '2026-02-03T19:30:00.000Z'],
  ['1er mars 2026', '9 h', '2026-03-01T14:00:00.000Z'],
  ['46056', '', '2026-02-03T17:00:00.000Z'],
  ['46056.75', '', '2026-02-03T23:00:00.000Z'],
  ['1770129000', '', '2026-02-03T14:30:00.000Z'],
  ['1770129000000', '', '2026-02-03T14:30:00.000Z'],
  // The hour that the spring skips is as much later; the one lived twice is the first.
  ['2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
  ['2025-11-02 01:30', '', '2025-11-02T05:30:00.000Z'],
  ['', '', 'no-date'],
  ['0000-00-00', '', 'no-date'],
  ['31/02/2026', '', 'not-a-date'],
  ['hier', '', 'not-a-date'],
  ['--0203', '', 'not-a-date'],
  ['1869-02-03', '', 'not-a-date'],
  ['2026-02-03', '27 h', 'not-a-time'],
  ['2027-01-01', '', 'in-the-future'],
  ['2026-11-23', '23:00', '2026-11-24T04:00:00.000Z'],
  ['9'.repeat(300), '', 'not-a-date'],
])('« %s » « %s » is %s', (date, time, instant) => {
  expect(at(date, time)).toBe(instant)
})

test('what was told does not move when she changes zone, unless it carries its own offset', () => {
  const elsewhere = momentReader('Pacific/Auckland', 'day-first', now)
  for (const [date, time] of [
    ['2026-02-03', ''],
    ['2026-02-03', '14:30'],
    ['2026-02-03T14:30:00Z', ''],
  ] as const) {
    const [here, there] = [read(date, time), elsewhere(date, time)]
    expect(here.ok && there.ok && here.told === there.told).toBe(true)
  }
})

test.each([
  ['2026-02-03T14:30:05', '2026-02-03T19:30:05.000Z', '2026-02-03T14:30'],
  ['2026-02-03 14:30:59.5', '2026-02-03T19:30:59.500Z', '2026-02-03T14:30'],
  ['20260203T143005', '2026-02-03T19:30:05.000Z', '2026-02-03T14:30'],
  ['2026-02-03T14:30:05Z', '2026-02-03T14:30:05.000Z', '2026-02-03T14:30:00.000Z'],
  ['20260203T143005.5-0800', '2026-02-03T22:30:05.500Z', '2026-02-03T22:30:00.000Z'],
  ['46056.60422454', '2026-02-03T19:30:05.000Z', '2026-02-03T14:30'],
  ['46056.99999', '2026-02-04T04:59:59.000Z', '2026-02-04T00:00'],
])('« %s » keeps its seconds, and what is told of it, of which ids are made, none', (date, instant, told) => {
  expect(read(date, '')).toEqual({ ok: true, at: instant, told, isDayOnly: false })
})

test.each([
  ['2026-02-03 00:00', ''],
  ['2026-02-03 00:00:00', ''],
  ['2026-02-03T00:00:00', ''],
  ['2026-02-03T00:00:00.000', ''],
  ['20260203T000000', ''],
  ['3/2/2026 0:00', ''],
  ['3/2/2026 12:00:00 AM', ''],
  ['46056.0000001', ''],
  ['2026-02-03', '00:00:00'],
  ['2026-02-03', '0.0'],
])('the midnight of « %s » « %s » stands for no clock, under the name that it had', (date, time) => {
  expect(read(date, time)).toEqual({ ok: true, at: '2026-02-03T17:00:00.000Z', told: '2026-02-03T00:00', isDayOnly: true })
})

test.each([
  ['2026-02-03', 'minuit', '2026-02-03T05:00:00.000Z'],
  ['2026-02-03', '0 h', '2026-02-03T05:00:00.000Z'],
  ['2026-02-03 00:00:01', '', '2026-02-03T05:00:01.000Z'],
  ['2026-02-03 00:01', '', '2026-02-03T05:01:00.000Z'],
  ['2026-02-03T00:00:00Z', '', '2026-02-03T00:00:00.000Z'],
  ['2026-02-03T00:00:00-05:00', '', '2026-02-03T05:00:00.000Z'],
  // A clock of its own stands beside the date.
  ['2026-02-03 00:00:00', '14:30', '2026-02-03T19:30:00.000Z'],
])('the midnight of « %s » « %s » is said, or is none', (date, time, instant) => {
  expect(read(date, time)).toMatchObject({ ok: true, at: instant, isDayOnly: false })
})

test('every minute of every day is the one that the calendar gives, on the days when clocks change too', () => {
  const minute = fc.integer({ min: 1, max: 1439 }).map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
  const days = fc.oneof(fc.nat(700), fc.constantFrom(66, 304, 430, 668)).map((n) => addDays(asDay('2025-01-01'), n))
  for (const place of ['America/Toronto', 'Europe/Paris', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC']) {
    const reader = momentReader(place, 'day-first', '2030-01-01T00:00:00.000Z' as Instant)
    fc.assert(
      fc.property(days, minute, (day, time) => {
        expect(reader(day, time)).toEqual({ ok: true, at: instantAt(day, time, place), told: `${day}T${time}`, isDayOnly: false })
      }),
      { numRuns: 40 },
    )
  }
})

test.each([
  ['5', 5],
  ['2,5', 3],
  ['5 min', 5],
  ['12 minutes', 12],
  ['1 h 30', 90],
  ['1h30', 90],
  ['2 h', 120],
  ['1.5 hours', 90],
  ['90 s', 2],
  ['00:05:30', 6],
  ['0:05', 5],
  ['1:30', 90],
  ['', null],
  ['longtemps', undefined],
  ['-5', undefined],
  ['99 h', undefined],
])('a length of « %s » is %s minutes', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes)
})

test('a column of seconds is minutes', () => {
  expect(['90', '45', '', '00:03:00', 'x'].map(readSeconds)).toEqual([2, 1, null, 3, undefined])
})

import { expect, test } from 'vitest'
import { asDay, asInstant } from '#method/calendar/day.ts'
import { formatDay, formatDistance, formatInstant, formatMinutes, formatNumber, formatPercent, formatTime, ordinalParts } from './format.ts'

const today = asDay('2026-11-23')

test.each([
  ['2026-11-23', 'weekday', 'lundi 23 novembre', 'Monday, November 23'],
  ['2026-12-01', 'weekday', 'mardi 1er décembre', 'Tuesday, December 1'],
  ['2027-02-01', 'weekday', 'lundi 1er février 2027', 'Monday, February 1, 2027'],
  ['2026-12-01', 'long', '1er décembre 2026', 'December 1, 2026'],
  ['2026-11-12', 'short', '12 novembre', 'November 12'],
  ['2026-11-23', 'numeric', '2026-11-23', '2026-11-23'],
  ['2026-11-23', 'relative', 'aujourd’hui', 'today'],
  ['2026-11-22', 'relative', 'hier', 'yesterday'],
  ['2026-11-24', 'relative', 'demain', 'tomorrow'],
  ['2026-11-26', 'relative', 'jeudi', 'Thursday'],
  ['2026-11-30', 'relative', '30 novembre', 'November 30'],
] as const)('the day %s in the style %s', (day, style, french, english) => {
  expect(formatDay(asDay(day), 'fr', style, today)).toBe(french)
  expect(formatDay(asDay(day), 'en', style, today)).toBe(english)
})

test.each([
  ['14:30', '14\u00A0h\u00A030', '2:30\u00A0p.m.'],
  ['14:00', '14\u00A0h', '2:00\u00A0p.m.'],
  ['00:05', '0\u00A0h\u00A005', '12:05\u00A0a.m.'],
  ['12:00', '12\u00A0h', '12:00\u00A0p.m.'],
])('the clock time %s never breaks over two lines', (time, french, english) => {
  expect(formatTime(time, 'fr')).toBe(french)
  expect(formatTime(time, 'en')).toBe(english)
})

test('a negative number carries a true minus, and zero carries none', () => {
  expect(formatNumber(-1234.5, 'fr', 1)).toBe('\u22121\u00A0234,5')
  expect(formatNumber(-1234.5, 'en', 1)).toBe('\u22121,234.5')
  expect(formatNumber(-0.04, 'fr', 1)).toBe('0,0')
  expect(formatPercent(0.26, 'fr')).toBe('26\u00A0%')
  expect(formatPercent(0.26, 'en')).toBe('26%')
})

test('a length is told in minutes, then in hours', () => {
  expect(formatMinutes(20, 'fr')).toBe('20\u00A0min')
  expect(formatMinutes(65, 'fr')).toBe('1\u00A0h\u00A005')
  expect(formatMinutes(120, 'en')).toBe('2\u00A0h')
})

test('a distance is told as people say it', () => {
  expect(formatDistance(asDay('2026-11-20'), today, 'fr')).toBe('il y a 3 jours')
  expect(formatDistance(asDay('2026-11-25'), today, 'en')).toBe('in 2 days')
  expect(formatDistance(asDay('2026-03-23'), today, 'fr')).toBe('il y a 8 mois')
})

test('an instant is told on the clock of the person', () => {
  const instant = asInstant(Date.parse('2026-11-12T19:30:00Z'))
  expect(formatInstant(instant, 'America/Toronto', 'fr', today)).toBe('12 novembre, 14\u00A0h\u00A030')
  expect(formatInstant(instant, 'Europe/Paris', 'fr', today)).toBe('12 novembre, 20\u00A0h\u00A030')
})

test('ranks end as each language ends them', () => {
  expect([1, 2, 5].map((rank) => ordinalParts(rank, 'fr').suffix)).toEqual(['er', 'e', 'e'])
  expect([1, 2, 3, 4, 11, 12, 13, 21].map((rank) => ordinalParts(rank, 'en').suffix)).toEqual(['st', 'nd', 'rd', 'th', 'th', 'th', 'th', 'st'])
})

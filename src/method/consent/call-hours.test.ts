import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anInstant } from '../../../test/consent-histories.ts'
import { aRecipient, aSender, anEvent, on } from '../../../test/consents.ts'
import { asDay, asInstant, instantAt, timeOf } from '../calendar/day.ts'
import { canada } from '../contact/canada.ts'
import { callWindows, callWindowsOn, hoursOf, isWithinHours, nextOpening } from './call-hours.ts'
import { callWindowsToday } from './channel-states.ts'
import { contactMoment } from './moment.ts'
import { packOf } from './packs.ts'
import { consentStanding } from './standing.ts'
import { zonesOf } from './zones.ts'

const hours = hoursOf(packOf('CA'), 'consumer')
const toronto = 'America/Toronto'

test.each([
  ['2026-11-23', '08:59', false],
  ['2026-11-23', '09:00', true],
  ['2026-11-23', '21:29', true],
  ['2026-11-23', '21:30', false],
  ['2026-11-21', '09:59', false],
  ['2026-11-21', '10:00', true],
  ['2026-11-21', '17:59', true],
  ['2026-11-22', '18:00', false],
  ['2026-03-08', '10:00', true],
  ['2026-11-01', '17:59', true],
])('in Montreal on %s at %s, calling is lawful: %s', (day, time, isOpen) => {
  expect(isWithinHours(on(day, time), [toronto], hours)).toBe(isOpen)
})

test('in France a private person is called on weekdays, not over lunch', () => {
  const french = hoursOf(packOf('FR'), 'consumer')
  const paris = (day: string, time: string) => isWithinHours(instantAt(asDay(day), time, 'Europe/Paris'), ['Europe/Paris'], french)
  expect(['09:59', '10:00', '13:00', '14:00', '20:00'].map((time) => paris('2026-11-23', time))).toEqual([false, true, false, true, false])
  expect(paris('2026-11-21', '11:00')).toBe(false)
})

const zones = fc.subarray([toronto, 'America/Halifax', 'America/St_Johns', 'America/Vancouver', 'America/Edmonton', 'Europe/Paris'], { minLength: 1 })

test('the windows say what the clocks say, at every instant', () => {
  fc.assert(
    fc.property(anInstant, zones, fc.nat(48 * 60), (at, where, minutes) => {
      const then = asInstant(Math.floor(Date.parse(at) / 60_000) * 60_000 + minutes * 60_000)
      const windows = callWindows(at, asInstant(Date.parse(at) + 3 * 86_400_000), where, hours)
      fc.pre(then >= at)
      expect(windows.some(({ from, to }) => from <= then && then < to)).toBe(isWithinHours(then, where, hours))
    }),
    { numRuns: 300 },
  )
})

test('more places she may be in never make more hours', () => {
  fc.assert(
    fc.property(anInstant, zones, zones, (at, some, others) => {
      expect(isWithinHours(at, some, hours) || !isWithinHours(at, [...some, ...others], hours)).toBe(true)
    }),
  )
})

test('where she is not known to be, no hour is lawful', () => {
  expect(isWithinHours(on('2026-11-23'), [], hours)).toBe(false)
})

test('the next opening is the first instant that is lawful', () => {
  expect(nextOpening(on('2026-11-20', '22:00'), [toronto], hours)).toBe(on('2026-11-21', '10:00'))
  expect(nextOpening(on('2026-11-23', '12:00'), [toronto], hours)).toBe(on('2026-11-23', '12:00'))
  expect(nextOpening(on('2026-11-23', '12:00'), [], hours)).toBeNull()
  expect(nextOpening(on('2026-11-23'), ['Asia/Tokyo', toronto, 'Europe/Paris'], hours)).toBeNull()
})

test('the hours of a day are told by the clock of the seller', () => {
  const shown = callWindowsOn(asDay('2026-11-23'), toronto, ['America/Halifax'], hours).map(({ from, to }) => [timeOf(from, toronto), timeOf(to, toronto)])
  expect(shown).toEqual([['08:00', '20:30']])
  const standing = consentStanding([anEvent({ type: 'line-kind', line: 'business' }, '2026-01-01')], aRecipient({ country: 'FR', city: 'Lyon' }), aSender())
  expect(callWindowsToday(standing, contactMoment(on('2026-11-23'), aSender())).map(({ from, to }) => [timeOf(from, toronto), timeOf(to, toronto)])).toEqual([
    ['03:00', '15:30'],
  ])
})

test('the west that stopped changing its clocks is called at hours that suit the old clock and the new one', () => {
  const at = (time: string) => isWithinHours(on('2026-11-23', time), ['America/Vancouver'], hours)
  expect(['11:30', '12:00', '23:29', '23:30'].map(at)).toEqual([false, true, true, false])
})

const where = (over: Parameters<typeof aRecipient>[0]) => zonesOf(aRecipient({ city: '', ...over }), 'CA')

test.each([
  [{ zone: 'Europe/Lisbon', city: 'Montréal' }, ['Europe/Lisbon']],
  [{ city: 'Drummondville' }, [toronto]],
  [{ city: 'Îles-de-la-Madeleine', address: 'G4T 1A1' }, ['America/Halifax']],
  [{ city: 'Cap-aux-Meules' }, ['America/Halifax']],
  [{ city: 'Québec', address: '1, rue X, Québec (Québec)  G1R 2B5' }, [toronto]],
  [{ city: 'Natashquan', address: 'G0G 2E0' }, [toronto, 'America/Blanc-Sablon']],
  [{ address: '5, rue Y, Drummondville, QC' }, [toronto]],
  [{ city: 'Richmond, BC' }, ['America/Vancouver', 'America/Edmonton', 'America/Creston', 'America/Dawson_Creek', 'America/Fort_Nelson']],
  [{ address: '9 No. 3 Road, Richmond, BC V6X 1A1' }, ['America/Vancouver']],
  [{ address: '9 No. 3 Road, Richmond, BC' }, ['America/Vancouver', 'America/Edmonton', 'America/Creston', 'America/Dawson_Creek', 'America/Fort_Nelson']],
  [{ city: 'Kenora', address: 'P9N 1A1' }, ['America/Winnipeg']],
  [{ city: 'Ottawa (Ontario)' }, [toronto, 'America/Winnipeg', 'America/Atikokan']],
  [{ city: 'Halifax, Nouvelle-Écosse' }, ['America/Halifax']],
  [{ address: 'S7K 1A1' }, ['America/Regina']],
  [{ city: 'Paris, France' }, []],
  [{ country: 'FR', city: 'Lyon', address: '69002 Lyon' }, ['Europe/Paris']],
  [{ country: 'FR', address: '97400 Saint-Denis' }, ['Indian/Reunion']],
  [{ country: 'JP' }, []],
  [{ phones: [{ label: '', number: '+33612345678' }] }, ['Europe/Paris']],
  [{ city: 'Paris, France', phones: [{ label: '', number: '+33612345678' }] }, ['Europe/Paris']],
  [{ phones: [{ label: '', number: '+819012345678' }] }, []],
  [{ city: 'Drummondville', phones: [{ label: '', number: '+33612345678' }] }, [toronto]],
  [{ address: '5, rue Y, Drummondville, QC', phones: [{ label: '', number: '+33612345678' }] }, [toronto]],
])('the clock of %j is %j', (recipient, expected) => {
  expect(where(recipient)).toEqual(expected)
})

test('with the gazetteer of all Canada, a city of another province has its own clock', () => {
  expect(zonesOf(aRecipient({ city: 'Vancouver' }), 'CA', canada)).toEqual(['America/Vancouver'])
})

test('a number of elsewhere beside one of here leaves both clocks possible: only the hours of both are lawful', () => {
  const zones = where({
    phones: [
      { label: '', number: '+14185550100' },
      { label: '', number: '+33612345678' },
    ],
  })
  expect(zones).toEqual([...where({ phones: [] }), 'Europe/Paris'])
  // Nine in the evening in Paris is three in the afternoon in Montreal, and noon in Vancouver.
  expect(['14:30', '15:29', '15:30'].map((time) => isWithinHours(on('2026-11-23', time), zones, hours))).toEqual([true, true, false])
  expect(where({ country: 'CA', phones: [{ label: '', number: '+33612345678' }] })).toEqual(where({ phones: [] }))
})

test('a telephone number never tells the clock: 418 has three', () => {
  const of418 = { city: '', phones: [{ label: '', number: '+14185550100' }] }
  expect(where(of418)).toEqual(where({ phones: [] }))
  expect(where(of418).length).toBeGreaterThan(10)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayReader } from './day-reader.ts'
import { asInstant, dayOf } from './day.ts'

const zones = [
  'America/Toronto',
  'America/St_Johns',
  'America/Havana',
  'America/Asuncion',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'UTC',
]

test('a reader of days gives every day that the clock gives', () => {
  const readers = new Map(zones.map((zone) => [zone, dayReader(zone)]))
  fc.assert(
    fc.property(fc.integer({ min: 1_300_000_000, max: 2_500_000_000 }), fc.constantFrom(...zones), (seconds, zone) => {
      const at = asInstant(seconds * 1000)
      expect(readers.get(zone)?.(at)).toBe(dayOf(at, zone))
    }),
    { numRuns: 3000 },
  )
})

test('at the midnights where clocks change too, to the second', () => {
  // Havana changes at midnight and at one o’clock, Cairo at midnight: each hour of the nights of change of 2026.
  for (const zone of zones) {
    const read = dayReader(zone)
    for (const day of ['2026-03-08', '2026-03-09', '2026-04-24', '2026-10-29', '2026-10-30', '2026-11-01', '2026-11-02']) {
      for (let minutes = -60; minutes < 1500; minutes += 30) {
        for (const ms of [-1000, 0]) {
          const at = asInstant(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000 + ms)
          expect([zone, at, read(at)]).toEqual([zone, at, dayOf(at, zone)])
        }
      }
    }
  }
})

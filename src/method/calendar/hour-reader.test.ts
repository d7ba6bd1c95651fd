import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asInstant, timeOf } from './day.ts'
import { hourReader } from './hour-reader.ts'

test('the hour read is the one that the clock of the zone shows, odd offsets and changes of clocks included', () => {
  const read = hourReader()
  const zones = ['America/Toronto', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Europe/Paris', 'UTC']
  fc.assert(
    fc.property(fc.integer({ min: 1_300_000_000, max: 1_900_000_000 }), fc.constantFrom(...zones), (seconds, zone) => {
      const at = asInstant(seconds * 1000)
      expect(read(at, zone)).toBe(Number(timeOf(at, zone).slice(0, 2)))
    }),
    { numRuns: 500 },
  )
  for (let minute = 0; minute < 180; minute += 1) {
    const at = asInstant(Date.parse('2026-10-03T14:00:00.000Z') + minute * 60_000)
    for (const zone of ['Australia/Lord_Howe', 'Pacific/Chatham']) expect(read(at, zone)).toBe(Number(timeOf(at, zone).slice(0, 2)))
  }
})

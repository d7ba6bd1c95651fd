import { expect, test } from 'vitest'
import { asInstant } from '#method/calendar/day.ts'
import { askedToWait, backOff } from './back-off.ts'
import { nextBatch } from './batch.ts'
import type { Pending } from './view.ts'

const waiting = (count: number, notes: number): readonly Pending[] =>
  Array.from({ length: count }, (_, n) => ({
    sequence: n + 1,
    operation: {
      id: `op${n}`,
      at: asInstant(n),
      zone: 'America/Toronto',
      change: { type: 'contact.edit', contactId: 'c', fields: { notes: 'n'.repeat(notes) } },
    },
  }))

test('two hundred operations travel together, oldest first', () => {
  const batch = nextBatch(waiting(450, 0), { operations: 200, characters: 1_000_000 })
  expect(batch.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
})

test('long notes make a shorter batch, and one that is too long travels alone', () => {
  expect(nextBatch(waiting(10, 40_000), { operations: 200, characters: 100_000 })).toHaveLength(2)
  expect(nextBatch(waiting(10, 400_000), { operations: 200, characters: 100_000 })).toHaveLength(1)
  expect(nextBatch([], { operations: 200, characters: 100_000 })).toEqual([])
})

test('the pause doubles with each failure and never exceeds five minutes', () => {
  expect([1, 2, 3, 30].map((failures) => backOff(failures, 1))).toEqual([2000, 4000, 8000, 300_000])
  expect(backOff(30, 0)).toBe(150_000)
})

test('the server says how long to wait in seconds or as a date', () => {
  expect(askedToWait('7', 0)).toBe(7000)
  expect(askedToWait(new Date(60_000).toUTCString(), 0)).toBe(60_000)
  expect(askedToWait('soon', 0)).toBeNull()
  expect(askedToWait(null, 0)).toBeNull()
})

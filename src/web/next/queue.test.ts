import { expect, test } from 'vitest'
import { aContact, clock, today } from '#test/a-day.ts'
import { addDays } from '#method/calendar/day.ts'
import { nextWaiting, whatBecame } from './queue.ts'

const before = aContact({ touches: 4, lastTouchAt: clock('08:00') })
const step = before.nextStep!

test('in the queue, whoever was contacted, put off or let go is done, and a gesture taken back is not', () => {
  expect(whatBecame(before, before)).toBe('waiting')
  expect(whatBecame(before, { ...before, touches: 5, lastTouchAt: clock('09:00') })).toBe('logged')
  // Told late, or received: one of the two moves.
  expect(whatBecame(before, { ...before, touches: 5 })).toBe('logged')
  expect(whatBecame(before, { ...before, lastTouchAt: clock('09:00') })).toBe('logged')
  expect(whatBecame(before, { ...before, nextStep: { ...step, due: addDays(today, 3) } })).toBe('moved')
  expect(whatBecame(before, { ...before, nextStep: null, letGo: { at: clock('09:00'), reason: 'other', note: '', setBy: null } })).toBe('moved')
  expect(whatBecame(before, { ...before, archivedAt: clock('09:00') })).toBe('moved')
  expect(whatBecame(before, undefined)).toBe('moved')
  expect(whatBecame(before, { ...before, nextStep: { ...step, note: 'une note' } })).toBe('waiting')
})

test('after one, the next who still waits comes; past the last, the end', () => {
  expect(nextWaiting(['logged', 'moved', 'waiting', 'waiting'], 0)).toBe(2)
  expect(nextWaiting(['waiting', 'logged'], 0)).toBe(2)
  expect(nextWaiting([], 0)).toBe(0)
})

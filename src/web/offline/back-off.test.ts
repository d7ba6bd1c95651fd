import { expect, test } from 'vitest'
import { askedToWait, backOff, failuresAfter } from './back-off.ts'

const failed = { hasFailed: true }

test('each silence of the server lengthens the wait, up to five minutes', () => {
  const waits = [1, 2, 3, 20].map((failures) => backOff(failures, 1))
  expect(waits).toEqual([2000, 4000, 8000, 300_000])
  expect(backOff(1, 0)).toBe(1000)
})

test('once the server is heard again, what fails beside it is a first failure, and nothing that worked is one', () => {
  let failures = 0
  for (let n = 0; n < 6; n += 1) failures = failuresAfter(failures, failed)
  expect(failures).toBe(6)
  expect(failuresAfter(failures, { ...failed, wasHeard: true })).toBe(1)
  expect(failuresAfter(failures, { hasFailed: false, wasHeard: true })).toBe(0)
})

test('a server that asks for a wait is given it, as seconds or as a date, no longer than five minutes', () => {
  const now = Date.parse('2026-11-23T19:00:00Z')
  expect(['12', 'Mon, 23 Nov 2026 19:01:00 GMT', '9000', '', 'soon', null].map((header) => askedToWait(header, now))).toEqual([
    12_000,
    60_000,
    300_000,
    null,
    null,
    null,
  ])
})

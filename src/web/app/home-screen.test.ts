import { expect, test } from 'vitest'
import { mayBeErased } from './home-screen.ts'

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'

test.each([
  ['an iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${safari}`, 5, false, true],
  ['an iPad, which calls itself a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari}`, 5, false, true],
  ['an iPhone with Entrain on its home screen', `Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${safari}`, 5, true, false],
  ['a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari}`, 0, false, false],
  ['an Android phone', 'Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36', 5, false, false],
])('Safari may erase what is kept on %s: %s', (_, userAgent, maxTouchPoints, isInstalled, expected) => {
  expect(mayBeErased({ userAgent, maxTouchPoints, isInstalled })).toBe(expected)
})

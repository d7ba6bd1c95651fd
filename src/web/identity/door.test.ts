import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'
import { linkTokenOf } from './use-link-token.ts'

test('a link opens the door, invites, or brings nothing', () => {
  expect(linkTokenOf('#jeton=abc_-1')).toEqual({ what: 'entry', token: 'abc_-1' })
  expect(linkTokenOf('invitation=xyz')).toEqual({ what: 'invitation', token: 'xyz' })
  expect(linkTokenOf('')).toEqual({ what: 'nothing' })
  expect(linkTokenOf('#jeton=')).toEqual({ what: 'nothing' })
})

test.each([
  ['Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36', 'Chrome · Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari · iPhone',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0', 'Edge · Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox · Linux'],
  ['curl/8.5.0', ''],
])('%s is known as %s', (agent, name) => {
  expect(deviceName(agent)).toBe(name)
})

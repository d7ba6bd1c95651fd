import { expect, test } from 'vitest'
import { isReachableFromOutside } from './addresses.ts'

test.each([
  ['https://entrain.exemple.ca', true],
  ['http://entrain.example:8080', true],
  ['http://203.0.113.7', true],
  ['http://172.32.0.1', true],
  ['http://[2001:db8::1]:4833', true],
  ['http://localhost:4833', false],
  ['http://atelier', false],
  ['http://127.0.0.1:4833', false],
  ['http://10.1.2.3', false],
  ['http://172.16.0.4', false],
  ['http://192.168.1.12:4833', false],
  ['http://169.254.3.3', false],
  ['http://100.64.1.2', false],
  ['http://0.0.0.0:4833', false],
  ['http://[::1]:4833', false],
  ['http://[fd00::12]', false],
  ['http://[fe80::12]', false],
  ['http://[::ffff:192.168.1.12]', false],
  ['http://mon-poste.local:4833', false],
  ['http://nas.home.arpa', false],
])('%s can be opened from outside: %s', (url, can) => {
  expect(isReachableFromOutside(url)).toBe(can)
})

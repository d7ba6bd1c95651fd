import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asciiLabel } from './punycode.ts'
import { suppressionKey, suppressionKeys } from './suppression-key.ts'

test.each([
  [
    'email',
    ['Marie.Roy@Example.ORG', ' marie.roy@example.org ', '<marie.roy@example.org>', 'mailto:marie.roy+infolettre@example.org', 'marie.roy@example.org.'],
  ],
  ['email', ['marieroy@gmail.com', 'Marie.Roy+x@gmail.com', 'm.a.r.i.e.r.o.y@googlemail.com']],
  ['email', ['info@atelier-émilie.example', 'info@ATELIER-ÉMILIE.example', 'info@xn--atelier-milie-ihb.example', 'info@atelier-e\u0301milie.example']],
  ['phone', ['514 873-6565', '(514) 873-6565', '+1 514-873-6565', '1-514-873-6565 poste 123', 'tel:+15148736565']],
  ['message', ['@Marie', 'marie ', 'MARIE/']],
] as const)('every spelling of one address has one key: %s', (channel, spellings) => {
  expect(new Set(spellings.map((address) => suppressionKey(channel, address))).size).toBe(1)
  expect(suppressionKey(channel, spellings[0])).toBeTruthy()
})

test('other addresses have other keys, and what is no address has none', () => {
  expect(suppressionKey('email', 'marie.roy@example.org')).not.toBe(suppressionKey('email', 'marieroy@example.org'))
  expect(suppressionKey('email', 'a@gmail.com.example.org')).not.toBe(suppressionKey('email', 'a@gmail.com'))
  expect(suppressionKey('phone', '514 873-6565')).not.toBe(suppressionKey('phone', '514 873-6566'))
  expect(['', 'marie', '@', '@example.org', '+tag@example.org'].map((text) => suppressionKey('email', text))).toEqual(Array.from({ length: 5 }))
  expect([suppressionKey('phone', 'à venir'), suppressionKey('message', ' ')]).toEqual([undefined, undefined])
})

test('a text and a call share the number; a person has one key for each thing she can be reached at', () => {
  expect(suppressionKey('sms', '514 873-6565')).toBe(suppressionKey('phone', '5148736565'))
  const emails = ['marie@example.org', 'Marie@example.org', 'pas une adresse'].map((address) => ({ label: '', address }))
  expect(suppressionKeys({ emails, phones: [{ label: '', number: '+15148736565' }] })).toEqual(['email:marie@example.org', 'tel:15148736565'])
})

test('a key keeps its key', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const key = suppressionKey('email', address)
      expect(key && suppressionKey('email', key.slice('email:'.length))).toBe(key)
    }),
  )
})

// The platform's own URL parser writes domains the same way.
test('accented labels are written as machines write them', () => {
  const label = fc.string({ unit: fc.constantFrom(...'abcxyz019éèçœüñaßжд日本語'), minLength: 1, maxLength: 15 })
  fc.assert(
    fc.property(label, (text) => {
      fc.pre(URL.canParse(`http://a${text}.example`))
      expect(asciiLabel(`a${text}`)).toBe(new URL(`http://a${text}.example`).hostname.split('.')[0])
    }),
  )
})

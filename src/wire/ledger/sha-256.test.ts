import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hexOf, sha256 } from './sha-256.ts'

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
])('the examples of the standard: «%s»', (text, digest) => expect(hexOf(sha256(text))).toBe(digest))

test('any text, of any length and script, has the digest that Node gives it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(hexOf(sha256(text))).toBe(createHash('sha256').update(text).digest('hex'))
    }),
  )
  const long = 'Nathalie Côté 🎄 '.repeat(3000)
  expect(hexOf(sha256(long))).toBe(createHash('sha256').update(long).digest('hex'))
})

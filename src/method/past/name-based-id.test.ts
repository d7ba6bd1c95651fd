import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameBasedId } from './name-based-id.ts'

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

test('an id made of a name is the one of RFC 9562', () => {
  expect(nameBasedId(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
})

test('whatever the name and its length, it is the SHA-1 of the namespace and the name', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom(5 as const, 8 as const), (namespace, name, version) => {
      const bytes = createHash('sha1')
        .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
        .update(name, 'utf8')
        .digest()
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4)
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
      expect(nameBasedId(namespace, name, version).replaceAll('-', '')).toBe(bytes.toString('hex').slice(0, 32))
    }),
  )
})

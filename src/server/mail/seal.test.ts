import { expect, test } from 'vitest'
import { sealWith } from './seal.ts'

test('what is sealed opens only with the same key and in the same place', () => {
  const seal = sealWith('un secret')
  const sealed = seal.close('mot de passe', 'atelier nathalie')
  expect(seal.open(sealed, 'atelier nathalie')).toBe('mot de passe')
  expect(seal.open(sealed, 'chez luc')).toBeNull()
  expect(sealWith('un autre').open(sealed, 'atelier nathalie')).toBeNull()
  expect(seal.open(Buffer.from(sealed.map((byte, place) => (place === 20 ? byte ^ 1 : byte))), 'atelier nathalie')).toBeNull()
  expect(seal.close('mot de passe', 'atelier nathalie').equals(sealed)).toBe(false)
  expect(sealed.includes('mot de passe')).toBe(false)
})

import { expect, test } from 'vitest'
import { unnamedOwner } from '#language/names.ts'
import { nameToTake } from './use-first-name.ts'

test('an account without a name of its own takes the first name, and one that has a name keeps it', () => {
  expect(nameToTake(unnamedOwner, ' Nadia ')).toBe('Nadia')
  expect(nameToTake(unnamedOwner, ' ')).toBeNull()
  expect(nameToTake('Nadia Gagnon', 'Nadia')).toBeNull()
  expect(nameToTake(undefined, 'Nadia')).toBeNull()
})

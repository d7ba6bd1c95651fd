import { expect, test } from 'vitest'
import { doubtSentence } from './import.ts'

test('a row to decide says whom it resembles, and why', () => {
  expect(doubtSentence('shared-phone', ['Valérie Thériault · Granby'], 'fr')).toBe('Même téléphone, autre nom\u00A0: Valérie Thériault · Granby.')
  expect(doubtSentence('shared-phone', ['Valérie Thériault · Granby'], 'en')).toBe('Same phone, other name: Valérie Thériault · Granby.')
  expect(doubtSentence('several-people', ['A', 'B', 'C', 'D', 'E'], 'fr')).toBe('Lui ressemblent\u00A0: A; B; C (et 2 de plus).')
  expect(doubtSentence('several-people', [], 'fr')).toBe('Plusieurs personnes lui ressemblent.')
})

import { expect, test } from 'vitest'
import { aContact, clock, today } from '#test/a-day.ts'
import { addDays } from '../calendar/day.ts'
import { createSearch } from '../contact/search.ts'
import { firstStep } from '../follow-up/propose-step.ts'
import { atHandFirst } from './at-hand.ts'

const step = (days: number) => ({ ...firstStep(today), due: addDays(today, days), origin: 'proposed' as const, setBy: 'a' })
// The first step of everyone brought in by a file says nothing of whom one means: Alice and Carole have it too.
const gagnons = [
  aContact({ id: 'alice', name: 'Alice Gagnon' }),
  aContact({ id: 'benoit', name: 'Benoit Gagnon', nextStep: step(4) }),
  aContact({ id: 'carole', name: 'Carole Gagnon', lastTouchAt: clock('09:00') }),
  aContact({ id: 'luc', name: 'Luc Gagnon', nextStep: step(0) }),
  aContact({ id: 'nathalie', name: 'Nathalie Gagnon', nextStep: step(-2) }),
]

test('among the many of one name, whoever has a step due comes first, then the latest contacted, then the order of names', () => {
  const index = createSearch(gagnons.map((one) => [one.id, one] as const))
  const byId = new Map(gagnons.map((one) => [one.id, one]))
  const before = atHandFirst(today)
  const order = (text: string, limit?: number) =>
    index.search(text, limit, (a, b) => {
      const [one, other] = [byId.get(a), byId.get(b)]
      return one && other ? before(one, other) : 0
    })
  expect(order('gagnon')).toEqual(['nathalie', 'luc', 'carole', 'alice', 'benoit'])
  expect(order('gagnon', 2)).toEqual(['nathalie', 'luc'])
  // What answers better still comes before: her name begins so.
  expect(order('alice')).toEqual(['alice'])
  expect(index.search('gagnon')).toEqual(['alice', 'benoit', 'carole', 'luc', 'nathalie'])
  index.put('gagnon', { name: 'Gagnon Fleurs' })
  expect(order('gagnon', 2)).toEqual(['gagnon', 'nathalie'])
})

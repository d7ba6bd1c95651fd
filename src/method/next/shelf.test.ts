import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createShelf } from './shelf.ts'

const shelfOf = (values: readonly number[]) =>
  createShelf(values, (a, b) => ((values[a] ?? 0) === (values[b] ?? 0) ? a < b : (values[a] ?? 0) > (values[b] ?? 0)))
const drain = (values: readonly number[]): readonly number[] => {
  const shelf = shelfOf(values)
  const taken: number[] = []
  for (let place = shelf.take(); place !== undefined; place = shelf.take()) taken.push(place)
  return taken
}
const expectInOrder = (values: readonly number[]): void => {
  expect(drain(values)).toEqual(inOrder(values))
}
const inOrder = (values: readonly number[]): readonly number[] => values.map((_, place) => place).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)

test('a shelf gives everyone once, from the greatest value down, however many there are', () => {
  const few = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 })
  const many = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2500, maxLength: 3000 })
  fc.assert(fc.property(few, expectInOrder))
  fc.assert(fc.property(many, expectInOrder), { numRuns: 10 })
})

test('someone whose value falls takes the place of her new value, in this batch or a later one', () => {
  const values = Array.from({ length: 1000 }, (_, place) => 1000 - place)
  for (const lower of [990.5, 400.5, 0.5]) {
    const own = [...values]
    const shelf = shelfOf(own)
    expect(shelf.take()).toBe(0)
    own[0] = lower
    shelf.putBack(0)
    const order: number[] = []
    for (let place = shelf.take(); place !== undefined; place = shelf.take()) order.push(place)
    expect(order).toEqual(inOrder(own))
  }
})

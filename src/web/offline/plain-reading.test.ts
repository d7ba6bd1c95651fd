import { afterAll, beforeAll, expect, test } from 'vitest'

const ours = globalThis.Function
const made: unknown[][] = []
beforeAll(() => {
  globalThis.Function = new Proxy(ours, {
    construct: (target, given: unknown[]) => {
      made.push(given)
      return Reflect.construct(target, given) as object
    },
  })
})
afterAll(() => {
  globalThis.Function = ours
})

test.each([
  ['older facts', () => import('./older-facts.ts')],
  ['rounds', () => import('./sync-round.ts')],
])('what the screens read never tries to make code out of text: %s', async (_, bring) => {
  await bring()
  expect(made).toEqual([])
})

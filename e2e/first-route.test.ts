import { expect, test } from 'vitest'
import { firstRoute, firstRouteBudget } from '#test/first-route.ts'

test('the first screen waits for no more than 120 kB of compressed JavaScript, in either language', () => {
  for (const locale of ['fr-CA', 'en'] as const) {
    const { before } = firstRoute('dist/web', locale)
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThanOrEqual(firstRouteBudget)
  }
})

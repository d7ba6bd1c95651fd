import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const source = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')
// Before there is a workspace, and what needs to know whose or which.
const isAsked = (path: string): boolean => !path.includes('$') && !['/entrer', '/bienvenue', '/ui'].includes(path)

test('every place of the router can be gone to by its name, and no other', () => {
  const routed = [...source('./router.tsx').matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path).filter(isAsked)
  const named = [...source('../activity/places-to-go.ts').matchAll(/to: '([^']+)'/g)].map(([, path = '']) => path)
  expect(routed.length).toBeGreaterThan(15)
  expect(named.toSorted()).toEqual(routed.toSorted())
})

import { readFileSync } from 'node:fs'

const router = readFileSync(new URL('../src/web/app/router.tsx', import.meta.url), 'utf8')
// Before there is a workspace; the workshop of the components.
const apart = ['/entrer', '/bienvenue', '/ui']

/** Every place of the router that someone signed in can open; those that need an id, such as one person's card, are asked for apart. */
export const places: readonly string[] = [...router.matchAll(/path: '([^']+)'/g)]
  .map(([, path = '']) => path)
  .filter((path) => !apart.includes(path) && !path.includes('$'))

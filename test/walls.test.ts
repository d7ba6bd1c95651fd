import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'entrain-walls-'))
  for (const name of ['src', 'test', 'package.json', '.dependency-cruiser.mjs', '.oxlintrc.json', 'tsconfig.base.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const run = (program: string, words: readonly string[]): Promise<{ readonly code: number; readonly said: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'node_modules', program), ...words], { cwd: copy, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: error ? 1 : 0, said: `${out}${err}` }),
    )
  })

const cruise = (paths: readonly string[]) =>
  run('dependency-cruiser/bin/dependency-cruiser.mjs', [...paths, '--config', '.dependency-cruiser.mjs', '--output-type', 'err'])

// Each wall with a file that breaks it; the names are the walls' own.
const breaches: readonly { readonly wall: string; readonly path: string; readonly text: string }[] = [
  { wall: 'method-leans-on-nothing', path: 'src/method/day/breach.ts', text: "import '#wire/goal/goal.ts'" },
  { wall: 'wire-leans-on-method', path: 'src/wire/goal/breach.ts', text: "import '#language/format.ts'" },
  { wall: 'language-leans-on-method', path: 'src/language/breach.ts', text: "import '#web/ui/hue.ts'" },
  { wall: 'server-never-sees-web', path: 'src/server/http/breach.ts', text: "import '#web/ui/hue.ts'" },
  { wall: 'web-never-sees-server', path: 'src/web/day/breach.ts', text: "import '#server/http/door.ts'" },
  { wall: 'no-test-in-production', path: 'src/method/goal/breach.ts', text: "import '#test/memory-world.ts'" },
  { wall: 'order-of-words-calendar', path: 'src/method/calendar/breach.ts', text: "import '../sale/sale.ts'" },
  { wall: 'order-of-words-sale', path: 'src/method/sale/breach.ts', text: "import '../ledger/operation.ts'" },
  { wall: 'order-of-words-contact-server', path: 'src/server/contact/breach.ts', text: "import '../goal/routes.ts'" },
  { wall: 'packages-of-method', path: 'src/method/next/breach.ts', text: "import 'zod'" },
  { wall: 'packages-of-method', path: 'src/method/next/breach-of-node.ts', text: "import 'node:fs'" },
  { wall: 'packages-of-wire', path: 'src/wire/sale/breach.ts', text: "import 'kysely'" },
  { wall: 'packages-of-language', path: 'src/language/breach-of-package.ts', text: "import 'react'" },
  { wall: 'only-app-composes-server', path: 'src/server/goal/breach.ts', text: "import '../app/start.ts'" },
  { wall: 'only-app-composes-web', path: 'src/web/goal/breach.ts', text: "import '../app/router.tsx'" },
  { wall: 'ui-stands-alone', path: 'src/web/ui/breach.ts', text: "import '#method/goal/goal.ts'" },
  { wall: 'only-stores-speak-sql', path: 'src/server/goal/breach-routes.ts', text: "import 'kysely'" },
  { wall: 'only-stores-speak-sql', path: 'src/server/mail/breach.ts', text: "import 'pg'" },
  { wall: 'no-cycles', path: 'src/language/breach-of-cycle.ts', text: "export { again as once } from './breach-of-cycle-too.ts'\nexport const again = 1" },
  {
    wall: 'no-cycles',
    path: 'src/language/breach-of-types.ts',
    text: "import type { Again } from './breach-of-types-too.ts'\nexport type Once = Again | null",
  },
  { wall: 'nothing-missing', path: 'src/method/goal/breach-of-nothing.ts', text: "import './nowhere.ts'" },
]

// The order of the words is a wall for each word and room: each is broken by the first word that comes after it.
const orderBreaches = async (): Promise<readonly { readonly wall: string; readonly path: string; readonly text: string; readonly target: string }[]> => {
  const { default: config } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
    readonly default: { readonly forbidden: readonly { readonly name: string; readonly to: { readonly path?: unknown } }[] }
  }
  return config.forbidden.flatMap(({ name, to }) => {
    const word = /^order-of-words-(.+?)(-server)?$/.exec(name)
    if (!word?.[1]) return []
    const later = /\(([a-z-]+)[|)]\S*\/$/.exec(String(to.path))?.[1]
    // The last of all leans on everything.
    if (!later || later === 'none') return []
    const room = word[2] ? 'server' : 'method'
    return [
      {
        wall: name,
        path: `src/${room}/${word[1]}/breach-of-order.ts`,
        text: `import '../${later}/breach-ahead.ts'`,
        target: `src/${room}/${later}/breach-ahead.ts`,
      },
    ]
  })
}

test('the house as it stands respects its walls', async () => {
  const { said } = await cruise(['src'])
  expect(said.split('\n').filter((line) => line.includes('error '))).toEqual([])
  expect(said).toContain('no dependency violations found')
})

test('each wall falls when a file breaks it', async () => {
  const ofOrder = await orderBreaches()
  expect(ofOrder.length).toBeGreaterThan(30)
  const all = [...breaches, ...ofOrder]
  const written = [
    ...ofOrder.map(({ target }) => ({ path: target, text: 'export {}' })),
    ...all.map(({ path, text }) => ({ path, text })),
    { path: 'src/language/breach-of-cycle-too.ts', text: "export { again } from './breach-of-cycle.ts'" },
    { path: 'src/language/breach-of-types-too.ts', text: "import type { Once } from './breach-of-types.ts'\nexport type Again = Once | 1" },
  ]
  for (const { path, text } of written) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), `${text}\n`)
  }
  const { code, said } = await cruise(['src'])
  for (const { path } of written) rmSync(join(copy, path), { force: true })
  expect(code).toBe(1)
  const standing = all.filter(({ wall, path }) => !said.includes(`error ${wall}: ${path.replace(/\.ts$/, '')}`))
  expect(
    standing.map(({ wall, path }) => `${wall} by ${path}`),
    said.slice(0, 3000),
  ).toEqual([])
})

test.each([
  ['the clock', 'export const now = () => Date.now()', 'no-restricted-properties'],
  ['chance', 'export const chance = () => Math.random()', 'no-restricted-properties'],
  ['the network', "export const ask = () => fetch('/')", 'no-restricted-globals'],
])('the method cannot reach %s', async (_what, text, rule) => {
  const path = 'src/method/day/breach-of-purity.ts'
  writeFileSync(join(copy, path), `${text}\n`)
  const { code, said } = await run('oxlint/bin/oxlint', [path])
  rmSync(join(copy, path))
  expect(code).toBe(1)
  expect(said).toContain(rule)
})

test('the pure rooms have neither the page nor the machine: the compiler refuses both', async () => {
  const path = 'src/method/day/breach-of-types.ts'
  writeFileSync(join(copy, path), 'export const place = document\nexport const env = process.env\n')
  const { code, said } = await run('typescript/bin/tsc', ['-b', 'src/method'])
  rmSync(join(copy, path))
  expect(code).toBe(1)
  expect(said).toContain("Cannot find name 'document'")
  expect(said).toContain("Cannot find name 'process'")
})

test('the server is not compiled with the screens', async () => {
  const path = 'src/server/http/breach-of-room.ts'
  writeFileSync(join(copy, path), "export { hueStyle } from '#web/ui/hue.ts'\n")
  const { code, said } = await run('typescript/bin/tsc', ['-b', 'src/server'])
  rmSync(join(copy, path))
  expect(code).toBe(1)
  expect(said).toContain('breach-of-room.ts')
})

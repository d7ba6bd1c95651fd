import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const inFolder = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
const inLanguage = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
const documents = [...inFolder('.'), ...inFolder('docs'), ...inFolder('docs/decisions'), ...inFolder('docs/licences')].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}))
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> }

const matches = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, found = '']) => found)
const rooms = '(?:src|docs|test|e2e|bench|scripts|migrations|public|runtime)'

/** Paths of the project that a text names between backquotes or as a link; those with a joker stand for many. */
const pathsOf = (path: string, text: string): readonly string[] => [
  ...matches(text, new RegExp(`\`(${rooms}/[^\`\\s]*)\``, 'g')).filter((named) => !/[*<{…]/.test(named)),
  ...matches(text, new RegExp(`\\b(${rooms}/[\\w./-]+\\.(?:ts|tsx|mjs|md|png|sql))\\b`, 'g')),
  ...matches(text, /\]\(([^)#]+)(?:#[^)]*)?\)/g)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => normalize(join(dirname(path), link))),
]

test('every path that a document names exists', () => {
  const named = documents.flatMap(({ path, text }) => pathsOf(path, text).map((one) => ({ path, one })))
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter(({ one }) => !existsSync(one))).toEqual([])
})

test('every npm script that a document names exists', () => {
  const named = documents.flatMap(({ path, text }) =>
    [...matches(text, /\bnpm run ([a-z:-]+)/g), ...matches(text, /\bnpm (start|test)\b/g), ...matches(text, /`(check:[a-z0-9]+)`/g)].map((one) => ({
      path,
      one,
    })),
  )
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter(({ one }) => !Object.hasOwn(scripts, one))).toEqual([])
})

test('every check has its line for those who contribute', () => {
  const contributing = readFileSync('CONTRIBUTING.md', 'utf8')
  expect(Object.keys(scripts).filter((name) => name.startsWith('check:') && !contributing.includes(`| \`${name}\` |`))).toEqual([])
})

test('each of the first four claims names a test that exists', () => {
  const [, ...claims] = readFileSync('docs/method.md', 'utf8').split(/^## Claims? /m)
  for (const claim of claims.slice(0, 4)) {
    const tests = matches(claim, /`([^`]+\.test\.tsx?)`/g)
    expect(tests.length, claim.split('\n')[0]).toBeGreaterThan(0)
    expect(tests.filter((path) => !existsSync(path))).toEqual([])
  }
})

const grade = /^(?:[A-D][+-]?)(?:, (?:[A-D] for [^,]+|mixed))?$/

test('each claim says how well research supports it, in the same words in both documents', () => {
  const method = readFileSync('docs/method.md', 'utf8')
  const evidence = readFileSync('docs/evidence.md', 'utf8')
  const said = [...method.matchAll(/Grade of claim (\d): ([^.\n]+)\./g)].map(([, claim = '', given = '']) => [claim, given])
  const listed = [...evidence.matchAll(/^\| (\d)\. [^|]+\| [^|]+ \| ([^|]+) \|$/gm)].map(([, claim = '', given = '']) => [claim, given.trim()])
  expect(said.map(([claim]) => claim)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  expect(listed).toEqual(said)
  expect(said.filter(([, given]) => !grade.test(given ?? ''))).toEqual([])
})

test('every section of the evidence names a test, and every finding in it has its grade or its test', () => {
  const [, ...sections] = readFileSync('docs/evidence.md', 'utf8').split(/^## /m)
  const parts = sections.filter((section) => !section.startsWith('The seven claims'))
  expect(parts.length).toBeGreaterThan(5)
  const bare = parts.flatMap((section) =>
    section.split('\n').filter((line) => line.startsWith('- ') && !/Grade [A-D]|`[^`]+\.test\.ts`|be changed on the screen/.test(line)),
  )
  expect(bare).toEqual([])
  // A number of grade C or D stays in this document: no sentence of the screens says it.
  const sentences = inLanguage('src/language').join('\n')
  expect([/21 fois/, /\b80\u00A0% des ventes/, /100 fois plus/].filter((vendor) => vendor.test(sentences))).toEqual([])
})

test('every word of the method has its line in the glossary', () => {
  const glossary = readFileSync('docs/glossary.md', 'utf8')
  const words = readdirSync('src/method', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(words).toContain('ledger')
  expect(words.filter((word) => !glossary.includes(`\n- **${word}** (`))).toEqual([])
})

test('the documents name no folder of the machine they were written on', () => {
  const foreign = /(?<![\w.~])\/(?:tmp|home|root|Users|mnt)\//
  expect(documents.filter(({ text }) => foreign.test(text)).map(({ path, text }) => `${path}: ${foreign.exec(text)?.[0]}`)).toEqual([])
})

test('the French documents keep French typography', () => {
  const french = documents.filter(({ path }) => path.endsWith('.fr.md'))
  const wrong = french.flatMap(({ path, text }) =>
    text
      .replaceAll(/```[^]*?```|`[^`]*`|!\[|\]\([^)]*\)/g, '')
      .split('\n')
      .filter((line) => / [:»;!?]|« |[a-zéè]'[a-zéè]/.test(line))
      .map((line) => `${path}: ${line}`),
  )
  expect(wrong).toEqual([])
})

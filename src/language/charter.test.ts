import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as changes from './changes.ts'
import * as evidenceFigures from './evidence-figures.ts'
import * as evidence from './evidence.ts'
import * as evidenceTables from './evidence-tables.ts'
import { forbiddenIn } from './glossary.ts'
import * as names from './names.ts'
import { moneyRefusals, refusals } from './refusals.ts'
import { typographyFaults } from './typography.ts'

// The catalog of the screens, read as a file: language knows no screen.
const catalog = readFileSync(new URL('../web/app/locales/fr-CA.po', import.meta.url), 'utf8')
const onScreens = [...catalog.matchAll(/^msgid ((?:"(?:[^"\\]|\\.)*"\n)+)/gm)]
  .map(([, text = '']) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as string)
      .join(''),
  )
  .filter(Boolean)

const frenchOf = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null ? [] : 'fr' in value && typeof value.fr === 'string' ? [value.fr] : Object.values(value).flatMap(frenchOf)
const inLanguage = frenchOf({ ...names, refusals, moneyRefusals, changes, evidence, evidenceFigures, evidenceTables })
// The words of a plural's branches are prose; its own punctuation is not.
const prose = (message: string): string =>
  message
    .replace(/\{[^{}]*, (?:plural|select|selectordinal),/gu, '')
    .replace(/(?:=\d+|one|many|other|few) ?\{/gu, '')
    .replace(/\{[^{}]*\}/gu, 'x')
    .replace(/[{}]|<\/?\d+\/?>/gu, '')

test('no French sentence uses a word that the glossary replaces', () => {
  const found = [...inLanguage, ...onScreens.map(prose)].flatMap((sentence) => forbiddenIn(sentence).map((word) => `${word}: ${sentence}`))
  expect(found).toEqual([])
})

test('every French sentence follows the typography of Quebec', () => {
  const found = [...inLanguage, ...onScreens.map(prose)].flatMap((sentence) => typographyFaults(sentence).map(({ rule, near }) => `${rule}: …${near}…`))
  expect(found).toEqual([])
})

test.each([
  ["l'appel", 'straight-apostrophe'],
  ['Note : ceci', 'breaking-space'],
  ['« oui »', 'breaking-space'],
  ['Vraiment ?', 'space-before-mark'],
  ['26 %', 'breaking-space'],
  ['le "oui"', 'straight-quote'],
  ['14 h 30', 'plain-hours'],
])('the typography test sees the fault of %s', (sentence, rule) => {
  expect(typographyFaults(sentence).map((fault) => fault.rule)).toContain(rule)
})

test('the glossary test sees a word it forbids', () => {
  expect(forbiddenIn('Ajouter un prospect au pipeline')).toHaveLength(2)
  expect(forbiddenIn('Appeler la clientèle potentielle')).toEqual([])
})

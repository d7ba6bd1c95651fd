import fc from 'fast-check'
import { expect, test } from 'vitest'
import { details, readDetail, writtenDetails, type Details } from './details.ts'
import { fillTemplate } from './fill-template.ts'
import { readTemplate } from './read-template.ts'

const sylvie: Details = { 'first-name': 'Sylvie', city: 'Drummondville', event: 'Prospecter sans stress', date: 'jeudi 28 janvier' }
const filled = (text: string, known: Details = sylvie): string => {
  const answer = fillTemplate(text, known)
  return answer.ok ? answer.text : answer.faults.map(({ reason, at }) => `${reason}@${at}`).join(' ')
}

test('the details of one person take the place of their names, in French or in English', () => {
  expect(filled('Bonjour {prénom}, je serai à {ville} le {date}.')).toBe('Bonjour Sylvie, je serai à Drummondville le jeudi 28 janvier.')
  expect(filled('Hello {First Name}, “{EVENT}” in {city}')).toBe('Hello Sylvie, “Prospecter sans stress” in Drummondville')
  expect(filled('{ PRENOM } {Evenement}')).toBe('Sylvie Prospecter sans stress')
})

test('each detail has one name in each language, and no name stands for two details', () => {
  for (const detail of details) {
    expect([readDetail(writtenDetails[detail].fr), readDetail(writtenDetails[detail].en)]).toEqual([detail, detail])
  }
  expect(['constructor', '__proto__', 'toString', ''].map(readDetail)).toEqual([undefined, undefined, undefined, undefined])
})

test.each([
  ['Bonjour[ {prénom}], ça va?', 'Bonjour, ça va?'],
  ['[Bonjour {prénom}|Bonjour à vous],', 'Bonjour à vous,'],
  ['[Je pense à {prénom}|Je serai à {lieu}|Rien], oui', 'Rien, oui'],
  ['Un.\n\n[Détails : {lien}]\n\nDeux.', 'Un.\n\nDeux.'],
  ['Un\n[{lien}]\nDeux', 'Un\nDeux'],
  ['[{prénom}]\n\nDeux', 'Deux'],
  ['le [{date} ]midi', 'le midi'],
])('what nobody knows of her is not said: « %s »', (text, expected) => {
  expect(filled(text, {})).toBe(expected)
})

test('a detail asked outside a choice and not known is left out of the text and named', () => {
  expect(fillTemplate('Bonjour {prénom}, merci pour {offre}.', {})).toEqual({ ok: true, text: 'Bonjour, merci pour.', missing: ['first-name', 'offer'] })
  expect(fillTemplate('Bonjour[ {prénom}]', {})).toEqual({ ok: true, text: 'Bonjour', missing: [] })
})

test.each([
  ['Bonjour {prenon}!', 'unknown-detail', 8, 8, 'prenon'],
  ['Bonjour {}', 'unknown-detail', 8, 2, ''],
  ['Bonjour {prénom', 'unclosed-brace', 8, 1, ''],
  ['Bonjour {prénom\n}', 'unclosed-brace', 8, 1, ''],
  ['Bonjour } toi', 'stray-brace', 8, 1, ''],
  ['Bonjour [toi', 'unclosed-bracket', 8, 1, ''],
  ['Bonjour ] toi', 'stray-bracket', 8, 1, ''],
  ['[a [b] c]', 'nested-bracket', 3, 1, ''],
])('a fault in « %s » is named where it stands', (text, reason, at, length, name) => {
  expect(readTemplate(text).faults[0]).toEqual({ reason, at, length, name })
  expect(fillTemplate(text, sylvie).ok).toBe(false)
})

test.each([
  ['{{constructor}}', 'unclosed-brace@0 unknown-detail@1 stray-brace@14'],
  ['${prénom}', '$Sylvie'],
  ['<b>{prénom}</b>', '<b>Sylvie</b>'],
  ['[[sic]] a|b', '[sic] a|b'],
])('there is no code and no HTML: « %s »', (text, expected) => {
  expect(filled(text)).toBe(expected)
})

test.each([
  ['Je serai à {ville}', 'Le Bic', 'Je serai au Bic'],
  ['Je serai à {ville}', 'Les Cèdres', 'Je serai aux Cèdres'],
  ['tout près de {ville}', 'Le Bic', 'tout près du Bic'],
  ['tout près de {ville}', 'Alma', 'tout près d’Alma'],
  ['tout près de {ville}', 'La Tuque', 'tout près de La Tuque'],
  ['tout près de {ville}', 'Québec', 'tout près de Québec'],
  ['I will be in {city}', 'Les Cèdres', 'I will be in Les Cèdres'],
])('French keeps its grammar before a name: « %s », %s', (text, city, expected) => {
  expect(filled(text, { city })).toBe(expected)
})

const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('{', '}', '[', ']', '|', '\n', ' ', '{prénom}', '{first name}', '{ville}', '{derniers mots}', '{x}', '[{lieu}', ' de {ville}', '$&', '\\'),
  ),
  { maxLength: 40 },
)
const template = pieces.map((all) => all.join(''))
const someone = (mark: string): fc.Arbitrary<Details> =>
  fc.record(Object.fromEntries(details.map((detail) => [detail, fc.string({ maxLength: 12 }).map((text) => `${text}${mark}`)])), { requiredKeys: [] })

test('whatever the template and the details, nothing throws, and no brace is left in what is said', () => {
  fc.assert(
    fc.property(template, someone('{prénom}'), (text, known) => {
      const answer = fillTemplate(text, known)
      if (answer.ok) expect(answer.text).not.toMatch(/[{}]/)
      else for (const { at, length } of answer.faults) expect(at >= 0 && length > 0 && at + length <= text.length).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('a message to one person holds nothing of another, even when the two are written one after the other', () => {
  fc.assert(
    fc.property(template, someone('\u2460'), someone('\u2461'), (text, one, other) => {
      const before = fillTemplate(text, one)
      const answer = fillTemplate(text, other)
      if (answer.ok && !text.includes('\u2460')) expect(answer.text).not.toContain('\u2460')
      expect(fillTemplate(text, one)).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('what is filled in stays on its line and is never read as a template', () => {
  expect(filled('Bonjour {prénom}', { 'first-name': 'Sylvie\nBcc: tous@exemple.ca' })).toBe('Bonjour Sylvie, Bcc: tous@exemple.ca')
  expect(filled('{derniers mots}', { 'last-words': '{ville} [a|b]', city: 'Alma' })).toBe('(ville) [a|b]')
})

test('a template of any length is read to its end at once, and one too long is refused', () => {
  expect(filled('{'.repeat(20_000)).split(' ')).toHaveLength(20_000)
  expect(fillTemplate('{derniers mots}'.repeat(1300), { 'last-words': 'a'.repeat(5000) })).toMatchObject({ ok: true })
  expect(readTemplate('a'.repeat(20_001)).faults).toMatchObject([{ reason: 'too-long', at: 20_000 }])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftMessage, languageFor, templatesFor, withClosing } from './draft-message.ts'
import { firstNameOf } from './first-name.ts'
import type { Template } from './template.ts'

const template = (over: Partial<Template> = {}): Template => ({
  id: 't',
  name: 'Inviter',
  purpose: 'event',
  language: 'fr',
  subject: 'Je serai à {lieu}',
  body: 'Bonjour {prénom},\n\nJ’ai pensé à vous.',
  archived: false,
  ...over,
})
const details = { 'first-name': 'Sylvie', place: 'Drummondville' }
const footer = ['Nadia Roy, Élan, 12, rue des Érables, Québec (Québec)  G1R 2B5', 'Pour ne plus recevoir mes messages : https://exemple.ca/d/abc']

test('a draft is the words, the signature, then the lines that the law wants', () => {
  const drafting = draftMessage({ template: template(), details, signature: 'Nadia\n514 555-0101\n', footer })
  expect(drafting).toEqual({
    ok: true,
    draft: {
      subject: 'Je serai à Drummondville',
      body: `Bonjour Sylvie,\n\nJ’ai pensé à vous.\n\nNadia\n514 555-0101\n\n-- \n${footer.map((line) => line.replace('  ', ' ')).join('\n')}`,
      language: 'fr',
      missing: [],
    },
  })
})

test('without signature or lines, nothing stands in their place', () => {
  expect(withClosing('Bonjour', '', [])).toBe('Bonjour')
  expect(withClosing('Bonjour', '', ['', ' '])).toBe('Bonjour')
})

test('a fault says whether it is in the subject or in the body', () => {
  const drafting = draftMessage({ template: template({ subject: '{lieux}', body: '{prénom' }), details, signature: '', footer })
  expect(drafting).toMatchObject({
    ok: false,
    faults: [
      { part: 'subject', reason: 'unknown-detail', at: 0 },
      { part: 'body', reason: 'unclosed-brace', at: 0 },
    ],
  })
})

test('nothing that is known of someone can open a second header after the subject', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('\r', '\n', '\t', '\u2028', '\u0085', 'Bcc: x') })), (name) => {
      const drafting = draftMessage({
        template: template({ subject: 'Pour {prénom}\r\n{lieu}' }),
        details: { ...details, 'first-name': name },
        signature: '',
        footer,
      })
      // oxlint-disable-next-line no-control-regex
      expect(drafting.ok && drafting.draft.subject).not.toMatch(/[\u0000-\u001F\u007F\u0085\u2028\u2029]/)
    }),
  )
})

test('one writes in her language; to someone of Quebec who told none, in French', () => {
  expect(languageFor({ language: 'en', city: 'Québec' }, 'fr')).toBe('en')
  expect(languageFor({ language: '', city: 'St-Jérôme' }, 'en')).toBe('fr')
  expect(languageFor({ language: '', city: 'Ottawa' }, 'en')).toBe('en')
  expect(languageFor({ language: '', city: '' }, 'fr')).toBe('fr')
})

test('her own templates come before those of Entrain, in the language and for the purpose asked', () => {
  const own = [template({ id: 'own' }), template({ id: 'old', archived: true }), template({ id: 'english', language: 'en' })]
  const builtIn = [template({ id: 'built-in' }), template({ id: 'thanks', purpose: 'thanks' })]
  expect(templatesFor('event', 'fr', own, builtIn).map(({ id }) => id)).toEqual(['own', 'built-in'])
})

test.each([
  ['Marie-Ève Côté', 'Marie-Ève'],
  ['Côté, Marie-Ève', 'Marie-Ève'],
  ['Dre Marie-Ève Côté', 'Marie-Ève'],
  ['NATHALIE GAGNON', 'Nathalie'],
  ['jean-françois roy', 'Jean-François'],
  ['Nguyen', 'Nguyen'],
  ['Luc et Marie Roy', 'Luc et Marie'],
  ['Mme Roy', ''],
  ['M. et Mme Roy', ''],
  ['J. Roy', ''],
  ['marie@exemple.ca', ''],
  ['Gestion Roy inc.', ''],
  ['', ''],
])('« %s » is called « %s »', (name, first) => {
  expect(firstNameOf(name)).toBe(first)
})

test('a company under its own name has no first name', () => {
  expect(firstNameOf('Salon Belle Vie', 'SALON BELLE-VIE')).toBe('')
})

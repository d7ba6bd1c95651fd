import { expect, test } from 'vitest'
import { readTemplate } from '#method/message/read-template.ts'
import { forbiddenIn } from './glossary.ts'
import { nb } from './language.ts'
import { templateFaults, templateFaultSentence } from './template-faults.ts'
import { typographyFaults } from './typography.ts'

test('a detail that does not exist is named in the sentence that says so', () => {
  const [fault] = readTemplate('Bonjour {prenon}').faults
  expect(fault && templateFaultSentence(fault, 'fr')).toBe(`«${nb}prenon${nb}»${nb}: Ce détail n’existe pas. Choisissez-en un dans la liste.`)
  expect(fault && templateFaultSentence(fault, 'en')).toBe('“prenon”: This detail does not exist. Choose one from the list.')
})

test('every fault is said in good French', () => {
  for (const { fr } of Object.values(templateFaults)) expect([...typographyFaults(fr), ...forbiddenIn(fr)]).toEqual([])
})

import { expect, test } from 'vitest'
import { aContact, today } from '#test/a-day.ts'
import { anEvent, sylvie } from '#test/invited-people.ts'
import { draftMessage } from '#method/message/draft-message.ts'
import { templatePurposes } from '#method/message/template.ts'
import { defaultTemplates } from './default-templates.ts'
import { forbiddenIn } from './glossary.ts'
import { nb } from './language.ts'
import { messageDetails, type MessageOccasion } from './message-details.ts'
import { typographyFaults } from './typography.ts'

const talk = anEvent({ title: 'Prospecter sans stress', link: 'https://exemple.ca/conference' })
const draft = (template: (typeof defaultTemplates)[number], over: Partial<MessageOccasion> = {}) => {
  const details = messageDetails({ contact: sylvie(), event: talk, offer: null, myName: 'Nadia', ...over }, template.language, today)
  const drafting = draftMessage({ template, details, signature: 'Nadia', footer: [] })
  if (!drafting.ok) throw new Error(`${template.id}: ${drafting.faults.map(({ reason }) => reason).join()}`)
  return drafting.draft
}
const named = (id: string) => {
  const found = defaultTemplates.find((template) => template.id === id)
  if (!found) throw new Error(id)
  return found
}

test('every purpose has a template in both languages', () => {
  expect(defaultTemplates.map(({ purpose, language }) => `${language} ${purpose}`)).toEqual([
    ...templatePurposes.map((purpose) => `fr ${purpose}`),
    ...templatePurposes.map((purpose) => `en ${purpose}`),
  ])
})

test('the talk in Drummondville makes a personal message to the one who said « pas maintenant »', () => {
  const { subject, body, missing } = draft(named('default-event-fr'))
  expect(subject).toBe('Je serai à Drummondville')
  expect(body).toContain('Bonjour Sylvie,\n\nJe prépare')
  expect(body).toContain(`«${nb}Prospecter sans stress${nb}», le lundi 28 décembre à 19${nb}h à Drummondville, et j’ai pensé à vous.`)
  expect(body).toContain(`Tous les détails sont ici${nb}: https://exemple.ca/conference`)
  expect(missing).toEqual([])
  expect(draft(named('default-event-en')).body).toContain(
    `“Prospecter sans stress”, on Monday, December 28 at 7:00${nb}p.m. in Drummondville, and I thought of you.`,
  )
})

test('with next to nothing known, every template is still a letter in good French', () => {
  const bare = { contact: aContact({ name: 'x@exemple.ca' }), event: { ...talk, place: '', link: '', time: null }, myName: '' }
  for (const template of defaultTemplates) {
    for (const over of [{}, bare]) {
      const { subject, body, missing } = draft(template, over)
      expect(missing).toEqual([])
      if (template.language === 'fr') {
        const french = `${template.name}\n${subject}\n${body}`.replaceAll(/https:\S+/g, '')
        expect([...typographyFaults(french), ...forbiddenIn(french)]).toEqual([])
      }
      expect(body).not.toMatch(/ [,.]|\n{3}|[ \u00A0]\n/)
    }
  }
})

test('the answer to an enquiry asks only for what is not known: the moment, where her number is', () => {
  const asked = { event: null, contact: aContact({ name: 'Josée Lavoie', phones: [{ label: '', number: '+18195550142' }] }) }
  expect(draft(named('default-answer-fr'), asked).body).toContain(`À quel moment puis-je vous appeler au 819${nb}555\u20110142?`)
  expect(draft(named('default-answer-en'), asked).body).toContain('At what time may I call you at 819\u2011555\u20110142?')
  const unknown = { ...asked, contact: aContact({ name: 'Josée Lavoie', phones: [] }) }
  expect(draft(named('default-answer-fr'), unknown).body).toContain('\n\nÀ quel numéro et à quel moment puis-je vous appeler?')
  expect(draft(named('default-answer-en'), unknown).body).toContain('At what number and what time may I call you?')
})

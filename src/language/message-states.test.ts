import { expect, test } from 'vitest'
import { messageStates } from '#method/message/message.ts'
import { messageSentence } from './message-states.ts'

test('a message held back or refused says why, in both languages', () => {
  expect(messageSentence({ state: 'blocked', detail: 'referral-used' }, 'fr')).toBe('Courriel retenu\u00A0: la recommandation a déjà servi')
  expect(messageSentence({ state: 'failed', detail: 'smtp-550' }, 'fr')).toBe('Le courriel n’est pas parti\u00A0: votre serveur a refusé cette adresse')
  expect(messageSentence({ state: 'failed', detail: 'econnrefused' }, 'en')).toBe('The e-mail did not leave: your mail server did not answer')
})

test('a reason that nobody foresaw is still told, and a message that left needs none', () => {
  expect(messageSentence({ state: 'blocked', detail: 'something-new' }, 'en')).toBe('E-mail held back: the law does not allow it today')
  for (const state of messageStates) expect(messageSentence({ state, detail: '' }, 'fr')).toMatch(/courriel/i)
  expect(messageSentence({ state: 'sent', detail: '' }, 'fr')).toBe('Courriel parti')
})

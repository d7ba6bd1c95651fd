import { describe, expect, test } from 'vitest'
import { foldWords } from '../contact/fold.ts'
import { readDirection, readKind } from './kind-words.ts'
import { outcomeUnsaid, readOutcome } from './outcome-words.ts'
import { readSaleState } from './sale-words.ts'

describe('the words of a kind, in both languages', () => {
  test.each([
    ['Appel', 'phone'],
    ['appels sortants', 'phone'],
    ['Téléphone', 'phone'],
    ['TÉL.', 'phone'],
    ['Call', 'phone'],
    ['cold call', 'phone'],
    ['Phone call', 'phone'],
    ['coup de fil', 'phone'],
    ['Conference call', 'phone'],
    ['Message laissé', 'phone'],
    ['Voicemail', 'phone'],
    ['Courriel', 'email'],
    ['E-mail', 'email'],
    ['email', 'email'],
    ['Courrier électronique', 'email'],
    ['Texto', 'text'],
    ['SMS', 'text'],
    ['Text', 'text'],
    ['Rendez-vous', 'meeting'],
    ['RDV', 'meeting'],
    ['Réunion', 'meeting'],
    ['Meeting', 'meeting'],
    ['Appointment', 'meeting'],
    ['Rencontre', 'in-person'],
    ['En personne', 'in-person'],
    ['Site visit', 'in-person'],
    ['porte-à-porte', 'in-person'],
    ['Vidéo', 'video'],
    ['Appel vidéo', 'video'],
    ['Zoom', 'video'],
    ['Video call', 'video'],
    ['Réseautage', 'networking'],
    ['Networking event', 'networking'],
    ['Salon', 'networking'],
    ['Publication', 'post'],
    ['LinkedIn post', 'post'],
    ['Vente', 'sale'],
    ['Sale', 'sale'],
    ['Sold', 'sale'],
    ['Commande', 'sale'],
    ['Closed won', 'sale'],
    ['In-person meeting', 'in-person'],
    ['Face-to-face meeting', 'in-person'],
    ['Rencontre en personne', 'in-person'],
    ['Lunch meeting', 'in-person'],
    ['Video meeting', 'video'],
    ['Zoom meeting', 'video'],
    ['Meeting (Zoom)', 'video'],
    ['Teams meeting', 'video'],
    ['Rendez-vous visio', 'video'],
    ['Rencontre virtuelle', 'video'],
    ['Phone meeting', 'phone'],
    ['Rendez-vous téléphonique', 'phone'],
    ['Réunion de réseautage', 'networking'],
    ['Zoom meeting booked', 'meeting'],
    ['Rendez-vous visio pris', 'meeting'],
    ['Facebook message', 'text'],
    ['LinkedIn message', 'text'],
    ['Message Instagram', 'text'],
    ['Facebook', 'post'],
  ])('« %s » is %s', (word, kind) => {
    expect(readKind(foldWords(word))?.kind).toBe(kind)
  })

  test.each(['Infolettre', 'Soumission', 'Cadeau', '', '42', 'Salesforce task', 'Website visit', 'Visite site web', 'Visite de la page'])(
    '« %s » is no kind that is known',
    (word) => {
      expect(readKind(foldWords(word))).toBeUndefined()
    },
  )

  test('a word may tell the direction and the outcome too', () => {
    expect(readKind(foldWords('Appel manqué'))).toEqual({ kind: 'phone', direction: 'in', outcome: 'no-answer' })
    expect(readKind(foldWords('Courriel reçu'))).toEqual({ kind: 'email', direction: 'in', outcome: null })
    expect(readKind(foldWords('Outbound call'))).toEqual({ kind: 'phone', direction: 'out', outcome: null })
    expect(readKind(foldWords('Message vocal'))).toEqual({ kind: 'phone', direction: null, outcome: 'message-left' })
    expect(['Entrant', 'inbound', 'Reçu', 'IN'].map((word) => readDirection(foldWords(word)))).toEqual(['in', 'in', 'in', 'in'])
    expect(['Sortant', 'outgoing', 'out', 'Moi'].map((word) => readDirection(foldWords(word)))).toEqual(['out', 'out', 'out', 'out'])
    expect(readDirection('gauche')).toBeUndefined()
  })
})

describe('the words of an outcome, in both languages', () => {
  test.each([
    ['Joint', 'reached'],
    ['jointe', 'reached'],
    ['Reached', 'reached'],
    ['Connected', 'reached'],
    ['Spoke with her', 'reached'],
    ['answered', 'reached'],
    ['Parlé 10 minutes', 'reached'],
    ['Message laissé', 'message-left'],
    ['Left voicemail', 'message-left'],
    ['left a message', 'message-left'],
    ['Boîte vocale', 'message-left'],
    ['Voicemail', 'message-left'],
    ['Pas de réponse', 'no-answer'],
    ['No answer', 'no-answer'],
    ['no-answer', 'no-answer'],
    ['N’a pas répondu', 'no-answer'],
    ['Not reached', 'no-answer'],
    ['Non jointe', 'no-answer'],
    ['Unanswered', 'no-answer'],
    ['Busy', 'no-answer'],
    ['Occupé', 'no-answer'],
    ['No show', 'no-answer'],
    ['Wrong number', 'no-answer'],
    ['Intéressé', 'yes'],
    ['très intéressée', 'yes'],
    ['Interested', 'yes'],
    ['Oui', 'yes'],
    ['Yes', 'yes'],
    ['Vendu', 'yes'],
    ['Sale', 'yes'],
    ['Won', 'yes'],
    ['Pas intéressée', 'no'],
    ['Not interested', 'no'],
    ['Non', 'no'],
    ['No', 'no'],
    ['Refus', 'no'],
    ['Declined', 'no'],
    ['Lost', 'no'],
    ['Pas maintenant', 'not-now'],
    ['Not now', 'not-now'],
    ['À rappeler', 'not-now'],
    ['Call back later', 'not-now'],
    ['Plus tard', 'not-now'],
    ['Rendez-vous pris', 'meeting-booked'],
    ['Meeting booked', 'meeting-booked'],
    ['RDV', 'meeting-booked'],
    ['A répondu', 'replied'],
    ['Replied', 'replied'],
    ['Réponse reçue', 'replied'],
    ['Envoyé', 'sent'],
    ['Sent', 'sent'],
    ['Opened', 'sent'],
    ['Fait', 'done'],
    ['Completed', 'done'],
    ['Publié', 'done'],
  ])('« %s » is %s', (word, outcome) => {
    expect(readOutcome(foldWords(word))).toBe(outcome)
  })

  test.each([
    'Not sold',
    'Pas vendu',
    'Aucune vente',
    'Pas de vente',
    'No sale',
    'Pas signé',
    'Not signed',
    'Not converted',
    'Pas accepté',
    'Pas acheté',
    'Ne veut pas acheter',
    'Won’t buy',
    'Peu intéressé',
    'Not very interested',
    'Pas contacté',
    'Not spoken',
    'Not attended',
    'Cannot talk',
    'Can’t talk',
    'Not delivered',
    'Non livré',
    'Not opened',
    'RDV annulé',
    'A annulé son rendez-vous',
    'Meeting cancelled',
    'No demo',
    'Pas de rendez-vous',
    'No message left',
    'N’a pas laissé de message',
    'Not done',
    'Pas refusé',
    'Not rejected',
  ])('« %s » is no success, nor a refusal: it is not known', (word) => {
    expect(readOutcome(foldWords(word))).toBeUndefined()
  })

  test.each([
    ['Pas intéressée', 'no'],
    ['N’est plus intéressé', 'no'],
    ['No longer interested', 'no'],
    ['No, not interested', 'no'],
    ['Non merci', 'no'],
    ['N’a pas répondu', 'no-answer'],
    ['Not connected', 'no-answer'],
    ['Never answered', 'no-answer'],
    ['Jamais joint', 'no-answer'],
    ['Not replied', 'no-answer'],
    ['Hasn’t replied', 'no-answer'],
    ['Didn’t answer', 'no-answer'],
    ['No answer, left voicemail', 'message-left'],
    ['Pas de réponse, message laissé', 'message-left'],
    ['Pas encore', 'not-now'],
    ['Not yet, call back', 'not-now'],
    ['Pas le bon moment', 'not-now'],
    ['Appel n° 3 : jointe', 'reached'],
    ['Appel nº 3 : jointe', 'reached'],
  ])('a negation leaves what is true: « %s » is %s', (word, outcome) => {
    expect(readOutcome(foldWords(word))).toBe(outcome)
  })

  test.each([
    'Did not answer',
    'didnt answer',
    'Does not answer',
    'Doesn’t answer',
    'Did not pick up',
    'Didn’t pick up',
    'Did not reply',
    'didn’t respond',
    'Did not connect',
    'Haven’t heard back',
    'N’a pas décroché',
    'Pas décroché',
    'Ne décroche pas',
    'NRP',
    'N/R',
    'NR',
    'Rang out',
    'Hung up',
    'Raccroché',
    'No one home',
    'Nobody home',
    'No ans',
    // What is to be done next makes no conversation of a silence.
    'No answer, call back',
    'Pas de réponse, à rappeler',
  ])('« %s » is an attempt that nobody answered', (word) => {
    expect(readOutcome(foldWords(word))).toBe('no-answer')
  })

  test.each(['Reached: no', 'Connected - no', 'Replied: no', 'Spoke, no', 'A répondu : non'])('« %s » is someone who was reached, and said no', (word) => {
    expect(readOutcome(foldWords(word))).toBe('no')
  })

  test.each(['No budget', 'Pas de budget', 'Aucun budget'])('« %s » waits, and no sale is made of it', (word) => {
    expect(readOutcome(foldWords(word))).toBe('not-now')
    expect(readSaleState(foldWords(word))).toBe('not-made')
  })

  test('a word that says nothing says nothing, and one that is not known is not guessed', () => {
    expect(['', 'N/A', 's.o.', 'inconnu'].map((word) => readOutcome(foldWords(word)))).toEqual([null, null, null, null])
    expect(['Banane', 'Étape 3'].map((word) => readOutcome(foldWords(word)))).toEqual([undefined, undefined])
  })

  test('what a file does not say of a call is not invented', () => {
    expect(outcomeUnsaid('phone', 'out')).toBe('done')
    expect(outcomeUnsaid('email', 'out')).toBe('sent')
    expect(outcomeUnsaid('email', 'in')).toBe('replied')
    expect(outcomeUnsaid('meeting', 'out')).toBe('meeting-booked')
    expect(outcomeUnsaid('video', 'out')).toBe('reached')
    expect(outcomeUnsaid('0190-own-kind', 'out')).toBe('done')
  })
})

import { expect, test } from 'vitest'
import { guessLanguage } from './guess-language.ts'

test.each([
  'Bonjour, combien coûte l’atelier à Québec? J’habite à Drummondville. Merci',
  'Est-ce qu’on peut se parler? On m’a dit que vous offrez un atelier à Granby à la fin du mois',
  'Avez-vous de la place samedi à 14 h à Laval?',
  'Je serais intéressée à participer à votre atelier à Sherbrooke',
  'Quel est le prix?',
  'Combien ça coûte?',
  'Appelez-moi',
  'Rappelle-moi demain',
  'C’est combien à la journée et on commence à quelle heure?',
  'Bonsoir, à quelle heure à Montréal?',
  'On a déjà parlé au téléphone à Laval, me rappelez-vous?',
  'Allo, c’est Josée, rappelle-moi au 819 555-0142',
  'Bonjour! Y a-t-il encore des places?',
  'Je cherche une coach pour mon équipe de vente',
  'Pouvez-vous m’envoyer de l’information?',
  'J’ai vu votre page sur Facebook',
  'Je veux m’inscrire',
  'Bonjour, etes-vous disponible mardi? Merci',
  'Nous sommes intéressés par le programme',
  'Qu’est-ce que ça comprend?',
])('« %s » is French', (text) => {
  expect(guessLanguage(text)).toBe('fr')
})

test.each([
  'Hello, how much is the workshop in Québec? I live in Drummondville. Thanks',
  'Can we talk? A friend told me about your workshop in Granby at the end of the month',
  'Do you have room on Saturday at 2 pm in Laval?',
  'I would be interested in your workshop in Sherbrooke',
  'What is the price?',
  'How much does it cost?',
  'Call me',
  'Price list please',
  'Can I come?',
  'Is it on a weekday?',
  'Hi, it’s Josée Lavoie, call me back at 819 555-0142',
  'Are there any places left in Montréal?',
  'I’m looking for a coach for my sales team',
  'Could you send me more information?',
  'Saw your page on Facebook and I’d like to know more',
  'I want to sign up',
  'Hi, are you available on Tuesday? Thank you',
  'We are interested in the programme in Trois-Rivières',
  'What’s included?',
  'Please don’t call before 9 a.m.',
])('« %s » is English', (text) => {
  expect(guessLanguage(text)).toBe('en')
})

test.each(['', '819 555-0177', 'Josée Tremblay', 'Québec', 'Place a on me', 'Bonjour et merci! Thank you so much for'])('« %s » is neither', (text) => {
  expect(guessLanguage(text)).toBe('')
})

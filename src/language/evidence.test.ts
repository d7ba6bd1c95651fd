import { expect, test } from 'vitest'
import { asCents } from '#method/sale/sale.ts'
import { differenceOf, rateOf } from '#method/evidence/rate.ts'
import { kaplanMeier, shownCurve } from '#method/evidence/kaplan-meier.ts'
import { noesTold } from '#method/evidence/noes.ts'
import { aSale } from '#test/a-log.ts'
import {
  answeredHoursSentence,
  conversationsSentence,
  daysWonSentence,
  differenceSentence,
  followUpsSentence,
  halfOfSalesSentence,
  linkSentence,
  noesCountSentence,
  noSentences,
  soldAfterSentence,
  tooEarlySentence,
} from './evidence.ts'
import { figureFormulas, figureNames, figureTitles } from './evidence-figures.ts'
import { typographyFaults } from './typography.ts'

const name = (id: string): string => ({ phone: 'Appel', email: 'Courriel' })[id] ?? id
const curve = shownCurve(kaplanMeier(Array.from({ length: 40 }, (_, n) => ({ time: 1 + (n % 8), isEvent: n % 4 === 0 }))))

const french = [
  daysWonSentence({ won: 4, counted: 5 }, 'fr'),
  daysWonSentence({ won: 0, counted: 0 }, 'fr'),
  conversationsSentence(rateOf(46, 100), 'fr'),
  followUpsSentence({ ...rateOf(7, 10), late: 2, waiting: 1 }, 'fr'),
  halfOfSalesSentence(3, 'fr'),
  tooEarlySentence(4, 'fr'),
  soldAfterSentence({ curve }, 4, 'fr'),
  differenceSentence(differenceOf({ name: 'phone', count: 60, n: 100 }, { name: 'email', count: 20, n: 100 }), name, 'fr'),
  ...noSentences(
    noesTold(
      Array.from({ length: 12 }, (_, n) => aSale('a', n, 300 + n)),
      { noes: 40, conversations: 200, touches: 500 },
    ),
    'fr',
  ),
  answeredHoursSentence({ calls: 40, hours: [{ hour: 10, ...rateOf(20, 40) }], best: null }, 'fr'),
  linkSentence({ name: 'energy-and-activities', n: 12, rho: null, lag1: [0, 0], effective: 0, limits: null, verdict: 'too-few-days' }, 'fr'),
]

test('every sentence of the Bilan follows the typography of Quebec', () => {
  expect(french.flatMap(typographyFaults)).toEqual([])
})

test('each figure has its question and its formula in both languages', () => {
  for (const figure of figureNames)
    for (const words of [figureTitles[figure], figureFormulas[figure]]) {
      expect(words.fr.length).toBeGreaterThan(8)
      expect(words.en).not.toBe(words.fr)
    }
})

test('too little is said kindly, with its n', () => {
  expect(tooEarlySentence(4, 'fr')).toBe('Trop tôt\u00A0: n = 4. À partir de 10, ce chiffre pourra parler.')
  expect(tooEarlySentence(4, 'en')).toBe('Too early: n = 4. From 10 on, this figure can speak.')
})

test('a rate is said with what is not known of it', () => {
  expect(conversationsSentence(rateOf(46, 100), 'en')).toBe('46 conversations for 100 attempts, that is 46% (between 37% and 56%).')
})

test('two rates that do not clearly differ, and two that rest on too few, read the same', () => {
  const unclear = differenceOf({ name: 'phone', count: 10, n: 30 }, { name: 'email', count: 9, n: 30 })
  const few = differenceOf({ name: 'phone', count: 3, n: 4 }, { name: 'email', count: 1, n: 4 })
  expect([unclear.verdict, few.verdict]).toEqual(['no-clear-difference', 'too-few'])
  expect(differenceSentence(unclear, name, 'fr')).toBe('Pas encore de différence claire.')
  expect(differenceSentence(few, name, 'fr')).toBe('Pas encore de différence claire.')
})

test('a clear difference names who is ahead and its limits, whichever stands first', () => {
  const [phone, email] = [
    { name: 'phone', count: 60, n: 100 },
    { name: 'email', count: 20, n: 100 },
  ]
  expect(differenceSentence(differenceOf(phone, email), name, 'fr')).toBe('Appel\u00A0: plus souvent que courriel, de 27 à 51 sur 100.')
  expect(differenceSentence(differenceOf(email, phone), name, 'fr')).toBe('Appel\u00A0: plus souvent que courriel, de 27 à 51 sur 100.')
})

test('a « non » is worth nothing yet under ten sales', () => {
  const few = noesTold([aSale('a', 1, 300)], { noes: 40, conversations: 80, touches: 200 })
  expect(noSentences(few, 'fr')).toEqual([tooEarlySentence(1, 'fr')])
  expect(few.worth[0]?.perNo.total).toBe(asCents(30_000))
})

test('what a « non » is worth is told for each currency, each with the sales behind it', () => {
  const inDollars = Array.from({ length: 12 }, (_, n) => aSale('a', n, 300 + n))
  const inEuros = (count: number) => Array.from({ length: count }, (_, n) => aSale('b', n, 100 + n, { currency: 'EUR' }))
  const told = (euros: number) => noesTold([...inDollars, ...inEuros(euros)], { noes: 40, conversations: 200, touches: 500 })
  expect(noSentences(told(11), 'fr')).toHaveLength(2)
  expect(noSentences(told(11), 'en')[1]).toMatch(/^€\d+ for each “no” \(between €\d+ and €\d+\)\.$/)
  expect(noSentences(told(3), 'fr')).toHaveLength(1)
  expect(noesCountSentence(told(3), 'fr')).toContain('n = 40 «\u00A0non\u00A0» et 15 ventes (12 en CAD, 3 en EUR).')
  expect(noesCountSentence(told(0), 'en')).toContain('n = 40 “no” and 12 sales.')
  // Nine of each are no eighteen of one money.
  const apart = noesTold([...inDollars.slice(0, 9), ...inEuros(9)], { noes: 40, conversations: 200, touches: 500 })
  expect(noSentences(apart, 'fr')).toEqual([tooEarlySentence(9, 'fr')])
  expect(typographyFaults(noesCountSentence(told(3), 'fr'))).toEqual([])
})

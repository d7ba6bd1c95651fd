import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asDay } from '../calendar/day.ts'
import type { Period } from './period.ts'
import { readWish } from './read-wish.ts'
import { salesForProfit, wantedOf } from './wish.ts'
import { withPlainNumbers } from './written-number.ts'

const today = asDay('2026-11-23')

const spoken = (period: Period | null): string => {
  if (!period) return 'whenever'
  if (period.type === 'every') return `per ${period.unit}`
  return period.type === 'until' ? `until ${period.day}` : `within ${period.count} ${period.unit}`
}
/** What was read, on one line. */
const read = (words: string): string => {
  const reading = readWish(words, today)
  if (!reading.ok) {
    const { type, amount, times, period } = reading.heard
    return [`${reading.ask}?`, type, amount, times === null ? null : `x${times}`, period && spoken(period)].filter((part) => part !== null).join(' ')
  }
  const { wish } = reading
  if (wish.type === 'activity') return [wish.count, wish.counting, wish.kind, spoken(wish.period)].filter((part) => part !== null).join(' ')
  const amount = wish.type === 'money' ? `${wish.cents} cents${wish.currency ? ` ${wish.currency}` : ''}` : `${wish.count} ${wish.type}`
  return `${amount}${wish.isMore ? ' more' : ''} ${spoken(wish.period)}`
}

test.each([
  ['je veux vendre 500 $ par jour', '50000 cents per day'],
  ['Je veux vendre 500$/jour', '50000 cents per day'],
  ['500$/j', '50000 cents per day'],
  ['vendre pour 1 234,56 $ par semaine', '123456 cents per week'],
  ['vendre pour 2 000 $ par mois', '200000 cents per month'],
  ['vendre pour 2 050 $ par mois', '205000 cents per month'],
  ['vendre pour 2050 dollars par mois', '205000 cents per month'],
  ['sell for 2 000 $ a month', '200000 cents per month'],
  ['sell for $2,050 a month', '205000 cents per month'],
  ['vendre 2 500 $ en 2027', '250000 cents until 2027-12-31'],
  ['30 ventes pour 2027', '30 sales until 2027-12-31'],
  ['une vente avant 2028', '1 sales until 2027-12-31'],
  ['1M$ par an', '100000000 cents per year'],
  ['1 M$ par an', '100000000 cents per year'],
  ['1,5 M$ par an', '150000000 cents per year'],
  ['$1.5M a year', '150000000 cents per year'],
  ['500 k$ par an', '50000000 cents per year'],
  ['1000$ par sem.', '100000 cents per week'],
  ['Faire 2k par mois', '200000 cents per month'],
  ['gagner 5 000$ par mois', '500000 cents per month'],
  ['5000 piastres par mois', '500000 cents per month'],
  ['100 000 $ par annee', '10000000 cents per year'],
  ['cent mille dollars par an', '10000000 cents per year'],
  ['deux milles dollars par mois', '200000 cents per month'],
  ['1,5 million $ par an', '150000000 cents per year'],
  ['chiffre d’affaires de 8 000 $ par mois', '800000 cents per month'],
  ['atteindre 10 000 $ de ventes par mois', '1000000 cents per month'],
  ['200 euros par jour', '20000 cents EUR per day'],
  ['Vendre pour 500$ canadiens par semaine', '50000 cents CAD per week'],
  ['entre 500 et 600 $ par jour', '50000 cents per day'],
  ['vendre 500 $ par jour en parlant à 20 personnes', '50000 cents per day'],
  ['500$ par jour, 5 jours par semaine', '50000 cents per day'],
  ['j’aimerais faire 300 $ aujourd’hui', '30000 cents until 2026-11-23'],
  ['5000 $ le mois prochain', '500000 cents within 1 month'],
  ['une vente par jour', '1 sales per day'],
  ['vendre 3 forfaits par semaine', '3 sales per week'],
  ['vendre 12 toiles ce mois-ci', '12 sales until 2026-11-30'],
  ['vendre 20 billets d’ici le 24 mars', '20 sales until 2027-03-24'],
  ['signer 2 contrats par mois', '2 sales per month'],
  ['Je veux 3 nouveaux mandats par trimestre', '3 sales more per quarter'],
  ['passer de 2 à 4 ventes par semaine', '4 sales per week'],
  ['augmenter mes ventes de 2 ventes à 4 par mois', '4 sales per month'],
  ['5 ventes cette semaine', '5 sales until 2026-11-29'],
  ['5 ventes avant vendredi', '5 sales until 2026-11-27'],
  ['5 ventes aux deux semaines', '5 sales within 2 week'],
  ['5 ventes d’ici un an', '5 sales within 1 year'],
  ['5 ventes dans les 30 prochains jours', '5 sales within 30 day'],
  ['5 ventes d’ici le 1er mai', '5 sales until 2027-05-01'],
  ['5 ventes d’ici le 15 sept', '5 sales until 2027-09-15'],
  ['5 ventes d’ici juin', '5 sales until 2027-05-31'],
  ['5 ventes d’ici fin juin', '5 sales until 2027-06-30'],
  ['5 ventes en décembre', '5 sales until 2026-12-31'],
  ['30 ventes d’ici la fin de l’année', '30 sales until 2026-12-31'],
  ['30 ventes d’ici 2027-01-31', '30 sales until 2027-01-31'],
  ['30 ventes en 2027', '30 sales until 2027-12-31'],
  ['10 clientes de plus d’ici Noël', '10 clients more until 2026-12-25'],
  ['10 clientes de plus d ici noel', '10 clients more until 2026-12-25'],
  ['trouver vingt clients par année', '20 clients per year'],
  ['vingt-cinq nouvelles clientes en 3 mois', '25 clients more within 3 month'],
  ['quatre-vingt-dix-sept clients cette annee', '97 clients until 2026-12-31'],
  ['2 clientes/sem', '2 clients per week'],
  ['vendre à 10 personnes par semaine', '10 clients per week'],
  ['10 clients à 500 $ par mois', '10 clients per month'],
  ['remplir ma formation avec 12 participantes d’ici mars', '12 clients until 2027-02-28'],
  ['3 nouvelles clientes d’ici l’été', '3 clients more until 2027-06-21'],
  ['12 clients avant Pâques', '12 clients until 2027-03-28'],
])('« %s » is a result: %s', (words, expected) => expect(read(words)).toBe(expected))

test.each([
  ['I want to sell $500 a day', '50000 cents per day'],
  ['I want to sell $1,234.56 per week', '123456 cents per week'],
  ['US$500 a day', '50000 cents USD per day'],
  ['make $5k/month', '500000 cents per month'],
  ['make 5k a month', '500000 cents per month'],
  ['earn two thousand dollars a month', '200000 cents per month'],
  ['a hundred thousand dollars a year', '10000000 cents per year'],
  ['I’d like to earn 60,000 a year', '6000000 cents per year'],
  ['ten thousand dollars by Christmas', '1000000 cents until 2026-12-25'],
  ['$500 in sales per day', '50000 cents per day'],
  ['5 sales a week', '5 sales per week'],
  ['a sale a day', '1 sales per day'],
  ['sell 3 coaching packages a week', '3 sales per week'],
  ['sell 40 paintings this year', '40 sales until 2026-12-31'],
  ['Selling 5 houses in six months', '5 sales within 6 month'],
  ['go from 2 to 4 sales a week', '4 sales per week'],
  ['30 sales by the end of the year', '30 sales until 2026-12-31'],
  ['30 sales by year end', '30 sales until 2026-12-31'],
  ['30 sales before 2027', '30 sales until 2026-12-31'],
  ['30 sales by Friday', '30 sales until 2026-11-27'],
  ['10 more clients by June', '10 clients more until 2027-05-31'],
  ['10 new customers in 3 months', '10 clients more within 3 month'],
  ['10 customers by June 15', '10 clients until 2027-06-15'],
  ['10 customers by March 2027', '10 clients until 2027-02-28'],
  ['5 clients every two weeks', '5 clients within 2 week'],
  ['in a month I want 10 clients', '10 clients within 1 month'],
  ['sell to 10 people a week', '10 clients per week'],
])('"%s" is a result: %s', (words, expected) => expect(read(words)).toBe(expected))

test.each([
  ['parler à 20 personnes par jour', '20 people per day'],
  ['parler a vingt personnes par jours', '20 people per day'],
  ['communiquer avec 20 personnes', '20 people whenever'],
  ['20 à 30 personnes par jour', '20 people per day'],
  ['une vingtaine de personnes par jour', '20 people per day'],
  ['20 personnes par jour pendant 21 jours', '20 people per day'],
  ['20 appels par jour', '20 activities phone per day'],
  ['un appel par jour', '1 activities phone per day'],
  ['soixante et onze appels par mois', '71 activities phone per month'],
  ['appeler 5 anciens clients par jour', '5 people phone per day'],
  ['faire un suivi avec 5 clientes par jour', '5 people per day'],
  ['envoyer 15 courriels par semaine', '15 activities email per week'],
  ['envoyer 10 textos par jour', '10 activities text per day'],
  ['10 rendez-vous par semaine', '10 activities meeting per week'],
  ['deux evenements de reseautage par mois', '2 activities networking per month'],
  ['publier 3 fois par semaine', '3 activities post per week'],
  ['talk to 20 people a day', '20 people per day'],
  ['contact a dozen people daily', '12 people per day'],
  ['call 10 past clients every day', '10 people phone per day'],
  ['make 10 sales calls a day', '10 activities phone per day'],
  ['follow up with 5 past clients a day', '5 people per day'],
  ['send 15 e-mails a week', '15 activities email per week'],
  ['book 3 meetings per week', '3 activities meeting per week'],
  ['have 5 conversations a day', '5 conversations per day'],
  ['meet 5 strangers a week', '5 people in-person per week'],
  ['post 3 times a week', '3 activities post per week'],
])('« %s » is already an activity: %s', (words, expected) => expect(read(words)).toBe(expected))

test.each([
  ['500 $', 'period? money 50000'],
  ['10 clientes', 'period? clients 10'],
  ['vendre plus', 'amount?'],
  ['plus de clients', 'amount? clients'],
  ['appeler mes anciens clients', 'amount? activity'],
  ['appeler mes clients deux fois par semaine', 'amount? activity per week'],
  ['0 $ par jour', 'amount? money per day'],
  ['vendre -5 $ par jour', 'amount? money per day'],
  ['1.234 $ par mois', 'amount? money per month'],
  ['vendre 500 par jour', 'unit? 500 per day'],
  ['20 par jour', 'unit? 20 per day'],
  ['increase sales from 3000 to 5000 a month', 'unit? 5000 per month'],
  ['doubler mes ventes', 'base? x2'],
  ['doubler mes ventes d’ici 6 mois', 'base? x2 within 6 month'],
  ['deux fois plus de clients', 'base? clients x2'],
  ['tripler mon chiffre d’affaires', 'base? money x3'],
  ['augmenter mes ventes de 20 %', 'base? x1.2'],
  ['10x my revenue', 'base? money x10'],
  ['twice as many clients', 'base? clients x2'],
  ['faire un profit de 2000 $ par mois', 'margin? money 200000 per month'],
  ['net income of 2000 a month', 'margin? money 200000 per month'],
  ['être heureuse', 'wish?'],
  ['je veux ça', 'wish?'],
  ['', 'wish?'],
  ['vendre '.repeat(200), 'wish?'],
])('« %s » leaves one thing to ask: %s', (words, expected) => expect(read(words)).toBe(expected))

test.each([
  ['500 $', 'par jour', '50000 cents per day'],
  ['vendre 500 par jour', 'dollars', '50000 cents per day'],
  ['vendre 5 par jour', 'ventes', '5 sales per day'],
  ['avoir plus de clients', '5 par mois', '5 clients per month'],
  ['doubler mes ventes', '2000 $ par mois', '400000 cents per month'],
  ['double my sales', '5 sales a week', '10 sales per week'],
  ['je vends 500 $ par mois', 'je veux doubler', '100000 cents per month'],
])('« %s », then the answer « %s », make a wish: %s', (words, answer, expected) => expect(read(`${words} ${answer}`)).toBe(expected))

const frenchUnits = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(' ')
const frenchTens = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt', 'quatre-vingt']
const underHundred = (n: number): string => {
  if (n < 20) return frenchUnits[n] ?? ''
  const ten = Math.floor(n / 10)
  const unit = ten === 7 || ten === 9 ? n - (ten - 1) * 10 : n % 10
  if (unit === 0) return `${frenchTens[ten]}${n === 80 ? 's' : ''}`
  return `${frenchTens[ten]}${(unit === 1 || unit === 11) && ten < 8 ? ' et ' : '-'}${frenchUnits[unit]}`
}
const inFrench = (n: number): string => {
  const [thousands, hundreds, rest] = [Math.floor(n / 1000), Math.floor((n % 1000) / 100), n % 100]
  const start = thousands === 0 ? '' : `${thousands === 1 ? '' : `${inFrench(thousands)} `}mille`
  const middle = hundreds === 0 ? '' : `${hundreds === 1 ? '' : `${frenchUnits[hundreds]} `}cent${hundreds > 1 && rest === 0 ? 's' : ''}`
  return [start, middle, rest === 0 && n > 0 ? '' : underHundred(rest)].filter((part) => part !== '').join(' ')
}
const englishUnits = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
  ' ',
)
const englishTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const inEnglish = (n: number): string => {
  if (n < 20) return englishUnits[n] ?? ''
  if (n < 100) return `${englishTens[Math.floor(n / 10)]}${n % 10 ? `-${inEnglish(n % 10)}` : ''}`
  const [size, name] = n < 1000 ? [100, 'hundred'] : [1000, 'thousand']
  return `${inEnglish(Math.floor(n / size))} ${name}${n % size ? `${size === 100 ? ' and' : ''} ${inEnglish(n % size)}` : ''}`
}

test('every number up to a hundred thousand reads the same in words and in figures, in both languages', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 2, max: 200 }), fc.integer({ min: 2, max: 99_999 })), (n) => {
      expect(read(`${inFrench(n)} dollars par mois`)).toBe(`${n * 100} cents per month`)
      expect(read(`${inEnglish(n)} dollars a month`)).toBe(`${n * 100} cents per month`)
      expect(read(`${n.toLocaleString('fr-CA')} $ par mois`)).toBe(`${n * 100} cents per month`)
      expect(read(`$${n.toLocaleString('en-CA')} a month`)).toBe(`${n * 100} cents per month`)
    }),
    { numRuns: 400 },
  )
})

test('numbers become plain decimals, and articles stay words', () => {
  expect(withPlainNumbers('deux mille cinq cents dollars et un plan').text).toBe('2500 dollars et un plan')
  expect(withPlainNumbers('$1,234.50 or 2,5k')).toEqual({ text: '$1234.5 or 2500', hasThousands: true })
})

test('whatever is typed, there is a wish or a question, and never an amount of nothing', () => {
  const someWords = fc.array(
    fc.constantFrom(
      'vendre',
      '500',
      '$',
      'par',
      'jour',
      'clients',
      'd’ici',
      'noël',
      'deux',
      'fois',
      '%',
      'doubler',
      '-',
      '1.234',
      '20',
      'people',
      'a',
      'day',
      'by',
      'june',
      '31',
      'février',
    ),
    { maxLength: 9 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        someWords.map((words) => words.join(' ')),
      ),
      (words) => {
        const reading = readWish(words, today)
        if (!reading.ok) return
        const { wish } = reading
        expect(wish.type === 'money' ? wish.cents : wish.count).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500 },
  )
})

test('a wish goes to the plan as cents or as sales, a client being one', () => {
  const period = { type: 'every', unit: 'month' } as const
  expect(wantedOf({ type: 'money', cents: 5000, currency: null, isMore: false, period })).toEqual({ type: 'money', cents: 5000 })
  expect(wantedOf({ type: 'clients', count: 3, isMore: true, period })).toEqual({ type: 'sales', count: 3 })
})

test('a wish in profit needs sales that leave it', () => {
  expect(salesForProfit(200_000, 0.4)).toBe(500_000)
  expect([salesForProfit(200_000, 0), salesForProfit(200_000, 1.2)]).toEqual([null, null])
})

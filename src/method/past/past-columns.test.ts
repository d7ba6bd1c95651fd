import { describe, expect, test } from 'vitest'
import { currencyOfHeading, eastOfHeading, readPastHeading } from './past-columns.ts'
import { proposePastMapping } from './past-mapping.ts'

describe('headings as tools write them', () => {
  test.each([
    ['Amount (CAD)', 'amount'],
    ['amountUSD', 'amount'],
    ['Montant TTC', 'amount'],
    ['Prix TTC', 'amount'],
    ['Prix HT', 'amount'],
    ['Total (taxes incluses)', 'amount'],
    ['Montant en dollars', 'amount'],
    ['Montant ($)', 'amount'],
    ['Sale amount (EUR)', 'amount'],
    ['CA', 'amount'],
    ['N° client', 'externalId'],
    ['Nº de client', 'externalId'],
    ['N°', 'ignore'],
    ['N° commande', 'ignore'],
    ['N° de commande', 'ignore'],
    ['Number', 'externalId'],
    ['Numéro', 'externalId'],
    ['Note HT', undefined],
    ['Bout', undefined],
    ['HT', undefined],
  ])('« %s » is %s', (heading, field) => {
    expect(readPastHeading(heading)).toBe(field)
  })

  test.each([
    ['Amount (CAD)', 'CAD'],
    ['Montant (CDN)', 'CAD'],
    ['Amount USD', 'USD'],
    ['amountUSD', 'USD'],
    ['Amount (US$)', 'USD'],
    ['Montant (€)', 'EUR'],
    ['Prix en euros', 'EUR'],
    ['Price £', 'GBP'],
    ['Montant', undefined],
    ['Montant ($)', undefined],
    ['Montant TTC', undefined],
    ['Montant dusd', undefined],
    ['', undefined],
  ])('the currency of « %s » is %s', (heading, currency) => {
    expect(currencyOfHeading(heading)).toBe(currency)
  })
})

const fieldsOf = (headings: readonly string[], ...rows: readonly (readonly string[])[]) => proposePastMapping(headings, rows).columns.map(({ field }) => field)

test('a bare number is a telephone, the person’s or the row’s, as its cells tell', () => {
  expect(fieldsOf(['Number', 'Date', 'Type'], ['514-555-0111', '2026-03-01', 'call'], ['514-555-0112', '2026-03-02', 'call'])).toEqual([
    'phone',
    'date',
    'kind',
  ])
  expect(fieldsOf(['Numéro', 'Date', 'Type'], ['17', '2026-03-01', 'appel'], ['17', '2026-03-02', 'appel'])).toEqual(['externalId', 'date', 'kind'])
  expect(fieldsOf(['Numéro', 'Date', 'Type'], ['17', '2026-03-01', 'appel'], ['18', '2026-03-02', 'appel'])).toEqual(['ignore', 'date', 'kind'])
})

test('the date when a row was created is its date where there is no other', () => {
  expect(fieldsOf(['Name', 'Created Date', 'Type'], ['Anne', '2026-03-01', 'call'])).toEqual(['name', 'date', 'kind'])
  expect(fieldsOf(['Name', 'Date de création', 'Type'], ['Anne', 'hier', 'call'])).toEqual(['name', 'date', 'kind'])
  expect(fieldsOf(['Name', 'Created Date', 'Activity Date', 'Type'], ['Anne', '2026-01-01', '2026-03-01', 'call'])).toEqual(['name', 'ignore', 'date', 'kind'])
})

test.each([
  ['Timestamp (UTC)', 0],
  ['Date (UTC)', 0],
  ['created_utc', 0],
  ['dateUTC', 0],
  ['Date (Z)', 0],
  ['Time (GMT-05:00)', -300],
  ['Date [UTC+2]', 120],
  ['Heure (UTC−3:30)', -210],
  ['Date (EST)', null],
  ['Date', null],
  ['Débutc', null],
])('the clocks under « %s » are %s minutes east of UTC', (heading, east) => {
  expect(eastOfHeading(heading)).toBe(east)
})

test('a heading less often met is understood where no other of the file says the same', () => {
  const call = ['Anne', '2026-03-01', 'call']
  for (const date of ['Timestamp (UTC)', 'Date (UTC)', 'Event date', 'touch_at', 'sold_at', 'ts', 'Vendu le', 'Date (EST)', 'Created Date (UTC)'])
    expect(fieldsOf(['Name', date, 'Type'], ['Anne', 'hier', 'call'])).toEqual(['name', 'date', 'kind'])
  expect(fieldsOf(['buyer', 'Date', 'Kind of activity'], ['C-17', '2026-03-01', 'Étape'])).toEqual(['name', 'date', 'kind'])
  expect(fieldsOf(['Timestamp (UTC)', 'Name', 'Date', 'Type', 'Kind of activity'], ['2026-03-02', ...call, 'Étape'])).toEqual([
    'ignore',
    'name',
    'date',
    'kind',
    'ignore',
  ])
  expect(fieldsOf(['Date', 'Time (UTC)', 'Name', 'Type'], ['2026-03-01', '14:00', 'Anne', 'call'])).toEqual(['date', 'time', 'name', 'kind'])
})

test('what was sold is an amount when its cells are; whether it was is not', () => {
  expect(fieldsOf(['Name', 'Date', 'Type', 'Sold'], ['Anne', '2026-03-01', 'sale', '120.50'], ['Luc', '2026-03-01', 'call', '']).at(3)).toBe('amount')
  expect(fieldsOf(['Name', 'Date', 'Type', 'Sold'], ['Anne', '2026-03-01', 'call', '1'], ['Luc', '2026-03-01', 'call', '0']).at(3)).toBe('ignore')
  expect(fieldsOf(['Name', 'Date', 'Type', 'Sold'], ['Anne', '2026-03-01', 'call', 'yes'], ['Luc', '2026-03-01', 'call', 'no']).at(3)).toBe('ignore')
  expect(fieldsOf(['Name', 'Date', 'Type', 'Sold', 'Amount'], ['Anne', '2026-03-01', 'sale', '3', '120.50'])).toEqual([
    'name',
    'date',
    'kind',
    'ignore',
    'amount',
  ])
})

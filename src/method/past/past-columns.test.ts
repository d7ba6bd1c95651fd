import { describe, expect, test } from 'vitest'
import { currencyOfHeading, readPastHeading } from './past-columns.ts'
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

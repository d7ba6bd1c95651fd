import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyMapping, proposeMapping } from '../contact/mapping.ts'
import { formatMoney, readMoney } from './money.ts'

test.each([
  ['300', 30_000],
  ['1 234,56 $', 123_456],
  ['1,234.56', 123_456],
  ['1 234 $', 123_400],
  ['-50', -5_000],
  ['$20', 2_000],
  ['20.5', 2_050],
  ['1\u00A0250,00\u00A0$', 125_000],
  ['1\u202F250,00 $', 125_000],
  ['1250.5', 125_050],
  ['−5,00 $', -500],
  ['0', 0],
  ['.5', 50],
  ['0,1', 10],
  ['1.234,56', 123_456],
  ['12,345,678.90', 1_234_567_890],
  ['1,234', 123_400],
  ['19.99', 1_999],
  ['1.15', 115],
  ['999999999999,99', 99_999_999_999_999],
])('« %s » is %i cents', (text, cents) => {
  expect(readMoney(text)).toMatchObject({ ok: true, cents })
})

test.each([
  ['', 'empty'],
  [' ', 'empty'],
  ['abc', 'not-an-amount'],
  ['1 2', 'not-an-amount'],
  ['3 $ 20', 'not-an-amount'],
  ['--5', 'not-an-amount'],
  ['$', 'not-an-amount'],
  ['1e309', 'not-an-amount'],
  ['NaN', 'not-an-amount'],
  ['1.234', 'too-precise'],
  ['0.001', 'too-precise'],
  ['20,', 'not-an-amount'],
  ['1234567890123', 'too-large'],
])('« %s » is refused: %s', (text, reason) => {
  expect(readMoney(text)).toEqual({ ok: false, reason })
})

test('a currency is kept when it is written and never guessed', () => {
  expect(readMoney('US$300')).toMatchObject({ currency: 'USD' })
  expect(readMoney('300 € ')).toMatchObject({ currency: 'EUR' })
  expect(readMoney('300 $')).toEqual({ ok: true, cents: 30_000 })
})

test('amounts are written as in Quebec and as in English', () => {
  expect(formatMoney(123_456, 'CAD', 'fr')).toBe('1\u00A0234,56\u00A0$')
  expect(formatMoney(30_000, 'CAD', 'fr')).toBe('300\u00A0$')
  expect(formatMoney(123_450, 'USD', 'fr')).toBe('1\u00A0234,50\u00A0$\u00A0US')
  expect(formatMoney(-500, 'CAD', 'fr')).toBe('\u22125\u00A0$')
  expect(formatMoney(123_456, 'CAD', 'en')).toBe('$1,234.56')
  expect(formatMoney(123_450, 'USD', 'en')).toBe('US$1,234.50')
})

test('an amount written on screen is read back to the cent, in both languages', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }),
      fc.constantFrom('CAD', 'USD', 'EUR'),
      fc.constantFrom('fr' as const, 'en' as const),
      (cents, currency, language) => {
        expect(readMoney(formatMoney(cents, currency, language))).toMatchObject({ ok: true, cents })
      },
    ),
  )
})

test('reading never throws and never gives a fraction of a cent', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789 ,.-$US€') })), (text) => {
      const read = readMoney(text)
      expect(!read.ok || Number.isSafeInteger(read.cents)).toBe(true)
    }),
  )
})

test('a value in an address book is read in cents, and kept in the notes as it was typed', () => {
  const mapping = proposeMapping(['Nom', 'Valeur'], [['Roy', '1 250,00 $']])
  expect(applyMapping(['Roy', '1 250,00 $'], mapping, readMoney)).toMatchObject({ ok: true, draft: { value: 125_000, notes: 'Valeur\u00A0: 1 250,00 $' } })
  expect(applyMapping(['Roy', 'beaucoup'], mapping, readMoney)).toMatchObject({
    ok: true,
    draft: { notes: 'Valeur\u00A0: beaucoup' },
    warnings: [{ reason: 'not-an-amount' }],
  })
})

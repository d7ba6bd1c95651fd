import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWordyAmount, readAmount } from './written-amount.ts'

describe('amounts as other books write them', () => {
  test.each([
    ['£5', 500, 'GBP'],
    ['-£5.50', -550, 'GBP'],
    ['5 GBP', 500, 'GBP'],
    ['CHF 1’234.50', 123450, 'CHF'],
    ['C$50', 5000, 'CAD'],
    ['c$ 50', 5000, 'CAD'],
    ['CA$50', 5000, 'CAD'],
    ['US$50', 5000, 'USD'],
    ['1’234.50', 123450, 'CAD'],
    ["1'234.50", 123450, 'CAD'],
    ['50-', -5000, 'CAD'],
    ['50.25 -', -5025, 'CAD'],
    ['50,25 $-', -5025, 'CAD'],
    ['50−', -5000, 'CAD'],
    ['50,-', 5000, 'CAD'],
    ['50.–', 5000, 'CAD'],
    ['(20.50)', -2050, 'CAD'],
    ['60 $ TTC', 6000, 'CAD'],
    ['1 234,56 $', 123456, 'CAD'],
    ['-50', -5000, 'CAD'],
    ['+50', 5000, 'CAD'],
    ['+ 50,25 $', 5025, 'CAD'],
    ['287.3456', 28735, 'CAD'],
    ['287,3456 $', 28735, 'CAD'],
    ['-287.3449', -28734, 'CAD'],
    ['(1234.567)', -123457, 'CAD'],
    ['1234.567', 123457, 'CAD'],
    ['1,234.5678', 123457, 'CAD'],
    ['1 234,565', 123457, 'CAD'],
    ['0.995', 100, 'CAD'],
    ['.125', 13, 'CAD'],
    ['99.99999', 10000, 'CAD'],
    ['0.30000000000000004', 30, 'CAD'],
    ['US$1234.5678', 123457, 'USD'],
  ])('« %s » is %s cents of %s', (text, amount, currency) => {
    expect(readAmount(text, '', 'CAD')).toEqual({ ok: true, amount, currency })
  })

  test.each(['', '-', '—', '--', 'n/a', 'N/A', 's.o.', '$', 'aucun', 'cher', '0', '0,00 $', '.'])('« %s » is no amount', (text) => {
    expect(readAmount(text, '', 'CAD')).toEqual({ ok: true, amount: null, currency: '' })
  })

  test.each(['5 pommes', '3 $ 20', '1.234', '99.999', '+-5', '++5', '1.2345.678', '--5', '5 £ 20', '2026-03-01', '9'.repeat(81)])(
    '« %s » is not understood',
    (text) => {
      expect(readAmount(text, '', 'CAD').ok).toBe(false)
    },
  )

  test('an amount computed to any number of decimals is the nearest to the cent', () => {
    const decimals = fc.array(fc.nat(9), { minLength: 4, maxLength: 15 }).map((digits) => digits.join(''))
    fc.assert(
      fc.property(fc.nat(9_999_999), decimals, (units, written) => {
        const read = readAmount(`${units}.${written}`, '', 'CAD')
        const thousandths = units * 1000 + Number(written.slice(0, 3))
        expect(read.ok && (read.amount ?? 0)).toBe(Math.floor((thousandths + 5) / 10))
      }),
    )
  })

  test('the currency of its own column wins over the one beside it', () => {
    expect(readAmount('£5', 'USD', 'CAD')).toMatchObject({ amount: 500, currency: 'USD' })
    expect(readAmount('5', '£', 'CAD')).toMatchObject({ currency: 'GBP' })
    expect(readAmount('5', 'C$', 'USD')).toMatchObject({ currency: 'CAD' })
  })

  test('words in place of an amount are told from a dash', () => {
    expect(['beaucoup', 'cher', 'à venir'].map(isWordyAmount)).toEqual([true, true, true])
    expect(['', '-', 'n/a', 'N.A.', 's.o.', 'aucun', '$', '5 pommes'].map(isWordyAmount)).toEqual(Array.from({ length: 8 }, () => false))
  })
})

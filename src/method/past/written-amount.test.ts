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
  ])('« %s » is %s cents of %s', (text, amount, currency) => {
    expect(readAmount(text, '', 'CAD')).toEqual({ ok: true, amount, currency })
  })

  test.each(['', '-', '—', '--', 'n/a', 'N/A', 's.o.', '$', 'aucun', 'cher', '0', '0,00 $', '.'])('« %s » is no amount', (text) => {
    expect(readAmount(text, '', 'CAD')).toEqual({ ok: true, amount: null, currency: '' })
  })

  test.each(['5 pommes', '3 $ 20', '1.234', '--5', '5 £ 20', '2026-03-01', '9'.repeat(81)])('« %s » is not understood', (text) => {
    expect(readAmount(text, '', 'CAD').ok).toBe(false)
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

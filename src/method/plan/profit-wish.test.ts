import { expect, test } from 'vitest'
import { asDay } from '../calendar/day.ts'
import { readMargin, withMargin } from './profit-wish.ts'
import { readWish } from './read-wish.ts'

const today = asDay('2026-11-23')
const wishOf = (words: string, margin: string) => withMargin(readWish(words, today), readMargin(margin))

test('a wish in profit becomes the sales that leave it, at the margin that she says', () => {
  const month = { type: 'every', unit: 'month' }
  expect(wishOf('1 000 $ de profit par mois', '40')).toMatchObject({ ok: true, wish: { type: 'money', cents: 250_000, period: month } })
  expect(wishOf('$1,000 profit a month', '25 %')).toMatchObject({ ok: true, wish: { type: 'money', cents: 400_000, period: month } })
  expect(wishOf('1 000 $ de profit par mois', '100')).toMatchObject({ ok: true, wish: { cents: 100_000 } })
})

test('without a margin it is asked for, and then the period when nobody said it', () => {
  expect(wishOf('1 000 $ de profit par mois', '')).toMatchObject({ ok: false, ask: 'margin' })
  expect(wishOf('1 000 $ de profit par mois', '0')).toMatchObject({ ok: false, ask: 'margin' })
  expect(wishOf('1 000 $ de profit', '40')).toMatchObject({ ok: false, ask: 'period' })
  // A wish in sales needs no margin, whatever was typed.
  expect(wishOf('500 $ par jour', '40')).toMatchObject({ ok: true, wish: { cents: 50_000 } })
})

test('a margin is a share of a hundred, written as people write it', () => {
  expect(['40', '37,5', '37.5 %', '100%', '0', '101', 'beaucoup', ''].map(readMargin)).toEqual([0.4, 0.375, 0.375, 1, null, null, null, null])
})

import { asCents, type Cents } from '../sale/sale.ts'
import { readMoney } from '../sale/money.ts'

/** Why the amount of a row is not understood. */
export type AmountRefusal = 'not-an-amount' | 'amount-too-large' | 'not-a-currency'
/** What was paid, in cents, below zero when it was given back; `amount` is `null` where nothing was. */
export type AmountReading =
  | { readonly ok: true; readonly amount: Cents | null; readonly currency: string }
  | { readonly ok: false; readonly reason: AmountRefusal }

/** Ten million dollars: the most that a sale may hold. */
const LARGEST = 1_000_000_000
const MARKS: ReadonlyMap<string, string> = new Map(Object.entries({ $: '', US$: 'USD', $US: 'USD', CA$: 'CAD', $CA: 'CAD', '€': 'EUR', '£': 'GBP' }))

const refused = (reason: AmountRefusal): AmountReading => ({ ok: false, reason })

// Books of accounts write what goes out between brackets.
const withoutBrackets = (text: string): string => text.replace(/^\s*\(([^()]*\d[^()]*)\)\s*$/, '-$1')

/** Reads an amount and the currency written beside it or in it, else the `usual` one. Zero is no sale: exports write it everywhere. */
export const readAmount = (text: string, currency: string, usual: string): AmountReading => {
  const read = readMoney(withoutBrackets(text))
  if (!read.ok) {
    if (read.reason === 'empty') return { ok: true, amount: null, currency: '' }
    return refused(read.reason === 'too-large' ? 'amount-too-large' : 'not-an-amount')
  }
  if (Math.abs(read.cents) > LARGEST) return refused('amount-too-large')
  if (read.cents === 0) return { ok: true, amount: null, currency: '' }
  const written = currency.replace(/\s/g, '').toUpperCase()
  const named = MARKS.get(written) ?? written
  if (named !== '' && !/^[A-Z]{3}$/.test(named)) return refused('not-a-currency')
  return { ok: true, amount: asCents(read.cents), currency: named || (read.currency ?? usual) }
}

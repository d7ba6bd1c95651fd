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
const LONGEST = 80
const MARKS: ReadonlyMap<string, string> = new Map(Object.entries({ $: '', US$: 'USD', $US: 'USD', CA$: 'CAD', $CA: 'CAD', C$: 'CAD', '€': 'EUR', '£': 'GBP' }))
// Marks and codes that are written beside amounts, other than those of money everywhere in the product.
const OTHER_MARK = /£|(?<![A-Z])(?:GBP|CHF|AUD|NZD|MXN|JPY|XOF|XAF|MAD)(?![A-Z])/u

const refused = (reason: AmountRefusal): AmountReading => ({ ok: false, reason })

// Books of accounts write what goes out between brackets, or with its sign after it; `50,-` is fifty and no cents.
const signBefore = (text: string): string =>
  text
    .replace(/^\s*\(([^()]*\d[^()]*)\)\s*$/, '-$1')
    .replace(/(\d)[.,] ?[-–—]+(?=\D*$)/u, '$1')
    .replace(/^([^-−–]*\d[^-−–]*?)\s*[-−–]\s*$/u, '-$1')

// More decimals than cents, as programs write what they computed. Three alone, after one to three digits, could be thousands.
const PRECISE = /(?<![\d.,])(?:(\d+)[.,](\d{4,})|(\d{4,}|0*)[.,](\d{3})|(\d{1,3}(?:[ ,']\d{3})+)\.(\d{3,})|(\d{1,3}(?:[ .']\d{3})+),(\d{3,}))(?![\d.,])/u

/** The same to the nearest cent, half a cent going up. */
const toTheCent = (text: string): string =>
  text.replace(PRECISE, (_, ...found: readonly (string | undefined)[]) => {
    const [units = '', decimals = ''] = found.slice(0, 8).filter((part) => part !== undefined)
    const digits = `${units.replaceAll(/\D/g, '')}${decimals.slice(0, 2)}`
    const cents = String(BigInt(digits) + ((decimals[2] ?? '0') >= '5' ? 1n : 0n)).padStart(3, '0')
    return `${cents.slice(0, -2)}.${cents.slice(-2)}`
  })

/** An amount as other books write it, in the writing of this one, and its currency when it has a mark of its own. */
const plainly = (text: string): { readonly text: string; readonly currency: string } => {
  const mark = OTHER_MARK.exec(text)?.[0] ?? ''
  const plain = text
    .replace(mark, ' ')
    .replace(/\b(?:TTC|HT|TVAC)\b/giu, ' ')
    .replace(/(?<![A-Z])C\s?\$/giu, 'CA$')
    .replace(/(?<=\d)[’ʼ`´](?=\d)/gu, "'")
    .trim()
  const unsigned = plain.replace(/^[+＋]\s*(?=[^-−+\s])/u, '')
  return { text: toTheCent(signBefore(unsigned.replace(/^([-−])\s+/u, '$1'))), currency: MARKS.get(mark) ?? mark }
}

/** Whether a cell of money holds words and no figure: more than a dash or « n/a », which only say that there is none. */
export const isWordyAmount = (text: string): boolean =>
  !/\p{Nd}/u.test(text) && /\p{L}/u.test(text) && !/^(?:n\W?[ad]\W?|s\W?o\W?|aucune?|none|null|nil|nan|x|tbd|cad|usd|eur)$/iu.test(text.trim())

/** Reads an amount and the currency written beside it or in it, else the `usual` one. Zero is no sale: exports write it everywhere; nor is a dash, or any text without a figure. */
export const readAmount = (text: string, currency: string, usual: string): AmountReading => {
  if (!/\p{Nd}/u.test(text)) return { ok: true, amount: null, currency: '' }
  if (text.length > LONGEST) return refused('not-an-amount')
  const plain = plainly(text)
  const read = readMoney(plain.text)
  if (!read.ok) {
    if (read.reason === 'empty') return { ok: true, amount: null, currency: '' }
    return refused(read.reason === 'too-large' ? 'amount-too-large' : 'not-an-amount')
  }
  if (Math.abs(read.cents) > LARGEST) return refused('amount-too-large')
  if (read.cents === 0) return { ok: true, amount: null, currency: '' }
  const written = currency.replace(/\s/g, '').toUpperCase()
  const named = MARKS.get(written) ?? written
  if (named !== '' && !/^[A-Z]{3}$/.test(named)) return refused('not-a-currency')
  return { ok: true, amount: asCents(read.cents), currency: named || plain.currency || (read.currency ?? usual) }
}

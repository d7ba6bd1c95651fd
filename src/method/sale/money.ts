/** Why an amount was not understood. `too-precise`: more than two decimals. */
export type MoneyRefusal = 'empty' | 'not-an-amount' | 'too-precise' | 'too-large'

/** An amount in integer cents; `currency` only when it was written (`US$`, `€`, `CAD`), never guessed from a bare `$`. */
export type MoneyReading =
  | { readonly ok: true; readonly cents: number; readonly currency?: 'CAD' | 'USD' | 'EUR' }
  | { readonly ok: false; readonly reason: MoneyRefusal }

const LONGEST_TEXT = 80
const LARGEST_UNITS_DIGITS = 12
const NBSP = '\u00A0'

/**
 * Reads an amount as people type it: `300`, `1 234,56 $`, `1,234.56`, `$20`, `20.5`, `-50`, `US$300`, `300 $ US`.
 * A separator followed by exactly three digits groups thousands only when it is a comma or when another separator gives the
 * decimals; `1.234` alone is refused, since money has two decimals. Exact: no floating point is used.
 */
export function readMoney(text: string): MoneyReading {
  if (text.length > LONGEST_TEXT) return { ok: false, reason: 'not-an-amount' }
  const spaced = text
    .normalize('NFKC')
    .replace(/[\s']+/gu, ' ')
    .replace(/[\u2212\u2010-\u2014]/gu, '-')
    .trim()
  if (spaced === '') return { ok: false, reason: 'empty' }
  const { bare, currency } = takeCurrency(spaced)
  const signed = /^(-?)\s*([\d., ]+?)\s*$/.exec(bare)
  if (!signed) return { ok: false, reason: 'not-an-amount' }
  const digits = splitDecimals(signed[2] ?? '')
  if (typeof digits === 'string') return { ok: false, reason: digits }
  if (digits.units.length > LARGEST_UNITS_DIGITS) return { ok: false, reason: 'too-large' }
  const size = Number(digits.units || '0') * 100 + Number(digits.decimals.padEnd(2, '0'))
  const cents = signed[1] === '-' && size !== 0 ? -size : size
  return { ok: true, cents, ...(currency ? { currency } : {}) }
}

function takeCurrency(text: string): { bare: string; currency?: 'CAD' | 'USD' | 'EUR' } {
  const marks = [...text.matchAll(/(?:US|CA)\s?\$|\$\s?(?:US|CA)D?|CAD|USD|EUR|€|\$|dollars?/giu)]
  if (marks.length === 0) return { bare: text }
  const words = marks.map((mark) => mark[0].toUpperCase()).join(' ')
  const bare = text
    .replace(/(?:US|CA)\s?\$|\$\s?(?:US|CA)D?|CAD|USD|EUR|€|\$|dollars?/giu, ' ')
    .trim()
    .replace(/^-\s+/, '-')
  // A mark in the middle (`3 $ 20`) or three of them is not an amount.
  if (marks.length > 2 || /\d\s*(?:\$|€|CAD|USD|EUR)\s*\d/iu.test(text)) return { bare: '?' }
  const currency = words.includes('US') ? 'USD' : words.includes('CA') ? 'CAD' : /€|EUR/u.test(words) ? 'EUR' : undefined
  return currency ? { bare, currency } : { bare }
}

function splitDecimals(text: string): { units: string; decimals: string } | MoneyRefusal {
  const plain = /^(\d+|\d{1,3}(?: \d{3})+)?(?:[.,](\d+))?$/.exec(text)
  if (plain && (plain[1] !== undefined || plain[2] !== undefined)) {
    const units = (plain[1] ?? '').replaceAll(' ', '')
    const decimals = plain[2] ?? ''
    if (decimals.length <= 2) return { units, decimals }
    if (decimals.length === 3 && /^[1-9]\d{0,2},/.test(text)) return { units: units + decimals, decimals: '' }
    return 'too-precise'
  }
  const grouped = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(text) ?? /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(text)
  if (!grouped) return 'not-an-amount'
  return { units: (grouped[1] ?? '').replace(/[.,]/g, ''), decimals: grouped[2] ?? '' }
}

/**
 * An amount as it is written on screen (law A5): `1 234,56 $`, `300 $`, `1 234,50 $ US`, `−5 $` in French;
 * `$1,234.56`, `$300`, `US$1,234.50`, `−$5` in English. Whole amounts carry no decimals. `cents` is an integer.
 */
export function formatMoney(cents: number, currency: string, language: 'fr' | 'en'): string {
  const size = Math.abs(cents)
  const group = language === 'fr' ? NBSP : ','
  const units = String(Math.floor(size / 100)).replace(/\B(?=(?:\d{3})+$)/g, group)
  const rest = size % 100
  const number = rest === 0 ? units : `${units}${language === 'fr' ? ',' : '.'}${String(rest).padStart(2, '0')}`
  const sign = cents < 0 ? '\u2212' : ''
  return language === 'fr' ? `${sign}${number}${NBSP}${frenchMark(currency)}` : `${sign}${englishMark(currency)}${number}`
}

function frenchMark(currency: string): string {
  if (currency === 'CAD') return '$'
  if (currency === 'USD') return `$${NBSP}US`
  return currency === 'EUR' ? '€' : currency
}

function englishMark(currency: string): string {
  if (currency === 'CAD') return '$'
  if (currency === 'USD') return 'US$'
  return currency === 'EUR' ? '€' : `${currency}${NBSP}`
}

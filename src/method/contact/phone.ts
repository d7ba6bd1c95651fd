import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** A telephone as it is stored: `number` is E.164 when valid, else exactly what was typed. */
export type Phone = { readonly number: string; readonly extension?: string; readonly valid: boolean }

const EXTENSION = /(?:[\s,]*;\s*ext=|[\s,;]*(?:poste|post|p\.|extension|ext\.?|x\.?|#)\s*[:.]?\s*)(\d{1,8})\s*\)?\s*$/iu
const TOLL_FREE = new Set(['800', '833', '844', '855', '866', '877', '888'])
// Longer text is no telephone, and is not worth the search of an extension in it.
const LONGEST = 100
const NBSP = '\u00A0'
const HYPHEN = '\u2011'

/**
 * Reads a telephone as people type it: `514 873-6565 poste 123`, `ext. 12`, `x12`, `#12`, `tel:+1…;ext=12`.
 * Never refuses: a number that is not valid in `country` is kept as typed, because a wrong number is still a fact of the file.
 */
export function readPhone(text: string, country: CountryCode = 'CA'): Phone {
  const typed = text.normalize('NFC').trim()
  if (typed.length > LONGEST) return { number: typed, valid: false }
  const bare = typed.replace(/^tel:/iu, '').replace(/;phone-context=[^;]*/iu, '')
  const found = EXTENSION.exec(bare)
  const extension = found?.[1]
  const main = found ? bare.slice(0, found.index) : bare
  const parsed = parsePhoneNumberFromString(main, country)
  if (!parsed?.isValid()) return { number: typed, valid: false }
  const known = extension ?? parsed.ext
  return { number: parsed.number, ...(known === undefined ? {} : { extension: known }), valid: true }
}

/**
 * The key under which two numbers are the same telephone: E.164 and extension, or the digits of a number kept as typed
 * (nothing under seven digits: `123` is not a telephone). Undefined when there is nothing to compare.
 */
export function phoneKey(phone: { readonly number: string; readonly extension?: string | undefined }): string | undefined {
  const digits = phone.number.replace(/\D+/g, '')
  if (digits.length < 7) return undefined
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
  const extension = phone.extension ?? ''
  return extension === '' ? national : `${national};${extension}`
}

/**
 * A telephone as it is written on screen: `514 873-6565, poste 123` or `514-873-6565, ext. 123`, with characters that
 * do not break at the end of a line (law A5). A number that is not E.164 is shown as typed.
 */
export function formatPhone(number: string, extension: string | undefined, language: 'fr' | 'en'): string {
  const shown = formatNumber(number, language)
  if (extension === undefined || extension === '') return shown
  return language === 'fr' ? `${shown}, poste${NBSP}${extension}` : `${shown}, ext.${NBSP}${extension}`
}

/** A telephone that was only read or typed, as `formatPhone` shows it; to the letter when it is none. */
export function writtenPhone(text: string, language: 'fr' | 'en'): string {
  const { number, extension, valid } = readPhone(text)
  return valid ? formatPhone(number, extension, language) : text
}

function formatNumber(number: string, language: 'fr' | 'en'): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number)
  if (parts) {
    const [, area = '', exchange = '', line = ''] = parts
    const country = TOLL_FREE.has(area) ? `1${language === 'fr' ? NBSP : HYPHEN}` : ''
    return `${country}${area}${language === 'fr' ? NBSP : HYPHEN}${exchange}${HYPHEN}${line}`
  }
  if (!/^\+\d{6,15}$/.test(number)) return number
  const parsed = parsePhoneNumberFromString(number)
  return parsed ? parsed.formatInternational().replaceAll(' ', NBSP).replaceAll('-', HYPHEN) : number
}

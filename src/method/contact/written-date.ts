import { isDay, type Day } from '../calendar/day.ts'
import { foldWords } from './fold.ts'

/** In which order a file writes `03/02/2026`; Excel in Quebec writes the day first. */
export type DateOrder = 'day-first' | 'month-first'

/** A date as read. `ambiguous` when the other order would have given another true date. `--MM-DD` has no year. */
export type DateReading =
  | { readonly ok: true; readonly date: Day | `--${string}`; readonly ambiguous: boolean }
  | { readonly ok: false; readonly reason: 'empty' | 'not-a-date' }

const MONTHS: Readonly<Record<string, number>> = {
  janv: 1,
  janvier: 1,
  jan: 1,
  january: 1,
  fevr: 2,
  fev: 2,
  fevrier: 2,
  feb: 2,
  february: 2,
  mars: 3,
  mar: 3,
  march: 3,
  avr: 4,
  avril: 4,
  apr: 4,
  april: 4,
  mai: 5,
  may: 5,
  juin: 6,
  jun: 6,
  june: 6,
  juil: 7,
  juillet: 7,
  jul: 7,
  july: 7,
  aout: 8,
  aou: 8,
  aug: 8,
  august: 8,
  sept: 9,
  sep: 9,
  septembre: 9,
  september: 9,
  oct: 10,
  octobre: 10,
  october: 10,
  nov: 11,
  novembre: 11,
  november: 11,
  dec: 12,
  decembre: 12,
  december: 12,
}
const LONGEST = 60
const NOT_A_DATE = { ok: false, reason: 'not-a-date' } as const

/**
 * Reads a date as files write it: `2026-02-03`, `20260203`, `03/02/2026`, `3 févr. 2026`, `1er mars 2026`, `Feb 3, 2026`,
 * `2026-02-03T10:00`, `--0203`. Empty forms (`0/0/00`, `0000-00-00`) are `empty`; a date that does not exist is refused.
 * A year of two digits is between 1930 and 2029.
 */
export function readDate(text: string, order: DateOrder = 'day-first'): DateReading {
  if (text.length > LONGEST) return NOT_A_DATE
  const bare = text.normalize('NFKC').trim()
  if (bare === '' || /^[0\-/. ]+$/.test(bare)) return { ok: false, reason: 'empty' }
  const yearless = /^--(\d{2})-?(\d{2})$/.exec(bare)
  if (yearless) return withoutYear(yearless[1] ?? '', yearless[2] ?? '')
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/.exec(bare) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(bare)
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:\s+\d{1,2}:.*)?$/.exec(bare)
  if (numeric) return ordered(Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3] ?? ''), order)
  return inWords(bare)
}

function withoutYear(month: string, day: string): DateReading {
  return isDay(`2024-${month}-${day}`) ? { ok: true, date: `--${month}-${day}`, ambiguous: false } : NOT_A_DATE
}

function ordered(first: number, second: number, year: number, order: DateOrder): DateReading {
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  const wanted = dated(year, month, day)
  if (!wanted.ok) return dated(year, day, month)
  return { ...wanted, ambiguous: first !== second && first <= 12 && second <= 12 }
}

function inWords(text: string): DateReading {
  const words = foldWords(text)
    .replace(/\b1er\b/, '1')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/, '$1')
    .split(' ')
  const month = words.map((word) => MONTHS[word]).find((found) => found !== undefined)
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const year = numbers.find((number) => number.length === 4)
  const day = numbers.find((number) => number.length <= 2)
  if (month === undefined || day === undefined) return NOT_A_DATE
  if (year !== undefined) return dated(Number(year), month, Number(day))
  return numbers.length === 1 ? withoutYear(pad(month), pad(Number(day))) : NOT_A_DATE
}

function dated(year: number, month: number, day: number): DateReading {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
  return year > 0 && isDay(text) ? { ok: true, date: text, ambiguous: false } : NOT_A_DATE
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 4) return year
  return year >= 30 ? 1900 + year : 2000 + year
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

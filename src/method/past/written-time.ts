import { plainLetters } from '../contact/fold.ts'

/**
 * A clock time as read: `time` to the minute, `HH:mm`; `ms` after midnight, seconds and thousandths kept; `offset` in minutes east of UTC
 * when the text carries its own.
 */
export type TimeReading =
  | { readonly ok: true; readonly time: string; readonly ms: number; readonly offset: number | null }
  | { readonly ok: false; readonly reason: 'empty' | 'not-a-time' }

const WORDS: ReadonlyMap<string, string> = new Map([
  ['midi', '12:00'],
  ['noon', '12:00'],
  ['minuit', '00:00'],
  ['midnight', '00:00'],
])
const NOT_A_TIME = { ok: false, reason: 'not-a-time' } as const
const LONGEST = 40

const offsetOf = (sign: string | undefined, hours: string | undefined, minutes: string | undefined): number =>
  (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))

const clockOf = (hours: number, minutes: number, half: string | undefined): string | null => {
  const hour = half === undefined ? hours : half === 'a' ? hours % 12 : (hours % 12) + 12
  if (minutes > 59 || hour > 23 || (half !== undefined && (hours < 1 || hours > 12))) return null
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** The clock so many minutes after midnight. */
export const clockAt = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The milliseconds after midnight of a clock, and of the seconds written after it; a leap second is the last of its minute. */
const msOf = (time: string, seconds = '0'): number =>
  (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000 + Math.min(59_999, Math.trunc(Number(seconds.replace(',', '.')) * 1000 + 1e-6))

/** The milliseconds after midnight of a part of a day as a spreadsheet writes it: to the second where its decimals say as much. */
export const msOfPart = (written: string): number => {
  const part = Number(written.replace(',', '.')) % 1
  return /[.,]\d{5}/.test(written) ? Math.min(86_399, Math.round(part * 86_400)) * 1000 : Math.min(1439, Math.round(part * 1440)) * 60_000
}

// What spreadsheets store for a time: a part of a day, with its days since 1900 or none.
const PART_OF_A_DAY = /^(?:0|[2-6]\d{4})?[.,]\d{1,17}$/

/** Reads a clock time as files write it: `14:30`, `14:30:05`, `14 h 30`, `14h`, `2:30 PM`, `2 p.m.`, `midi`, `14:30Z`, `14:30:05.123-05:00`, `0.604` (a part of a day). */
export const readTime = (text: string): TimeReading => {
  if (text.length > LONGEST) return NOT_A_TIME
  const bare = plainLetters(text).replace(/\s+/gu, ' ').trim()
  if (bare === '') return { ok: false, reason: 'empty' }
  const word = WORDS.get(bare)
  if (word !== undefined) return { ok: true, time: word, ms: msOf(word), offset: null }
  if (PART_OF_A_DAY.test(bare)) {
    const minutes = Math.min(1439, Math.round((Number(bare.replace(',', '.')) % 1) * 1440))
    return { ok: true, time: clockAt(minutes), ms: msOfPart(bare), offset: null }
  }
  const found =
    /^(\d{1,2})(?: ?[:h] ?(\d{2})(?: ?(?:[:m]|min) ?(\d{2}(?:[.,]\d{1,9})?))?| ?h)? ?(?:(a|p)\.? ?m\.?)?(?: ?(z|utc|gmt)| ?([+-])(\d{2}):?(\d{2})?)?(?:min)?$/.exec(
      bare,
    )
  if (!found) return NOT_A_TIME
  const [, hours, minutes, seconds, half, utc, sign, offsetHours, offsetMinutes] = found
  // A bare number is no time: `14` alone could be anything.
  if (minutes === undefined && half === undefined && !bare.includes('h')) return NOT_A_TIME
  const time = clockOf(Number(hours), Number(minutes ?? 0), half)
  if (time === null) return NOT_A_TIME
  return { ok: true, time, ms: msOf(time, seconds), offset: utc !== undefined ? 0 : sign === undefined ? null : offsetOf(sign, offsetHours, offsetMinutes) }
}

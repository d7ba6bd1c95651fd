import { isDay } from '#method/calendar/day.ts'
import { readDate } from '#method/contact/written-date.ts'

/** A birthday as typed: `YYYY-MM-DD`, `--MM-DD` without a year, empty for none, `null` when it does not read. */
export const readBirthday = (text: string): string | null => {
  const typed = text.trim().replace(/^--/, '')
  if (typed === '') return ''
  const short = /^(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (short) {
    const day = `${(short[1] ?? '').padStart(2, '0')}-${(short[2] ?? '').padStart(2, '0')}`
    // 2000 is a leap year: 29 February is a birthday too.
    return isDay(`2000-${day}`) ? `--${day}` : null
  }
  const read = readDate(typed)
  return read.ok ? read.date : null
}

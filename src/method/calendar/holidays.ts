import { addDays, asDay, weekdayOf, type Day } from './day.ts'

/** Which of the two Easter days an employer in Quebec gives (one of them, by law). */
export type EasterChoice = 'good-friday' | 'easter-monday'

/** The eight statutory holidays of Quebec (algorithms B3). */
export type HolidayName = 'new-year' | 'good-friday' | 'easter-monday' | 'patriots' | 'national' | 'canada' | 'labour' | 'thanksgiving' | 'christmas'

const date = (year: number, month: number, day: number): Day =>
  asDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

/** Easter Sunday of a Gregorian year, by the anonymous (Meeus) computus. */
export const easterSunday = (year: number): Day => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return date(year, Math.floor(n / 31), (n % 31) + 1)
}

const weekdayOnOrAfter = (day: Day, weekday: number): Day => addDays(day, (weekday - weekdayOf(day) + 7) % 7)
// Two of the feasts move to Monday when they fall on a Sunday.
const offSunday = (day: Day): Day => (weekdayOf(day) === 7 ? addDays(day, 1) : day)

/** The holidays of one year in Quebec, in the order of the year, with the Easter day that the person chose. */
export const quebecHolidays = (year: number, easter: EasterChoice): ReadonlyMap<Day, HolidayName> => {
  const sunday = easterSunday(year)
  return new Map<Day, HolidayName>([
    [date(year, 1, 1), 'new-year'],
    easter === 'good-friday' ? [addDays(sunday, -2), 'good-friday'] : [addDays(sunday, 1), 'easter-monday'],
    // The Monday before 25 May is the Monday on or after the 18th.
    [weekdayOnOrAfter(date(year, 5, 18), 1), 'patriots'],
    [offSunday(date(year, 6, 24)), 'national'],
    [offSunday(date(year, 7, 1)), 'canada'],
    [weekdayOnOrAfter(date(year, 9, 1), 1), 'labour'],
    [weekdayOnOrAfter(date(year, 10, 8), 1), 'thanksgiving'],
    [date(year, 12, 25), 'christmas'],
  ])
}

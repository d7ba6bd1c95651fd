import { addDays, daysBetween, firstOfMonth, type Day } from './day.ts'

/** The day `count` months later (earlier when negative); the last one of a month that is too short, as 31 August minus six gives 28 or 29 February. Within the years 1 to 9999. */
export const addMonths = (day: Day, count: number): Day => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const year = Math.floor(months / 12)
  if (year < 1) return '0001-01-01' as Day
  if (year > 9999) return '9999-12-31' as Day
  const first = `${String(year).padStart(4, '0')}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}-01` as Day
  return addDays(first, Math.min(Number(day.slice(8)), lengthOfMonth(first)) - 1)
}

/** How many days the month of `day` has. */
export const lengthOfMonth = (day: Day): number => {
  const first = firstOfMonth(day)
  // After the last December that years can be written for, there is no next month to count to.
  if (first.slice(5, 7) === '12') return 31
  return daysBetween(first, firstOfMonth(addDays(first, 31)))
}

import { addDays, type Day } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'
import type { ContactId } from '../contact/contact.ts'
import type { DayPage } from './day-page.ts'

/** Who comes first today, and the evening on which they were chosen. */
export type FirstPeople = { readonly ids: readonly ContactId[]; readonly chosenOn: Day }

const hasWorkedDay = (after: Day, before: Day, calendar: WorkCalendar): boolean => {
  for (let day = addDays(after, 1); day < before; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) return true
  return false
}

/**
 * The first people that a member chose in the evening « for the next time », on the days until she has worked one: Friday's choice
 * holds on Monday, and on a Saturday that she works after all. `null` when none was chosen.
 */
export const firstPeople = (pages: Iterable<Pick<DayPage, 'day' | 'tomorrow'>>, today: Day, calendar: WorkCalendar): FirstPeople | null => {
  let latest: FirstPeople | null = null
  for (const { day, tomorrow } of pages) {
    if (day < today && tomorrow.length > 0 && (latest === null || day > latest.chosenOn)) latest = { ids: tomorrow, chosenOn: day }
  }
  // Older than a month, no evening speaks of today.
  if (latest === null || latest.chosenOn < addDays(today, -31) || hasWorkedDay(latest.chosenOn, today, calendar)) return null
  return latest
}

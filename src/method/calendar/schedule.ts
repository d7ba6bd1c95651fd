import { addDays, weekdayOf, type Day } from './day.ts'
import { quebecHolidays, type EasterChoice, type HolidayName } from './holidays.ts'

/** A person's week, in force from a day on; a later version never changes the days before it (claim 1). */
export type Schedule = {
  readonly id: string
  readonly memberId: string
  readonly effectiveFrom: Day
  /** ISO weekdays worked, 1 = Monday. */
  readonly weekdays: readonly number[]
  readonly holidays: 'quebec' | 'none'
  readonly easter: EasterChoice
}

/** A vacation or a day off, both ends included. */
export type DayOff = {
  readonly id: string
  readonly memberId: string
  readonly from: Day
  readonly to: Day
  readonly kind: 'vacation' | 'day-off'
  readonly removed: boolean
}

/** What decides whether a person works on a day. */
export type WorkCalendar = { readonly schedules: readonly Schedule[]; readonly daysOff: readonly DayOff[] }

/** Monday to Friday, Quebec holidays, Good Friday: what applies until the person says otherwise. */
export const defaultSchedule: Omit<Schedule, 'id' | 'memberId' | 'effectiveFrom'> = {
  weekdays: [1, 2, 3, 4, 5],
  holidays: 'quebec',
  easter: 'good-friday',
}

/** The version in force on `day`: the latest that has begun; ties go to the later id (made later). */
export const versionOn = <V extends { readonly id: string; readonly effectiveFrom: Day }>(versions: readonly V[], day: Day): V | undefined => {
  let found: V | undefined
  for (const version of versions) {
    if (version.effectiveFrom > day) continue
    if (!found || version.effectiveFrom > found.effectiveFrom || (version.effectiveFrom === found.effectiveFrom && version.id > found.id)) found = version
  }
  return found
}

/** Why a day is free, or `null` when it is worked. */
export type FreeDay = { readonly because: 'weekday' | 'vacation' | 'day-off' } | { readonly because: 'holiday'; readonly holiday: HolidayName }

/** Why `day` is neutral for this calendar; `null` on a working day. */
export const freeDay = (day: Day, { schedules, daysOff }: WorkCalendar): FreeDay | null => {
  const off = daysOff.find((span) => !span.removed && span.from <= day && day <= span.to)
  if (off) return { because: off.kind }
  const schedule = versionOn(schedules, day) ?? defaultSchedule
  if (!schedule.weekdays.includes(weekdayOf(day))) return { because: 'weekday' }
  const holiday = schedule.holidays === 'quebec' ? quebecHolidays(Number(day.slice(0, 4)), schedule.easter).get(day) : undefined
  return holiday ? { because: 'holiday', holiday } : null
}

/** Whether the person works on `day`. */
export const isWorkingDay = (day: Day, calendar: WorkCalendar): boolean => freeDay(day, calendar) === null

/** `day` itself when worked, else the next working day; `day` itself when none comes within a year. */
export const workingDayFrom = (day: Day, calendar: WorkCalendar): Day => {
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const candidate = addDays(day, ahead)
    if (isWorkingDay(candidate, calendar)) return candidate
  }
  return day
}

import { addDays, mondayOf, weekdayOf, type Day } from '#method/calendar/day.ts'

/** The days of the week of `day` up to it, from the weekday the person chose. */
export const weekBefore = (day: Day, startsOn: 'sunday' | 'monday'): Day =>
  startsOn === 'monday' ? mondayOf(day) : weekdayOf(day) === 7 ? day : addDays(mondayOf(day), -1)

import { addDays, type Day } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'
import type { Relationship } from '../contact/contact.ts'
import { starterGoal } from '../goal/goal.ts'
import { plannedDays } from './challenge-days.ts'
import type { Challenge, ChallengeItem } from './challenge.ts'

/** A challenge ready to begin: working days, and how many people a day. */
export type ChallengeTemplate = { readonly id: string; readonly days: number; readonly perDay: number; readonly relationship: Relationship | null }

/** « 21 jours », « 20 par jour », « 5 anciens clients par jour » (claim 7); the days and the number stay hers to change. */
export const challengeTemplates = [
  { id: '21-days', days: 21, perDay: 5, relationship: null },
  { id: '20-a-day', days: 10, perDay: starterGoal.target, relationship: null },
  { id: '5-past-clients-a-day', days: 5, perDay: 5, relationship: 'past-client' },
] as const satisfies readonly ChallengeTemplate[]

const LONGEST_SEARCH_DAYS = 1100

/** The day of the `count`-th working day from `from` on; the last day looked at when three years do not hold as many. */
export const lastOfWorkingDays = (from: Day, count: number, calendar: WorkCalendar): Day => {
  let day = from
  for (let ahead = 0, found = 0; ahead < LONGEST_SEARCH_DAYS; ahead += 1) {
    day = addDays(from, ahead)
    if (isWorkingDay(day, calendar)) found += 1
    if (found >= count) break
  }
  return day
}

/** One line as she writes it: so many on each day worked. */
export type DailyLine = Pick<ChallengeItem, 'kind' | 'relationship'> & { readonly perDay: number }

/** The days and the lines of a challenge, from `from` on: as many days worked as it says, over her days off. */
export const dailyChallenge = (lines: readonly DailyLine[], from: Day, days: number, calendar: WorkCalendar): Pick<Challenge, 'items' | 'from' | 'to'> => {
  const to = lastOfWorkingDays(from, days, calendar)
  const planned = Math.max(1, plannedDays(from, to, calendar).length)
  return { items: lines.map(({ kind, relationship, perDay }) => ({ kind, relationship, target: perDay * planned })), from, to }
}

/** The same made from a template. */
export const fromTemplate = (
  { id, days, perDay, relationship }: ChallengeTemplate,
  from: Day,
  calendar: WorkCalendar,
): Pick<Challenge, 'items' | 'from' | 'to' | 'template'> => ({ ...dailyChallenge([{ kind: null, relationship, perDay }], from, days, calendar), template: id })

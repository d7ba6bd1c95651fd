import type { Day, Instant } from '#method/calendar/day.ts'
import { addDays } from '#method/calendar/day.ts'
import { hourOf, paceDays } from '#method/day/pace-history.ts'
import { finishHour, paceWord, type PaceWord } from '#method/day/pace-word.ts'
import { paceOf, usualHours } from '#method/day/pace.ts'
import type { GoalStanding } from './today-view.ts'
import { ownActivities, type DayFacts } from './today-view.ts'

/** What the pace says: a word, and the clock time `HH:mm` of the last dot when that is informative. */
export type DayPace = { readonly word: PaceWord; readonly left: number; readonly finish: string | null }

// Thirty working days fit in it, holidays and a vacation included.
const daysRead = 85
const latestFinish = 20

/** The days that the pace is read from; asked once a day and goal, since today is not among them. */
export const paceHistory = (facts: DayFacts, { goal }: GoalStanding, today: Day): readonly (readonly number[])[] =>
  paceDays(ownActivities(facts, addDays(today, -daysRead), addDays(today, -1)), goal, { calendar: facts.calendar(), canonical: facts.canonical }, today)

/** The pace of today's main goal (claim 3, algorithms B3); `null` where a pace has no meaning: a weekly goal. */
export const dayPace = (days: readonly (readonly number[])[], { goal, progress }: GoalStanding, now: Instant, zone: string): DayPace | null => {
  if (goal.per !== 'day') return null
  const hour = hourOf(now, zone)
  const pace = paceOf({ days, now: hour, done: progress.done, goal: goal.target, usual: goal.target, hours: usualHours })
  const finish = finishHour(pace, hour, progress.done)
  return { word: paceWord(pace, progress.done), left: progress.left, finish: finish === null || finish > latestFinish ? null : clockOf(finish) }
}

const clockOf = (hour: number): string => {
  const minutes = Math.round(hour * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

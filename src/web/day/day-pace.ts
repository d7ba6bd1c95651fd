import { addDays, type Day, type Instant } from '#method/calendar/day.ts'
import type { Streak } from '#method/challenge/streak.ts'
import { hourOf, paceDays } from '#method/day/pace-history.ts'
import { finishHour, paceWord, type PaceWord } from '#method/day/pace-word.ts'
import { paceOf, usualCount, usualHours } from '#method/day/pace.ts'
import type { Settings } from '#method/ledger/settings.ts'
import type { AtStake } from '#language/pace.ts'
import { regularityOf } from './regularity.ts'
import type { GoalStanding } from './today-view.ts'
import { ownActivities, type DayFacts } from './today-view.ts'

export { paceLine } from '#language/pace.ts'

/** What the pace says: a word, the clock time `HH:mm` of the last dot when that is informative, what the day means for the streak. */
export type DayPace = { readonly word: PaceWord; readonly left: number; readonly finish: string | null; readonly stake: AtStake | null }

// Thirty working days fit in it, holidays and a vacation included.
const daysRead = 85
const latestFinish = 20
// More than that before the evening would be a reproach.
const fewLeft = 5
const shortestStreak = 2

/** The days that the pace is read from; asked once a day and goal, since today is not among them. */
export const paceHistory = (facts: DayFacts, { goal }: GoalStanding, today: Day): readonly (readonly number[])[] =>
  paceDays(ownActivities(facts, addDays(today, -daysRead), addDays(today, -1)), goal, { calendar: facts.calendar(), canonical: facts.canonical }, today)

/** The streak as it stands before today is decided; `null` when there is too little to speak of one. */
export const streakNow = (facts: DayFacts, today: Day): Pick<Streak, 'streak' | 'reserve'> | null => regularityOf(facts, today)?.streak ?? null

/** Her own side of a pace: the hours she declared, and the streak, asked for only where it matters. */
export type OwnPace = { readonly hours: Settings['hours']; readonly streak: () => Pick<Streak, 'streak' | 'reserve'> | null }

/** The pace of today's main goal (claim 3, algorithms B3); `null` where a pace has no meaning: a weekly goal. */
export const dayPace = (
  days: readonly (readonly number[])[],
  { goal, progress }: GoalStanding,
  now: Instant,
  zone: string,
  { hours: declared, streak }: OwnPace,
): DayPace | null => {
  if (goal.per !== 'day') return null
  const hour = hourOf(now, zone)
  const hours = declared === null ? usualHours : { from: hourIn(declared.from), to: hourIn(declared.to) }
  const pace = paceOf({ days, now: hour, done: progress.done, goal: goal.target, usual: usualCount, hours })
  const finish = finishHour(pace, hour, progress.done)
  const word = paceWord(pace, progress.done)
  const stake = word === 'gentle' ? stakeOf(streak(), progress.left, hour < hours.to ? clockOf(hours.to) : null) : null
  return { word, left: progress.left, finish: finish === null || finish > latestFinish ? null : clockOf(finish), stake }
}

const stakeOf = (standing: ReturnType<OwnPace['streak']>, left: number, by: string | null): AtStake | null => {
  if (standing === null || standing.streak < shortestStreak) return null
  if (standing.reserve > 0) return { type: 'reserve' }
  return left <= fewLeft ? { type: 'keeps', left, by } : null
}

const hourIn = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours + minutes / 60
}
const clockOf = (hour: number): string => {
  const minutes = Math.round(hour * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

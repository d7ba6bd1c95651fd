import { addDays, type Day } from '#method/calendar/day.ts'
import { isWorkingDay } from '#method/calendar/schedule.ts'
import { progressOf } from '#method/day/progress.ts'
import { goalsOn } from '#method/goal/goal.ts'
import { type DayFacts, ownActivities } from './today-view.ts'

/** One day of the row: won, worked and not won, or free and neutral. */
export type RegularDay = { readonly day: Day; readonly state: 'won' | 'worked' | 'free' }
/** The last working days with a daily goal, oldest first, and the free days between them. */
export type Regularity = { readonly won: number; readonly worked: number; readonly days: readonly RegularDay[] }

const longest = 20
// What a device keeps of the past in full; beyond it there are only sums, which do not tell who was met twice.
const window = 85

/**
 * The last twenty working days up to `today` on which a daily main goal was in force. Days off are neutral; a goal that
 * began lately gives a shorter row; fewer than five days say nothing and give `null` (claim 7).
 */
export const regularityOf = (facts: DayFacts, today: Day): Regularity | null => {
  const calendar = facts.calendar()
  const goals = facts.goals()
  const days: RegularDay[] = []
  let worked = 0
  let won = 0
  for (let back = 0; back <= window && worked < longest; back += 1) {
    const day = addDays(today, -back)
    const goal = goalsOn(goals, day).find(({ goalId, per }) => goalId === 'main' && per === 'day')
    if (!goal) break
    if (!isWorkingDay(day, calendar)) {
      days.unshift({ day, state: 'free' })
      continue
    }
    worked += 1
    const isWon = progressOf(ownActivities(facts, day, day), goal, facts.canonical).isWon
    if (isWon) won += 1
    days.unshift({ day, state: isWon ? 'won' : 'worked' })
  }
  const first = days.findIndex(({ state }) => state !== 'free')
  return worked < 5 ? null : { won, worked, days: days.slice(first) }
}

import { addDays, type Day } from '#method/calendar/day.ts'
import { dayResults } from '#method/day/day-results.ts'
import { paceDays } from '#method/day/pace-history.ts'
import { usualCount } from '#method/day/pace.ts'
import { adaptingDays } from '#method/goal/adapt-goal.ts'
import { starterGoal, type GoalVersion } from '#method/goal/goal.ts'
import { goalRealism, type GoalRealism } from '#method/plan/goal-realism.ts'
import { workingDaysIn } from '#method/plan/period.ts'
import { ownActivities, type DayFacts } from '../day/today-view.ts'

// Forty working days and the holidays among them, within what a device keeps in full.
const daysRead = 85

/**
 * How realistic a goal is for her, by what her own days of this measure came to (algorithms B1); `null` while too few are known. Days before
 * her first activity are no empty days: she was not here.
 */
export const realismFor = (facts: DayFacts, goal: Pick<GoalVersion, 'goalId' | 'target' | 'per' | 'measure' | 'counting'>, today: Day): GoalRealism | null => {
  const calendar = facts.calendar()
  const activities = ownActivities(facts, addDays(today, -daysRead), addDays(today, -1))
  const first = activities.reduce<Day>((earliest, { day }) => (day < earliest ? day : earliest), today)
  const asked = { ...goal, per: 'day' as const, goalId: starterGoal.goalId, id: '', memberId: '', effectiveFrom: first }
  const rules = { goals: [asked], calendar, canonical: facts.canonical }
  const weekDays = workingDaysIn({ type: 'every', unit: 'week' }, calendar, today)
  return goalRealism(goal, {
    days: paceDays(activities, goal, rules, today, true),
    counts: adaptingDays(dayResults(activities, rules, first, addDays(today, -1)), today).toReversed(),
    usual: usualCount,
    weekDays,
  })
}

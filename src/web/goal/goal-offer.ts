import { addDays, type Day } from '#method/calendar/day.ts'
import { dayResults } from '#method/day/day-results.ts'
import { adaptGoal, adaptingDays, mayOfferGoal, type GoalSuggestion } from '#method/goal/adapt-goal.ts'
import { goalsOn, type GoalVersion } from '#method/goal/goal.ts'
import { ownActivities, type DayFacts } from '../day/today-view.ts'
import type { LedgerView } from '../offline/ledger.ts'

/** A goal to propose, beside the one in force. */
export type GoalOffered = { readonly goal: GoalVersion; readonly suggestion: GoalSuggestion }

// Ten working days and the holidays among them.
const daysRead = 30

/** The change of daily goal to put to her today, or `null`: asked once a week, silent two weeks after a refusal (claim 1, algorithms B2). */
export const goalOffered = (facts: DayFacts & Pick<LedgerView, 'settings'>, today: Day): GoalOffered | null => {
  const calendar = facts.calendar()
  const goals = facts.goals()
  const goal = goalsOn(goals, today).find(({ goalId, per }) => goalId === 'main' && per === 'day')
  if (!goal || !mayOfferGoal(facts.settings().goalOffer, calendar, today)) return null
  const from = addDays(today, -daysRead)
  const to = addDays(today, -1)
  const results = dayResults(ownActivities(facts, from, to), { goals, calendar, canonical: facts.canonical }, from, to)
  const suggestion = adaptGoal(adaptingDays(results, today), goal.target)
  return suggestion.goal === goal.target ? null : { goal, suggestion }
}

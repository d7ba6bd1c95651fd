import { addDays, type Day } from '#method/calendar/day.ts'
import { dayResults } from '#method/day/day-results.ts'
import { adaptGoal, adaptingDays, boldness, mayOfferGoal, type GoalSuggestion } from '#method/goal/adapt-goal.ts'
import { goalsOn, type GoalVersion } from '#method/goal/goal.ts'
import type { Rows } from '#method/ledger/operation.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { planNeeds, type PlanNeeds } from '#method/plan/plan-needs.ts'
import { latestPlan } from '#method/plan/plan-since.ts'
import { ownActivities, type DayFacts } from '../day/today-view.ts'
import type { LedgerView } from '../offline/ledger.ts'

/** A goal to propose, beside the one in force; `planned` is what the kept plan asks of a day when that is more. */
export type GoalOffered = {
  readonly goal: GoalVersion
  readonly suggestion: GoalSuggestion
  readonly boldness: Settings['goalRules']['boldness']
  readonly planned: number | null
  /** Her own most, or what her hours hold, is what decided. */
  readonly isLimited: boolean
}

// Ten working days, with the holidays and a long vacation among them, within what a device keeps in full.
const daysRead = 85

type Kept = Pick<LedgerView, 'workspace'> & { all<T extends 'dayPage' | 'plan'>(table: T): ReadonlyMap<string, Rows[T]> }
type Facts = DayFacts & Pick<LedgerView, 'settings'> & Kept

/** The days on which she took a lighter goal: they say nothing of what she can do (algorithms B2, B8). */
export const lightDaysOf = (facts: Kept): ReadonlySet<Day> =>
  new Set([...facts.all('dayPage').values()].flatMap(({ memberId, day, isLight }) => (isLight && memberId === facts.workspace?.memberId ? [day] : [])))

const needsOf = (facts: Kept, today: Day): PlanNeeds | null => {
  const own = [...facts.all('plan').values()].filter(({ memberId }) => memberId === facts.workspace?.memberId)
  const plan = latestPlan(own, today)
  return plan && planNeeds(plan.content)
}

/** What the kept plan asks of a day beyond `target`; `null` when it asks no more, or for another sort of goal than people a day. */
export const plannedBeyond = (facts: Kept, goal: Pick<GoalVersion, 'goalId' | 'per' | 'measure'>, target: number, today: Day): number | null => {
  const needs = goal.goalId === 'main' && goal.per === 'day' && goal.measure.type === 'all' ? needsOf(facts, today) : null
  return needs && needs.perDay > target ? needs.perDay : null
}

const mostOf = (facts: Facts, today: Day): number | null => {
  const limits = [facts.settings().goalRules.most, needsOf(facts, today)?.most].filter((limit): limit is number => typeof limit === 'number')
  return limits.length === 0 ? null : Math.min(...limits)
}

/**
 * The change of daily goal to put to her today, or `null`: asked once a week, silent two weeks after a refusal, within her own most and what her
 * hours hold (claim 1, algorithms B2).
 */
export const goalOffered = (facts: Facts, today: Day): GoalOffered | null => {
  const calendar = facts.calendar()
  const goals = facts.goals()
  const settings = facts.settings()
  const goal = goalsOn(goals, today).find(({ goalId, per }) => goalId === 'main' && per === 'day')
  if (!goal || !mayOfferGoal(settings.goalOffer, calendar, today)) return null
  const from = addDays(today, -daysRead)
  const to = addDays(today, -1)
  const results = dayResults(ownActivities(facts, from, to), { goals, calendar, canonical: facts.canonical }, from, to)
  const most = mostOf(facts, today)
  const rules = { percentile: boldness[settings.goalRules.boldness], ...(most === null ? {} : { most }) }
  const suggestion = adaptGoal(adaptingDays(results, today, lightDaysOf(facts)), goal.target, rules)
  if (suggestion.goal === goal.target) return null
  const isLimited = suggestion.goal === most && (suggestion.usual ?? 0) > most
  return { goal, suggestion, boldness: settings.goalRules.boldness, planned: plannedBeyond(facts, goal, suggestion.goal, today), isLimited }
}

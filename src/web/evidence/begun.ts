import type { Day } from '#method/calendar/day.ts'
import type { DayResult } from '#method/day/day-results.ts'
import type { GoalVersion } from '#method/goal/goal.ts'

/** The first day that had a goal: what came before is no day off. `null` without any goal. */
export const firstGoalDay = (goals: readonly Pick<GoalVersion, 'effectiveFrom'>[]): Day | null =>
  goals.reduce<Day | null>((first, { effectiveFrom }) => (first === null || effectiveFrom < first ? effectiveFrom : first), null)

/** Whether a day has nothing to say: it came before the first goal, and nothing was done. */
export const isBlank = ({ day, goal, done }: DayResult, begun: Day | null): boolean => goal === null && done === 0 && begun !== null && day < begun

/** Whether a calendar shows a day off. */
export const hasHatched = (results: readonly DayResult[], begun: Day | null): boolean =>
  results.some((result) => result.goal === null && !result.hasNoGoal && !isBlank(result, begun))

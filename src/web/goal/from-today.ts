import { addDays, type Day } from '#method/calendar/day.ts'
import type { GoalVersion } from '#method/goal/goal.ts'

/** A goal before it has a day and an id. */
export type WishedGoal = Omit<GoalVersion, 'id' | 'memberId' | 'effectiveFrom'>
type Written = Omit<GoalVersion, 'memberId'>

/**
 * Everything to write so that a goal holds from today on. On a day that she took lightly the usual goal waits for tomorrow: the one that she chooses now
 * takes that place too, or it would be gone the next morning without a word. A goal that she set for a later day stays.
 */
export const goalsFromToday = (goal: WishedGoal, today: Day, isLight: boolean, newId: () => string): readonly Written[] => [
  { ...goal, id: newId(), effectiveFrom: today },
  ...(isLight && goal.goalId === 'main' ? [{ ...goal, id: newId(), effectiveFrom: addDays(today, 1) }] : []),
]

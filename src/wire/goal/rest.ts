import { z } from 'zod'
import { day, id } from '../calendar/calendar.ts'
import { goal, goalRow } from './goal.ts'

/** A version of a goal to set, in force from today unless a later day is given. There is no field for money (claim 1). */
export const newGoal = goal.extend({ id: id.optional(), goalId: goal.shape.goalId.default('main'), effectiveFrom: day.optional() })
/** Every version of one's goals, those of days gone by too. */
export const goalList = z.object({ goals: z.array(goalRow) })
/** The day to look at; today when absent. */
export const todayQuery = z.strictObject({ day: day.optional() })
/** Where each goal in force stands on a day, and the harvest of that day beside it. */
export const todayAnswer = z.object({
  day,
  goals: z.array(z.object({ goal: goalRow, target: z.int(), done: z.int(), left: z.int(), isWon: z.boolean() })),
  harvest: z.record(z.string(), z.int()),
})

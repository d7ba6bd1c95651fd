import type { Activity } from '#method/activity/activity.ts'
import { daysFrom, type Day } from '#method/calendar/day.ts'
import { freeDay, type FreeDay } from '#method/calendar/schedule.ts'
import { leadOf, progressOf, spanOf, type Progress } from '#method/day/progress.ts'
import { goalsOn, starterGoal, type GoalVersion } from '#method/goal/goal.ts'
import type { LedgerView } from '../offline/ledger.ts'

/** What the views of a day read of the ledger. */
export type DayFacts = Pick<LedgerView, 'workspace' | 'goals' | 'calendar' | 'activitiesOn' | 'canonical'>

/** A goal in force and where it stands. */
export type GoalStanding = { readonly goal: GoalVersion; readonly progress: Progress }

/** What Today shows of the day itself. */
export type TodayView = {
  /** Why the day is free, or `null` on a working day. */
  readonly free: FreeDay | null
  /** The goal that leads; `null` when none is in force. */
  readonly main: GoalStanding | null
  /** What leads the screen; `free` when a daily goal does not apply. */
  readonly lead: 'done' | 'left' | 'won' | 'free' | 'no-goal'
  /** The path: what counts for the main goal, in the order of the day. */
  readonly path: Progress
  readonly others: readonly GoalStanding[]
}

/** The member's own activities from `from` to `to`, both included. */
export const ownActivities = (facts: DayFacts, from: Day, to: Day): readonly Activity[] => {
  const memberId = facts.workspace?.memberId
  return daysFrom(from, to).flatMap((day) => facts.activitiesOn(day).filter((activity) => activity.memberId === memberId))
}

/** Where each goal in force on `day` stands. */
export const standingsOn = (facts: DayFacts, day: Day): readonly GoalStanding[] =>
  goalsOn(facts.goals(), day).map((goal) => {
    const { from, to } = spanOf(goal, day)
    return { goal, progress: progressOf(ownActivities(facts, from, to), goal, facts.canonical) }
  })

/** The day at a glance (claim 3). On a free day what is done is counted and nothing is left to do. */
export const todayView = (facts: DayFacts, today: Day): TodayView => {
  const free = freeDay(today, facts.calendar())
  const [main = null, ...others] = standingsOn(facts, today)
  const isAtRest = free !== null && (main === null || main.goal.per === 'day')
  const counted: GoalVersion = { ...(main?.goal ?? { ...starterGoal, id: '', memberId: '', effectiveFrom: today }), target: 0 }
  const path = main && !isAtRest ? main.progress : progressOf(ownActivities(facts, today, today), counted, facts.canonical)
  const lead = main && !isAtRest ? leadOf(main.progress) : isAtRest ? 'free' : 'no-goal'
  return { free, main, lead, path, others: free === null ? others : others.filter(({ goal }) => goal.per === 'week') }
}

import type { Day } from '../calendar/day.ts'
import { versionOn } from '../calendar/schedule.ts'
import type { MemberId } from '../activity/activity.ts'
import type { KindId } from '../activity/kind.ts'

/** What a goal counts. Never money: a goal is something the person controls (claim 1). */
export type Measure = { readonly type: 'all' } | { readonly type: 'kinds'; readonly kinds: readonly KindId[] } | { readonly type: 'conversations' }

/** One version of a goal, in force from a day on; a later version never rewrites the days before it. */
export type GoalVersion = {
  readonly id: string
  /** The goal of which this is a version; `main` leads the Today screen. */
  readonly goalId: string
  readonly memberId: MemberId
  readonly effectiveFrom: Day
  /** How many, per working day or per week (Monday to Sunday). Zero ends the goal. */
  readonly target: number
  readonly per: 'day' | 'week'
  readonly measure: Measure
  /** `people`: one person once a day; `activities`: every activity. */
  readonly counting: 'people' | 'activities'
}

/** The goal of the method: communicate with 20 people a day. */
export const starterGoal = { goalId: 'main', target: 20, per: 'day', measure: { type: 'all' }, counting: 'people' } as const

/** The largest target that is still a day of work and not a slip of the finger. */
export const largestTarget = 500

/** The goals in force on `day`, `main` first, ended ones left out. */
export const goalsOn = (versions: readonly GoalVersion[], day: Day): readonly GoalVersion[] => {
  const byGoal = new Map<string, GoalVersion[]>()
  for (const version of versions) byGoal.set(version.goalId, [...(byGoal.get(version.goalId) ?? []), version])
  const inForce = [...byGoal.values()].flatMap((own) => versionOn(own, day) ?? []).filter(({ target }) => target > 0)
  return inForce.sort((a, b) => Number(b.goalId === 'main') - Number(a.goalId === 'main') || (a.goalId < b.goalId ? -1 : 1))
}

import type { Day } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/schedule.ts'
import { comparePlan, lastDayOf, numbersIn, type PlanComparison, type PlanNumbers } from './compare-plan.ts'
import type { KeptPlan } from './kept-plan.ts'
import type { OwnPast } from './past-touches.ts'
import { plannedActivities } from './planned-activities.ts'

/** The plan that was kept last, as far as is known on `asOf`; `null` when none was. */
export const latestPlan = (plans: Iterable<KeptPlan>, asOf: Day): KeptPlan | null =>
  [...plans].filter(({ day }) => day <= asOf).sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null

/** A plan that can be compared, and the days it is compared on, both included. */
export type PlanSpan = { readonly plan: KeptPlan; readonly numbers: PlanNumbers; readonly from: Day; readonly through: Day }

/** The days of a plan that are over on `lastOver`; `null` when none is, or it was kept without numbers. */
export const planSpan = (plan: KeptPlan, lastOver: Day): PlanSpan | null => {
  const numbers = lastOver < plan.day ? null : numbersIn(plan.content)
  return numbers && { plan, numbers, from: plan.day, through: lastDayOf(numbers, plan.day, lastOver) }
}

/** A plan beside what happened in its days; `past` is the log of those days alone. */
export const comparedSince = ({ numbers, from, through }: PlanSpan, past: OwnPast, calendar: WorkCalendar): PlanComparison => {
  const touches = numbers.lines.map(({ id }) => {
    const touch = plannedActivities.find((activity) => activity.id === id)?.touch ?? null
    return [id, touch === null ? 0 : past.touches[touch].touches] as const
  })
  return comparePlan(numbers, { touches: Object.fromEntries(touches), sales: past.sold }, calendar, from, through)
}

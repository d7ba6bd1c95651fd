import type { ActivityId } from '../activity/activity.ts'
import type { Day } from '../calendar/day.ts'
import type { Contact } from '../contact/contact.ts'
import { sortTold, type Told } from './people-told.ts'
import { rateOf, type Rate } from './rate.ts'

/** Follow-ups whose day fell in the window: done by that day, done later, or still waiting after it. The rate is of those done on time. */
export type StepsOnTime = Rate & { readonly late: number; readonly waiting: number }

/** One person's activities, and her present step when she is still open. */
export type PersonSteps = { readonly told: Told[]; readonly nextStep: Contact['nextStep'] }

type Window = { readonly from: Day | null; readonly asOf: Day; readonly today: Day }
type Waiting = NonNullable<Told['waiting']>

const nameOf = ({ due, setBy }: Waiting): string => `${due} ${setBy ?? ''}`

/** The steps that activities answered, each with the day of the first activity since it was set. */
const answered = (told: readonly Told[]): ReadonlyMap<string, { readonly due: Day; readonly on: Day }> => {
  const places = new Map<ActivityId, number>(told.map(({ id }, place) => [id, place]))
  const steps = new Map<string, { due: Day; on: Day }>()
  for (const [place, { waiting, day }] of told.entries()) {
    if (!waiting) continue
    // An activity told late finds a step that was set after it: it did not answer that one.
    const setAt = waiting.setBy === null ? undefined : places.get(waiting.setBy)
    if (setAt !== undefined && setAt > place) continue
    if (!steps.has(nameOf(waiting))) steps.set(nameOf(waiting), { due: waiting.due, on: day })
  }
  return steps
}

/**
 * Follow-ups done on time: a step due on a day is done on time when an activity with the person happened on or before that
 * day (claim 4). A step due today and not done yet is not counted; first contacts to make are not follow-ups. Steps moved
 * without an activity are judged by their last day.
 */
export const stepsOnTime = (people: Iterable<PersonSteps>, { from, asOf, today }: Window): StepsOnTime => {
  const isIn = (due: Day): boolean => (from === null || from <= due) && due <= asOf
  let onTime = 0
  let late = 0
  let waiting = 0
  for (const { told, nextStep } of people) {
    const steps = answered(sortTold(told))
    for (const { due, on } of steps.values()) {
      if (!isIn(due)) continue
      if (on <= due) onTime += 1
      else late += 1
    }
    if (nextStep && nextStep.origin !== 'first' && isIn(nextStep.due) && nextStep.due < today && !steps.has(nameOf(nextStep))) waiting += 1
  }
  return { ...rateOf(onTime, onTime + late + waiting), late, waiting }
}

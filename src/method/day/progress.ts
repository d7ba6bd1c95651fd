import { addDays, mondayOf, type Day } from '../calendar/day.ts'
import { counts, isConversation, type Activity } from '../activity/activity.ts'
import type { ContactId } from '../contact/contact.ts'
import type { GoalVersion, Measure } from '../goal/goal.ts'

/** One filled dot of the path: the activity that earned it and, when people are counted, the person. */
export type Dot = { readonly activity: Activity; readonly contactId: ContactId | null }

/** Where a goal stands. `left` never goes below zero; further ones still count in `done` (claim 3). */
export type Progress = { readonly target: number; readonly done: number; readonly left: number; readonly isWon: boolean; readonly dots: readonly Dot[] }

/** The person that an id stands for today, following merges. */
export type Canonical = (id: ContactId) => ContactId

const measures = (measure: Measure, activity: Activity): boolean =>
  measure.type === 'all' || (measure.type === 'kinds' ? measure.kinds.includes(activity.kind) : isConversation(activity))

/** Whether an activity may earn dots for a goal: one that counts, is measured by it, and was done by the person unless conversations are. */
export const advances = (activity: Activity, { measure }: Pick<GoalVersion, 'measure'>): boolean =>
  counts(activity) && measures(measure, activity) && (activity.direction === 'out' || measure.type === 'conversations')

const inOrder = (a: Activity, b: Activity): number =>
  a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * The dots that a goal's activities earn, in the order of the day. When people are counted, a person earns one dot a day
 * whatever the number of touches, each person met at an event earns one, and an activity with nobody named earns one.
 * Only what the person does counts: incoming activities do not, unless the goal is in conversations.
 */
export const dotsOf = (activities: Iterable<Activity>, goal: Pick<GoalVersion, 'measure' | 'counting'>, canonical: Canonical): readonly Dot[] => {
  const kept = [...activities].filter((activity) => advances(activity, goal))
  kept.sort(inOrder)
  const met = new Set<string>()
  const dots: Dot[] = []
  for (const activity of kept) {
    if (goal.counting === 'activities' || activity.contactIds.length === 0) {
      dots.push({ activity, contactId: activity.contactIds[0] ?? null })
      continue
    }
    for (const id of activity.contactIds) {
      const person = canonical(id)
      const once = `${activity.day} ${person}`
      if (met.has(once)) continue
      met.add(once)
      dots.push({ activity, contactId: person })
    }
  }
  return dots
}

/** The days over which a goal is counted around `day`: the day itself, or its ISO week. */
export const spanOf = (goal: Pick<GoalVersion, 'per'>, day: Day): { readonly from: Day; readonly to: Day } =>
  goal.per === 'day' ? { from: day, to: day } : { from: mondayOf(day), to: addDays(mondayOf(day), 6) }

/** Where `goal` stands, given the member's own activities of its span (claim 3). */
export const progressOf = (activities: Iterable<Activity>, goal: GoalVersion, canonical: Canonical): Progress => {
  const dots = dotsOf(activities, goal, canonical)
  const left = Math.max(0, goal.target - dots.length)
  return { target: goal.target, done: dots.length, left, isWon: goal.target > 0 && left === 0, dots }
}

/** What leads the screen: what is done below half, what is left from half on, the joy once won (UX, Today). */
export const leadOf = ({ done, target, isWon }: Progress): 'done' | 'left' | 'won' => (isWon ? 'won' : done * 2 < target ? 'done' : 'left')

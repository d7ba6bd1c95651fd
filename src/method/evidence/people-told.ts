import { isConversation, type Activity, type ActivityId } from '../activity/activity.ts'
import type { KindId } from '../activity/kind.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { Canonical } from '../day/progress.ts'

/** What the evidence keeps of an activity with one person: a few words of it, so that a log of a million fits in memory. */
export type Told = {
  readonly id: ActivityId
  readonly at: Instant
  readonly day: Day
  readonly kind: KindId
  /** An outgoing activity with a person: a touch (algorithms B0). */
  readonly isTouch: boolean
  readonly isConversation: boolean
  /** A message that went out, of which nothing more is known. */
  readonly isSent: boolean
  /** Where it stands in its file: it orders what happened at one moment. */
  readonly line: number | null
  /** Only its day is known; `at` is noon. */
  readonly isDayOnly: boolean
  /** The follow-up that was waiting just before it, if any: its day, and the activity that had set it. */
  readonly waiting: { readonly due: Day; readonly setBy: ActivityId | null } | null
}

const asIs = <T extends string>(text: T): T => text

/** What is kept of an activity with `person`, named `named` in it; with nobody when `null`. `once` may share equal texts. */
export const toldOf = (activity: Activity, person: ContactId | null, named: ContactId | null = person, once = asIs): Told => {
  const standing = activity.standingBefore[person ?? ''] ?? activity.standingBefore[named ?? '']
  const step = standing?.nextStep
  return {
    id: activity.id,
    at: activity.occurredAt,
    day: once(activity.day),
    kind: once(activity.kind),
    isTouch: activity.direction === 'out',
    isConversation: isConversation(activity),
    isSent: activity.direction === 'out' && activity.outcome === 'sent',
    line: activity.line ?? null,
    isDayOnly: activity.isDayOnly === true,
    // A first contact to make is not yet a follow-up.
    waiting: step && step.origin !== 'first' ? { due: once(step.due), setBy: step.setBy } : null,
  }
}

/** The activities of each person, merges followed. */
export type PeopleTold = { readonly add: (activity: Activity) => void; readonly people: ReadonlyMap<ContactId, Told[]> }

const inOrder = (a: Told, b: Told): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** Oldest first; ties in the order of the file, then by id. Sorts the list itself. */
export const sortTold = (told: Told[]): readonly Told[] => told.sort(inOrder)

/** Gathers activities by person, one by one and in any order; the caller leaves out those that no longer count. */
export const tellPeople = (canonical: Canonical): PeopleTold => {
  const people = new Map<ContactId, Told[]>()
  // A database answers a new string for each row; a few thousand days and a few kinds stand behind them all.
  const known = new Map<string, string>()
  const once = <T extends string>(text: T): T => {
    const same = known.get(text)
    if (same === undefined) known.set(text, text)
    return (same ?? text) as T
  }
  const keep = (person: ContactId, told: Told): void => {
    const own = people.get(person)
    if (!own) people.set(person, [told])
    // Someone named twice, or by two names of hers, was there once.
    else if (own.at(-1)?.id !== told.id) own.push(told)
  }
  const add = (activity: Activity): void => {
    for (const named of activity.contactIds) {
      const person = canonical(named)
      keep(person, toldOf(activity, person, named, once))
    }
  }
  return { add, people }
}

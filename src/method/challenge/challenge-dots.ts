import type { Activity } from '../activity/activity.ts'
import type { Day } from '../calendar/day.ts'
import type { ContactId, Relationship } from '../contact/contact.ts'
import { advances, type Canonical } from '../day/progress.ts'
import type { ChallengeItem } from './challenge.ts'

/** Dots by day (a `Day`): each person counts once a day, and what is done with nobody named once each. Days without any are absent. */
export type DotDays = Readonly<Record<string, number>>

/** By whom a line is counted. */
export type DotRules = { readonly canonical: Canonical; readonly relationshipOf: (id: ContactId) => Relationship | undefined }

// People become clients on the way: what was done with them before does not vanish with the change.
const counted: Readonly<Record<Relationship, readonly Relationship[]>> = {
  potential: ['potential', 'client'],
  'past-client': ['past-client', 'client'],
  client: ['client'],
  partner: ['partner'],
  other: ['other'],
}

/** Counts the dots of one line of a challenge, activity by activity in any order, so that a long log need not be held. */
export const tellDots = (
  { kind, relationship }: ChallengeItem,
  { canonical, relationshipOf }: DotRules,
): { readonly add: (activity: Activity) => void; readonly end: () => DotDays } => {
  const measure = kind === null ? ({ type: 'all' } as const) : ({ type: 'kinds', kinds: [kind] } as const)
  const days = new Map<Day, { readonly people: Set<ContactId>; alone: number }>()
  const isAsked = (person: ContactId): boolean => {
    if (relationship === null) return true
    const own = relationshipOf(person)
    return own !== undefined && counted[relationship].includes(own)
  }
  const add = (activity: Activity): void => {
    if (!advances(activity, { measure })) return
    const people = activity.contactIds.map(canonical).filter(isAsked)
    const isAlone = activity.contactIds.length === 0 && relationship === null
    if (people.length === 0 && !isAlone) return
    const own = days.get(activity.day) ?? { people: new Set(), alone: 0 }
    days.set(activity.day, own)
    for (const person of people) own.people.add(person)
    if (isAlone) own.alone += 1
  }
  return { add, end: () => Object.fromEntries([...days].map(([day, { people, alone }]) => [day, people.size + alone])) }
}

/** The days of `now` from `since` on, and those of `older` before it. */
export const joinedDots = (older: DotDays, now: DotDays, since: Day): DotDays => ({
  ...Object.fromEntries(Object.entries(older).filter(([day]) => day < since)),
  ...Object.fromEntries(Object.entries(now).filter(([day]) => day >= since)),
})

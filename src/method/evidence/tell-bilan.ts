import { counts, type Activity, type ActivityId } from '../activity/activity.ts'
import type { Day } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import { tellDays, type DayRules } from '../day/day-results.ts'
import type { Sale } from '../sale/sale.ts'
import { tellCounts } from './activity-counts.ts'
import { tellAnsweredHours } from './answered-hours.ts'
import { answeredLater } from './answered-later.ts'
import { figuresOf, isInScope } from './bilan-figures.ts'
import { bilanPeople, type BilanContact } from './bilan-people.ts'
import type { Bilan, BilanScope } from './bilan.ts'
import { tellPeople } from './people-told.ts'

/** What the Bilan reads beside the activities: the member's goals and calendar, her sales, and everyone, merged people too. */
export type BilanFacts = Omit<DayRules, 'canonical'> & {
  readonly zone: string
  readonly contacts: Iterable<BilanContact>
  readonly sales: Iterable<Sale>
}

/** Takes the activities one by one, in any order; `end` answers the figures. */
export type BilanTelling = { readonly add: (activity: Activity) => void; readonly end: () => Bilan }

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
const firstGoalDay = ({ goals }: BilanFacts, asOf: Day): Day => goals.reduce((first, { effectiveFrom }) => earlier(first, effectiveFrom), asOf)

/**
 * Tells the Bilan of one member from her facts, holding a few words of each activity, so that a million can be streamed. The
 * caller leaves out the facts of other members.
 */
export const tellBilan = (facts: BilanFacts, asked: BilanScope): BilanTelling => {
  const { today, from, to, kind } = asked
  const { known, canonical, sourceOf } = bilanPeople(facts.contacts, facts.zone)
  const source = asked.source === null ? null : sourceOf(asked.source)
  const scope = { ...asked, source, asOf: to === null ? today : earlier(to, today) }
  const isAsked = (id: ContactId): boolean => source === null || known.get(canonical(id))?.source === source
  const sales = [...facts.sales].filter(
    ({ voidedAt, day, contactId }) => voidedAt === null && day <= scope.asOf && (source === null || (contactId !== null && isAsked(contactId))),
  )
  const wanted = new Set(sales.flatMap(({ contactId, activityId }) => (contactId === null && activityId !== null ? [activityId] : [])))
  const acts = new Map<ActivityId, Activity>()
  const days = kind === null && source === null ? tellDays({ ...facts, canonical }, from ?? firstGoalDay(facts, scope.asOf), scope.asOf) : null
  const people = tellPeople(canonical)
  const tallies = tellCounts()
  const hours = tellAnsweredHours()

  const add = (given: Activity): void => {
    if (!counts(given) || given.day > today || (kind !== null && given.kind !== kind)) return
    const activity = source === null ? given : { ...given, contactIds: given.contactIds.filter(isAsked) }
    if (source !== null && activity.contactIds.length === 0) return
    people.add(activity)
    if (activity.day > scope.asOf) return
    days?.add(activity)
    if (wanted.has(activity.id)) acts.set(activity.id, activity)
    if (!isInScope(activity.day, scope)) return
    tallies.add(activity)
    hours.add(activity)
  }
  const end = (): Bilan => {
    const activities = tallies.end(answeredLater(people.people, scope.asOf, (day) => isInScope(day, scope)))
    return figuresOf({ scope, known, canonical, sourceOf, sales, told: people.people, acts, isAsked, days, activities, answeredHours: hours.end() })
  }
  return { add, end }
}

/** The Bilan of activities already at hand, in any order. */
export const bilanOf = (activities: Iterable<Activity>, facts: BilanFacts, asked: BilanScope): Bilan => {
  const telling = tellBilan(facts, asked)
  for (const activity of activities) telling.add(activity)
  return telling.end()
}

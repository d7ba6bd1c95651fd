import { counts, isConversation, type Activity } from '#method/activity/activity.ts'
import { daysFrom, type Day } from '#method/calendar/day.ts'
import { isWorkingDay } from '#method/calendar/schedule.ts'
import { progressOf } from '#method/day/progress.ts'
import { goalsOn } from '#method/goal/goal.ts'
import { isFollowUp } from '#method/ledger/history.ts'
import type { LedgerView } from '../offline/ledger.ts'
import { ownActivities, type DayFacts } from '../day/today-view.ts'

/** What the Bilan tells of some days, each figure a plain count of the person's own activities. */
export type Evidence = {
  /** Working days gone by with a daily goal in force, today only once won, and those of them that were won. */
  readonly worked: number
  readonly won: number
  readonly activities: number
  readonly byKind: readonly { readonly kind: string; readonly count: number }[]
  /** Attempts and conversations, among what the person did herself. */
  readonly attempts: number
  readonly conversations: number
  readonly followUps: number
  readonly people: number
  readonly minutes: number
  /** How many of the activities were timed: what `minutes` rests on. */
  readonly timed: number
}

type Facts = DayFacts & Pick<LedgerView, 'contact'>

const followsUp = (facts: Facts, activity: Activity): boolean =>
  activity.contactIds.some((id) => {
    const contact = facts.contact(id)
    return contact !== undefined && isFollowUp(activity, contact)
  })

/** The evidence of the days from `from` to `today`, both included. A day off is neither worked nor lost. */
export const evidenceOf = (facts: Facts, from: Day, today: Day): Evidence => {
  const own = ownActivities(facts, from, today).filter((activity) => counts(activity) && activity.direction === 'out')
  const kinds = new Map<string, number>()
  for (const { kind } of own) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const timed = own.flatMap(({ minutes }) => minutes ?? [])
  const days = daysFrom(from, today).filter((day) => isWorkingDay(day, facts.calendar()))
  const standings = days.flatMap((day) => {
    const goal = goalsOn(facts.goals(), day).find(({ per }) => per === 'day')
    const isWon = goal !== undefined && progressOf(ownActivities(facts, day, day), goal, facts.canonical).isWon
    // Today is not over: it counts once it is won.
    return goal === undefined || (day === today && !isWon) ? [] : [isWon]
  })
  return {
    worked: standings.length,
    won: standings.filter(Boolean).length,
    activities: own.length,
    byKind: [...kinds].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
    attempts: own.filter((activity) => !isConversation(activity)).length,
    conversations: own.filter(isConversation).length,
    followUps: own.filter((activity) => followsUp(facts, activity)).length,
    people: new Set(own.flatMap(({ contactIds }) => contactIds.map((id) => facts.canonical(id)))).size,
    minutes: timed.reduce((sum, minutes) => sum + minutes, 0),
    timed: timed.length,
  }
}

import type { Contact } from '#method/contact/contact.ts'
import type { PlanLine } from '#method/plan/plan.ts'
import type { OwnPast } from '#method/plan/past-touches.ts'
import { minutesEach } from '#method/plan/capacity.ts'
import { plannedActivities, type PlannedActivity } from '#method/plan/planned-activities.ts'
import type { Guess, TouchKind } from '#method/plan/touch-kind.ts'

// Someone who has not brought her contacts in yet knows people all the same: nobody counted them.
const fewestCounted = 10

/** How many people of each kind can be reached today; `null` until she has brought some in. */
export const peopleOf = (people: readonly Contact[]): Readonly<Record<TouchKind, number>> | null => {
  if (people.length < fewestCounted) return null
  const count = { unknown: 0, met: 0, inquiry: 0, client: 0, referral: 0, meeting: 0 }
  for (const { relationship, firstReachedAt, letGo, source } of people) {
    if (letGo !== null) continue
    if (relationship === 'client' || relationship === 'past-client') count.client += 1
    else if (/recommand|r[ée]f[ée]r|referr/i.test(source)) count.referral += 1
    else if (firstReachedAt !== null) count.met += 1
    else count.unknown += 1
  }
  return { ...count, meeting: count.met + count.client }
}

// « Sur 20, combien achètent? »
const askedOf = 20

/** What was typed under « sur 20, combien achètent? » as guesses; whoever left it empty keeps the starting belief. */
export const guessesOf = (typed: Partial<Readonly<Record<PlannedActivity, string>>>): Partial<Readonly<Record<PlannedActivity, Guess>>> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([id, text]) => (/^\d{1,2}$/.test(text.trim()) ? [[id, { of: askedOf, buy: Math.min(askedOf, Number(text)) }]] : [])),
  )

/** What the person chose to do, as the plan weighs it. */
export const linesOf = (
  chosen: readonly PlannedActivity[],
  past: OwnPast,
  people: Readonly<Record<TouchKind, number>> | null,
  guesses: Partial<Readonly<Record<PlannedActivity, Guess>>>,
): readonly PlanLine[] =>
  plannedActivities
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, touch, kind, minutes }) => ({
      id,
      touch,
      past: touch === null ? { touches: 0, sales: 0 } : past.touches[touch],
      guess: guesses[id] ?? null,
      prior: null,
      // A call to a client is not a first call: what was timed of each speaks of each.
      minutesEach: minutesEach(minutes, touch !== null && kind === 'phone' ? past.timed.callsTo[touch] : past.timed.byKind[kind]),
      minimum: touch === null ? 1 : 0,
      people: touch === null || touch === 'inquiry' || touch === 'unknown' ? null : (people?.[touch] ?? null),
    }))

import type { Contact } from '#method/contact/contact.ts'
import type { PlanLine } from '#method/plan/plan.ts'
import type { OwnPast } from '#method/plan/past-touches.ts'
import { minutesEach, usualMinutes } from '#method/plan/capacity.ts'
import type { Guess, TouchKind } from '#method/plan/touch-kind.ts'

/** The activities one can plan, in the order of the screen: to whom, by which gesture, how long it usually takes. */
export const plannedActivities = [
  { id: 'clients', touch: 'client', kind: 'phone', minutes: usualMinutes['follow-up'] },
  { id: 'met', touch: 'met', kind: 'phone', minutes: usualMinutes['follow-up'] },
  { id: 'referrals', touch: 'referral', kind: 'phone', minutes: usualMinutes['follow-up'] },
  { id: 'inquiries', touch: 'inquiry', kind: 'phone', minutes: usualMinutes.conversation },
  { id: 'first-calls', touch: 'unknown', kind: 'phone', minutes: usualMinutes['call-attempt'] },
  { id: 'meetings', touch: 'meeting', kind: 'in-person', minutes: usualMinutes['face-to-face'] },
  { id: 'networking', touch: null, kind: 'networking', minutes: usualMinutes.networking },
  { id: 'posts', touch: null, kind: 'post', minutes: usualMinutes.post },
] as const satisfies readonly { readonly id: string; readonly touch: TouchKind | null; readonly kind: string; readonly minutes: number }[]

/** One of the activities of a plan. */
export type PlannedActivity = (typeof plannedActivities)[number]['id']

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
  timed: ReadonlyMap<string, readonly number[]>,
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
      minutesEach: minutesEach(minutes, touch === null || kind === 'phone' ? [] : (timed.get(kind) ?? [])),
      minimum: touch === null ? 1 : 0,
      people: touch === null || touch === 'inquiry' || touch === 'unknown' ? null : (people?.[touch] ?? null),
    }))

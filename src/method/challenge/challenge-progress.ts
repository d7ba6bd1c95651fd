import { counts, type Activity } from '../activity/activity.ts'
import type { Day } from '../calendar/day.ts'
import type { ContactId, Relationship } from '../contact/contact.ts'
import { dotsOf, type Canonical, type Dot } from '../day/progress.ts'
import { challengeDays, type ChallengeClock, type ChallengeDays } from './challenge-days.ts'
import type { Challenge, ChallengeItem } from './challenge.ts'

/** Where one line stands: `target` is her own, scaled to her days and rounded up; `whole` what it is, or would have been, to the last day. */
export type ItemProgress = {
  readonly item: ChallengeItem
  readonly whole: number
  readonly target: number
  readonly done: number
  readonly doneToday: number
  /** What one of its days asks for, rounded up. */
  readonly perDay: number
}

/** Where the challenge is. `ended`: stopped early, nothing lost. `over`: its days are gone and not all is done; never called failed. */
export type ChallengeState = 'to-come' | 'running' | 'paused' | 'won' | 'ended' | 'over'

/** Where a challenge stands: shares are between 0 and 1; `expected` is what the days gone by would ask for, never a reproach. */
export type ChallengeProgress = {
  readonly items: readonly ItemProgress[]
  readonly share: number
  readonly expected: number
  readonly state: ChallengeState
  readonly days: ChallengeDays
  /** Dots by day, free days too, for the path. */
  readonly doneByDay: ReadonlyMap<Day, number>
}

/** What a challenge is judged by. */
export type ChallengeRules = ChallengeClock & { readonly canonical: Canonical; readonly relationshipOf: (id: ContactId) => Relationship | undefined }

// People become clients on the way: what was done with them before does not vanish with the change.
const counted: Readonly<Record<Relationship, readonly Relationship[]>> = {
  potential: ['potential', 'client'],
  'past-client': ['past-client', 'client'],
  client: ['client'],
  partner: ['partner'],
  other: ['other'],
}

const dotsOfItem = (activities: readonly Activity[], { kind, relationship }: ChallengeItem, { canonical, relationshipOf }: ChallengeRules): readonly Dot[] => {
  const measure = kind === null ? ({ type: 'all' } as const) : ({ type: 'kinds', kinds: [kind] } as const)
  const dots = dotsOf(activities, { measure, counting: 'people' }, canonical)
  if (relationship === null) return dots
  return dots.filter(({ contactId }) => {
    const own = contactId === null ? undefined : relationshipOf(contactId)
    return own !== undefined && counted[relationship].includes(own)
  })
}

const scaled = (target: number, days: number, planned: number): number => (planned === 0 ? target : Math.ceil((target * days) / planned))

const shareOf = (items: readonly Pick<ItemProgress, 'target' | 'done'>[]): number => {
  const target = items.reduce((sum, each) => sum + each.target, 0)
  return target === 0 ? 0 : items.reduce((sum, each) => sum + Math.min(each.done, each.target), 0) / target
}

const stateOf = ({ from, to, endedAt }: Challenge, { last, isPaused }: ChallengeDays, isWon: boolean, today: Day): ChallengeState => {
  if (isWon) return 'won'
  if (endedAt !== null && last <= to) return 'ended'
  if (today < from) return 'to-come'
  if (today > to) return 'over'
  return isPaused ? 'paused' : 'running'
}

/**
 * Where a challenge stands (claim 7, algorithms B7): the sum of what is done, each line up to its target, over the sum of the
 * targets. One person counts once a day. Only working days are asked for; what is done on a free day or in a pause counts too.
 * Joining late, days off, pausing and ending early scale the targets to the days that remain; ending early is never a win by itself.
 */
export const challengeProgress = (challenge: Challenge, activities: Iterable<Activity>, rules: ChallengeRules): ChallengeProgress => {
  const days = challengeDays(challenge, rules)
  const first = rules.joinedOn > challenge.from ? rules.joinedOn : challenge.from
  const within = [...activities].filter((activity) => counts(activity) && first <= activity.day && activity.day <= days.last)
  const doneByDay = new Map<Day, number>()
  const items = challenge.items.map((item): ItemProgress => {
    const dots = dotsOfItem(within, item, rules)
    for (const { activity } of dots) doneByDay.set(activity.day, (doneByDay.get(activity.day) ?? 0) + 1)
    return {
      item,
      whole: scaled(item.target, days.own.length, days.planned.length),
      target: scaled(item.target, days.untilEnded.length, days.planned.length),
      done: dots.length,
      doneToday: dots.filter(({ activity }) => activity.day === rules.today).length,
      perDay: scaled(item.target, 1, Math.max(1, days.planned.length)),
    }
  })
  const isWon = items.length > 0 && items.every(({ whole, done }) => whole > 0 && done >= whole)
  return {
    items,
    share: shareOf(items),
    expected: days.untilEnded.length === 0 ? 0 : days.elapsed.length / days.untilEnded.length,
    state: stateOf(challenge, days, isWon, rules.today),
    days,
    doneByDay,
  }
}

const MOST_FOR_ONE = 1.5

/** The share of a challenge done together: each person counts up to one and a half times her own target, so that nobody carries all (algorithms B7). */
export const teamShare = (people: readonly { readonly done: number; readonly target: number }[]): number => {
  const target = people.reduce((sum, each) => sum + each.target, 0)
  if (target === 0) return 0
  return Math.min(1, people.reduce((sum, each) => sum + Math.min(each.done, MOST_FOR_ONE * each.target), 0) / target)
}

import type { Activity } from '../activity/activity.ts'
import type { Day } from '../calendar/day.ts'
import { challengeDays, type ChallengeClock, type ChallengeDays } from './challenge-days.ts'
import { joinedDots, tellDots, type DotDays, type DotRules } from './challenge-dots.ts'
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
export type ChallengeRules = ChallengeClock & DotRules

/** What was done before `before`, the first day whose activities are at hand: the dots of each line, in their order. */
export type OlderDots = { readonly before: Day; readonly items: readonly DotDays[] }

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
export const challengeProgress = (
  challenge: Challenge,
  activities: Iterable<Activity>,
  rules: ChallengeRules,
  older: OlderDots | null = null,
): ChallengeProgress => {
  const days = challengeDays(challenge, rules)
  const first = rules.joinedOn > challenge.from ? rules.joinedOn : challenge.from
  const tellings = challenge.items.map((item) => tellDots(item, rules))
  for (const activity of activities) for (const telling of tellings) telling.add(activity)
  const doneByDay = new Map<Day, number>()
  const items = challenge.items.map((item, place): ItemProgress => {
    const now = tellings[place]?.end() ?? {}
    const dots = older ? joinedDots(older.items[place] ?? {}, now, older.before) : now
    const within = Object.entries(dots).flatMap(([day, count]) => (first <= day && day <= days.last ? [[day as Day, count] as const] : []))
    for (const [day, count] of within) doneByDay.set(day, (doneByDay.get(day) ?? 0) + count)
    return {
      item,
      whole: scaled(item.target, days.own.length, days.planned.length),
      target: scaled(item.target, days.untilEnded.length, days.planned.length),
      done: within.reduce((sum, [, count]) => sum + count, 0),
      doneToday: within.find(([day]) => day === rules.today)?.[1] ?? 0,
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

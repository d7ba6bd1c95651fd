import { awaitsAnswer, isConversation, type Activity } from '../activity/activity.ts'
import type { KindId } from '../activity/kind.ts'
import { rateOf, type Rate } from './rate.ts'

/** What was done with one kind. `minutes` rests on the `timed` activities only. */
export type KindCount = {
  readonly kind: KindId
  readonly out: number
  readonly in: number
  /** Outgoing ones that wait for an answer, and those that became a conversation, by their own outcome or by an answer that came later. */
  readonly conversations: Rate
  readonly timed: number
  readonly minutes: number
}

/** Plain counts of the log; the kinds add up to it. `noes` are counted as work done (claim 7). */
export type ActivityCounts = {
  readonly total: number
  readonly out: number
  readonly in: number
  /** Outgoing ones with somebody named (algorithms B0). */
  readonly touches: number
  /** Conversations among what was tried: outgoing activities, without the gestures that await no answer (claim 2). */
  readonly conversations: Rate
  readonly noes: number
  readonly byKind: readonly KindCount[]
}

type Tally = { out: number; in: number; touches: number; tried: number; spoken: number; timed: number; minutes: number }

const add = (tally: Tally, activity: Activity): void => {
  if (activity.direction === 'in') tally.in += 1
  else {
    tally.out += 1
    if (activity.contactIds.length > 0) tally.touches += 1
    if (awaitsAnswer(activity)) tally.tried += 1
    if (isConversation(activity)) tally.spoken += 1
  }
  if (activity.minutes !== null) {
    tally.timed += 1
    tally.minutes += activity.minutes
  }
}

/** Counts activities one by one; those that no longer count are left out by the caller, who says at the end how many messages of each kind were answered later. */
export const tellCounts = (): { readonly add: (activity: Activity) => void; readonly end: (answeredLater?: ReadonlyMap<KindId, number>) => ActivityCounts } => {
  const kinds = new Map<KindId, Tally>()
  let noes = 0
  return {
    add: (activity) => {
      const tally = kinds.get(activity.kind) ?? { out: 0, in: 0, touches: 0, tried: 0, spoken: 0, timed: 0, minutes: 0 }
      kinds.set(activity.kind, tally)
      add(tally, activity)
      if (activity.outcome === 'no') noes += 1
    },
    end: (answeredLater = new Map()) => {
      for (const [kind, count] of answeredLater) {
        const tally = kinds.get(kind)
        if (tally) tally.spoken += count
      }
      const sum = (of: keyof Tally): number => [...kinds.values()].reduce((all, tally) => all + tally[of], 0)
      return {
        total: sum('out') + sum('in'),
        out: sum('out'),
        in: sum('in'),
        touches: sum('touches'),
        conversations: rateOf(sum('spoken'), sum('tried')),
        noes,
        byKind: [...kinds]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([kind, { out, in: received, tried, spoken, timed, minutes }]) => ({
            kind,
            out,
            in: received,
            conversations: rateOf(spoken, tried),
            timed,
            minutes,
          })),
      }
    },
  }
}

import type { KindId } from '../activity/kind.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { Relationship } from '../contact/contact.ts'

/** One line of a challenge: how many people over all its planned days. `kind` null: any activity; `relationship` null: with anyone. */
export type ChallengeItem = { readonly kind: KindId | null; readonly target: number; readonly relationship: Relationship | null }

/** Days on which a challenge rests, both included; `to` null: until it is taken up again. */
export type Pause = { readonly from: Day; readonly to: Day | null }

/**
 * A rest that ends today: today counts again, and a rest taken up again on its own day was none (algorithms B7, pause without loss). `before` is the day
 * before `today`.
 */
export const resumed = (pauses: readonly Pause[], before: Day): readonly Pause[] =>
  pauses.flatMap((pause) => (pause.to !== null ? [pause] : pause.from > before ? [] : [{ from: pause.from, to: before }]))

/** A list of activities over some days, alone (claim 7, algorithms B7). */
export type Challenge = {
  readonly id: string
  readonly memberId: string
  readonly title: string
  readonly items: readonly ChallengeItem[]
  readonly from: Day
  readonly to: Day
  readonly pauses: readonly Pause[]
  /** Ended before its last day; what was done stays done. */
  readonly endedAt: Instant | null
  /** In the person's own words. */
  readonly stakes: string
  /** The template it was made from. */
  readonly template: string | null
  /** The day on which she joined one that had begun; `null`: from its first day. */
  readonly joinedOn: Day | null
}

import type { KindId } from '../activity/kind.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { Relationship } from '../contact/contact.ts'

/** A list of activities over some days, alone (claim 7, algorithms B7). */
export type Challenge = {
  readonly id: string
  readonly memberId: string
  readonly title: string
  /** `kind` null: any activity; `relationship` null: with anyone. */
  readonly items: readonly { readonly kind: KindId | null; readonly target: number; readonly relationship: Relationship | null }[]
  readonly from: Day
  readonly to: Day
  readonly pauses: readonly { readonly from: Day; readonly to: Day | null }[]
  readonly endedAt: Instant | null
  readonly stakes: string
  readonly template: string | null
}

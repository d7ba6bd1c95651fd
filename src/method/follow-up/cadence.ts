import type { Relationship } from '../contact/contact.ts'

/** How follow-ups are spaced with one kind of relationship, in days (algorithms B4). */
export type Cadence = {
  /** Days after the first, second… touch that nobody answered. */
  readonly spacing: readonly number[]
  /** Days of rest once the spacing is used up. */
  readonly rest: number
  /** Days between two contacts that keep the relationship; `null` for none. */
  readonly keepInTouch: number | null
}
/** A cadence for each relationship. */
export type Cadences = Readonly<Record<Relationship, Cadence>>

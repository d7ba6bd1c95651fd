import type { Day, Instant } from '../calendar/day.ts'

/** What a plan was made of and what it came to, as the screen that made it spells it; at most 20 kB as JSON. */
export type PlanContent = Readonly<Record<string, unknown>>

/** A plan as it was accepted: kept as it was, compared with what happened, followed by another when it is redone (claim 1). */
export type KeptPlan = {
  readonly id: string
  readonly memberId: string
  /** The wish in the person's own words. */
  readonly wish: string
  readonly at: Instant
  readonly day: Day
  readonly content: PlanContent
}

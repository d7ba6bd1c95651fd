import type { Day } from '../calendar/day.ts'
import type { KindId } from '../activity/kind.ts'
import type { DayResult, Won } from '../day/day-results.ts'
import type { ActivityCounts } from './activity-counts.ts'
import type { AnsweredHours } from './answered-hours.ts'
import type { HarvestTold } from './harvest-told.ts'
import type { Participation } from './participation.ts'
import type { Comparison, Difference } from './rate.ts'
import type { StepsOnTime } from './steps-on-time.ts'
import type { DaysToSale, TouchesToSale } from './time-to-sale.ts'
import type { NoesTold } from './noes.ts'

/** What is asked of the log. `from` null: since the beginning; `to` null: up to `today`. Nothing after `to` is known. */
export type BilanScope = {
  readonly today: Day
  readonly from: Day | null
  readonly to: Day | null
  /** As if the log held only the activities of this kind; sales stay. */
  readonly kind: KindId | null
  /** As if the log held only the people of this source. */
  readonly source: string | null
}

/**
 * Every figure of the Bilan, with its n and at full precision; the shape of `entrain evidence --json`. Amounts are in cents,
 * shares between 0 and 1, days in her own zone, limits at 95 % unless `level` says otherwise.
 *
 * The figures of a window hold what happened in it, both ends included. The people of `touchesToSale`, `daysToSale`,
 * `conversion.buyersByKind` and `buyersBySource` are those first touched in the window, followed up to its end.
 */
export type Bilan = {
  readonly version: 1
  readonly scope: BilanScope & { readonly asOf: Day }
  /** Days won over days worked, and each day for the calendar; `null` under a filter, which would make days lost of days won. */
  readonly days: (Won & { readonly results: readonly DayResult[] }) | null
  readonly weeks: Won | null
  readonly activities: ActivityCounts
  /** People touched, and people with whom there was a conversation. */
  readonly people: { readonly touched: number; readonly reached: number }
  /** `null` under a filter by kind: any activity answers a follow-up. */
  readonly followUps: StepsOnTime | null
  readonly harvest: readonly HarvestTold[]
  readonly touchesToSale: TouchesToSale
  /** The latest touch at which, or after which, half of the first sales came; `null` under ten. */
  readonly halfOfSalesAt: number | null
  readonly daysToSale: DaysToSale
  /** First sales that no noted touch came before: they are in no curve. */
  readonly soldWithoutTouch: number
  readonly conversion: { readonly buyersByKind: Comparison; readonly buyersBySource: Comparison; readonly salesAtTouch: Comparison }
  readonly participation: readonly Participation[]
  /** Phone minus e-mail, three ways (claim 5), at the level of the comparison that each pair stands in. */
  readonly phoneAgainstEmail: { readonly conversations: Difference; readonly buyers: Difference; readonly salesAtTouch: Difference }
  /** `null` under a filter by kind: the sales are those of every kind. */
  readonly noes: NoesTold | null
  readonly answeredHours: AnsweredHours
}

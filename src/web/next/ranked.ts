import type { Instant } from '#method/calendar/day.ts'
import { rank, type Suggestion } from '#method/next/rank.ts'
import { situationOf, type RankedLedger } from './situation.ts'

/** The first people of this device to contact now, best first. */
export const ranked = (ledger: RankedLedger, at: Instant, zone: string, count: number): readonly Suggestion[] =>
  rank(ledger.people(), situationOf(ledger, at, zone), count)

import type { Instant } from '#method/calendar/day.ts'
import type { MayContact } from '#method/next/channels-now.ts'
import { rank, type Suggestion } from '#method/next/rank.ts'
import { situationOf, type RankedLedger } from './situation.ts'

/** The first people of this device to contact now, best first; `may` knows the law, once it is there. */
export const ranked = (ledger: RankedLedger, at: Instant, zone: string, count: number, may: MayContact | null): readonly Suggestion[] =>
  rank(ledger.people(), situationOf(ledger, at, zone, { may }), count)

import type { Instant } from '#method/calendar/day.ts'
import type { ConsentFact } from '#method/consent/consent.ts'
import type { MayContact } from '#method/next/channels-now.ts'
import { rank, type Suggestion } from '#method/next/rank.ts'
import { ownRecord, situationOf, type RankedLedger } from '#method/next/situation-of.ts'
import type { Situation } from '#method/next/situation.ts'
import type { LedgerView } from '../offline/view.ts'

export { ownRecord }

const silences: readonly ConsentFact['type'][] = ['withdrawal', 'do-not-call', 'suppression-restored']
type RankedView = RankedLedger & Pick<LedgerView, 'about'>

/** Before the law has come: no way to reach anyone, and whoever ever asked for silence waits for it. */
const untilKnown =
  (ledger: RankedView): MayContact =>
  ({ id }) =>
    ledger.about('consent', id).some(({ fact }) => silences.includes(fact.type)) ? 'never' : 'later'

/** The first people of this device to contact now, best first, with one's own record and, once it is there, who knows the law. */
export const ranked = (ledger: RankedView, at: Instant, zone: string, count: number, known: Pick<Situation, 'record' | 'may'>): readonly Suggestion[] =>
  rank(ledger.people(), situationOf(ledger, at, zone, { ...known, may: known.may ?? untilKnown(ledger) }), count)

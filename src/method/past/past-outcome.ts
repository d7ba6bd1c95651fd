import type { Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { Doubt } from '../contact/match.ts'
import type { PastFacts } from './past-facts.ts'
import type { PastWarning } from './past-gesture.ts'
import type { PastRefusal } from './past-row.ts'

/** What one row of the file comes to; `line` is where it begins. */
export type PastOutcome =
  | ({ readonly as: 'told'; readonly line: number; readonly at: Instant; readonly warnings: readonly PastWarning[] } & PastFacts)
  | { readonly as: 'to-decide'; readonly line: number; readonly name: string; readonly why: Doubt; readonly candidates: readonly ContactId[] }
  | { readonly as: 'left-out'; readonly line: number; readonly reason: PastRefusal; readonly cells: readonly string[] }

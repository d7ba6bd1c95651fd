import type { Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { Doubt } from '../contact/match.ts'
import type { PastFacts, PastSaleFact } from './past-facts.ts'
import type { PastWarning } from './past-gesture.ts'
import type { PastRefusal } from './past-row.ts'

type Told = {
  readonly as: 'told'
  readonly line: number
  readonly at: Instant
  readonly warnings: readonly PastWarning[]
  /** What a refund takes back of other sales than the first. */
  readonly rest?: readonly PastSaleFact[] | undefined
} & PastFacts

/** What one row of the file comes to; `line` is where it begins. */
export type PastOutcome =
  | Told
  | { readonly as: 'to-decide'; readonly line: number; readonly name: string; readonly why: Doubt; readonly candidates: readonly ContactId[] }
  | { readonly as: 'left-out'; readonly line: number; readonly reason: PastRefusal; readonly cells: readonly string[] }

/** Everything that a row told tells, each refund of one sale apart. */
export const factsOfRow = ({ activity, sale, rest = [] }: Told): readonly PastFacts[] => [
  { activity, sale },
  ...rest.map((part): PastFacts => ({ activity: null, sale: part })),
]

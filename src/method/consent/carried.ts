import type { ConsentEvent } from './consent.ts'
import type { Judgement } from './verdict.ts'

/** What a message owes to the ground that allows it: who recommended (law R14), and why it concerns her role (law R15). */
export type Carried = { readonly referrer: string | null; readonly relevance: string }

/** What a message that is allowed must carry, read from the judgement without its words and from the ledger that proves it. */
export const carriedBy = ({ why, evidenceId }: Judgement, events: readonly ConsentEvent[]): Carried => {
  const proof = events.find(({ id }) => id === evidenceId)?.fact
  const isOfRole = proof?.type === 'address-disclosed' || proof?.type === 'address-published'
  return { referrer: why.code === 'ground' ? why.referrer : null, relevance: isOfRole ? proof.relevance : '' }
}

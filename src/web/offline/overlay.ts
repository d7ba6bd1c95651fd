import { decide } from '#method/ledger/decide.ts'
import type { Author, Operation } from '#method/ledger/operation.ts'
import type { Facts } from './facts.ts'

/**
 * Shows what waits for the server over what it confirmed. An operation that the server has kept already, when its answer
 * was lost on the way, is refused here as known: it shows once, and counts once.
 */
export const replay = (facts: Facts, waiting: Iterable<Operation>, author: Author): void => {
  facts.uncover()
  for (const operation of waiting) {
    const decision = decide(facts.world, operation, author)
    if (decision.ok) facts.cover(decision.puts)
  }
}

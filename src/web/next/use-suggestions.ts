import { useMemo } from 'react'
import type { Suggestion } from '#method/next/rank.ts'
import { useLaw } from '../consent/use-reach.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { alone, lazyFile } from '../ui/lazy-screen.ts'
import { useLazy } from '../ui/use-lazy.ts'

// Ranking weighs as much as the rest of Today: asked for at once, it is there by the time the people are read from the device.
const ranking = lazyFile(() => import('./ranked.ts'), alone)
void ranking.load().catch(() => undefined)

/** Who comes next, best first; null until it can be said. The order holds while one works, and follows the clock from hour to hour. */
export const useSuggestions = (count: number): readonly Suggestion[] | null => {
  const ledger = useLedger()
  const { at, zone, today } = useNow()
  const file = useLazy(ranking)
  const law = useLaw()
  const hour = at.slice(0, 13)
  return useMemo(
    () => file?.ranked(ledger, at, zone, count, law?.mayContactIn(ledger, at) ?? null) ?? null,
    [file, law, ledger.version, today, zone, hour, count],
  )
}

import { useDeferredValue, useMemo } from 'react'
import type { Suggestion } from '#method/next/rank.ts'
import { useLaw } from '../consent/use-reach.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { alone, lazyFile } from '../ui/lazy-screen.ts'
import { useLazy } from '../ui/use-lazy.ts'

// Ranking weighs as much as the rest of Today: asked for at once, it is there by the time the people are read from the device.
const ranking = lazyFile(() => import('./who-next.ts'), alone)
void ranking.load().catch(() => undefined)

/** Who comes next, best first; null until it can be said. The order holds while one works, and follows the clock from hour to hour. */
export const useSuggestions = (count: number): readonly Suggestion[] | null => {
  const ledger = useLedger()
  const { at, zone, today } = useNow()
  const file = useLazy(ranking)
  const law = useLaw()
  // The first card comes with the first paint; after that it follows once what was pressed is painted.
  const version = useDeferredValue(ledger.version)
  const hour = at.slice(0, 13)
  const isReady = ledger.status === 'ready'
  // What months of touches and sales came to does not turn with one touch: read again each hour, and when many more have come.
  const many = Math.floor(ledger.all('activity').size / 200)
  const record = useMemo(() => (file && isReady ? file.ownRecord(ledger) : null), [file, isReady, many, today, hour])
  return useMemo(
    () => (file && record ? file.ranked(ledger, at, zone, count, { record, may: law?.mayContactIn(ledger, at) ?? null }) : null),
    [file, record, law, version, today, zone, hour, count],
  )
}

import { useDeferredValue, useMemo } from 'react'
import { useLedger, useNow } from '../offline/ledger.ts'
import { alone, lazyFile } from '../ui/lazy-screen.ts'
import { useLazy } from '../ui/use-lazy.ts'
import type { DayPace } from './day-pace.ts'
import type { GoalStanding } from './today-view.ts'

// The chances behind a pace weigh more than the counter, which does not wait for them: they come beside it.
const pacing = lazyFile(() => import('./day-pace.ts'), alone)

/** The pace of a goal, read once the counter is painted: it asks for weeks of activities, and the counter for those of today. */
export const usePace = (main: GoalStanding | null): DayPace | null => {
  const ledger = useLedger()
  const { at, zone, today } = useNow()
  const settled = useDeferredValue(main, null)
  const file = useLazy(pacing, settled !== null)
  const days = useMemo(() => (file && settled ? file.paceHistory(ledger, settled, today) : []), [file, settled?.goal.id, today, ledger.status])
  return useMemo(() => (file && settled ? file.dayPace(days, settled, at, zone) : null), [file, settled, days, at, zone])
}

import { useDeferredValue, useMemo } from 'react'
import { useLedger, useNow } from '../offline/ledger.ts'
import { alone, lazyFile } from '../ui/lazy-screen.ts'
import { useLazy } from '../ui/use-lazy.ts'
import type { GoalStanding } from './today-view.ts'

// The chances behind a pace weigh more than the counter, which does not wait for them: they come beside it.
const pacing = lazyFile(() => import('./day-pace.ts'), alone)

/** The line of pace of a goal, empty where it has nothing to say; read once the counter is painted: it asks for weeks of activities, and the counter for those of today. */
export const usePace = (main: GoalStanding | null): string => {
  const ledger = useLedger()
  const { at, zone, today } = useNow()
  const settled = useDeferredValue(main, null)
  const file = useLazy(pacing, settled !== null)
  const days = useMemo(() => (file && settled ? file.paceHistory(ledger, settled, today) : []), [file, settled?.goal.id, today, ledger.status])
  const { hours, language } = ledger.settings()
  return useMemo(() => {
    const pace = file && settled ? file.dayPace(days, settled, at, zone, { hours, streak: () => file.streakNow(ledger, today) }) : null
    return file && pace ? file.paceLine(pace, language) : ''
  }, [file, settled, days, at, zone, hours, language, today])
}

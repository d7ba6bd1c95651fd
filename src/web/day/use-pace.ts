import { useDeferredValue, useMemo } from 'react'
import { useLedger, useNow } from '../offline/ledger.ts'
import { dayPace, paceHistory, type DayPace } from './day-pace.ts'
import type { GoalStanding } from './today-view.ts'

/** The pace of a goal, read once the counter is painted: it asks for weeks of activities, and the counter for those of today. */
export const usePace = (main: GoalStanding | null): DayPace | null => {
  const ledger = useLedger()
  const { at, zone, today } = useNow()
  const settled = useDeferredValue(main, null)
  const days = useMemo(() => (settled ? paceHistory(ledger, settled, today) : []), [settled?.goal.id, today, ledger.status])
  return useMemo(() => (settled ? dayPace(days, settled, at, zone) : null), [settled, days, at, zone])
}

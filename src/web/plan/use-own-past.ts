import { useMemo } from 'react'
import { pastTouches } from '#method/plan/past-touches.ts'
import { useLedger } from '../offline/ledger.ts'

/** What her own log says, within what the device keeps. */
export function useOwnPast() {
  const ledger = useLedger()
  const { version } = ledger
  return useMemo(() => {
    const memberId = ledger.workspace?.memberId
    const activities = [...ledger.all('activity').values()].filter((activity) => activity.memberId === memberId)
    const first = ledger.windowFrom
    const sales = [...ledger.all('sale').values()].filter((sale) => sale.memberId === memberId && sale.day >= first)
    const timed = new Map<string, number[]>()
    for (const { kind, minutes, voidedAt } of activities) {
      if (minutes === null || voidedAt !== null) continue
      timed.set(kind, [...(timed.get(kind) ?? []), minutes])
    }
    return { ...pastTouches({ contact: (id) => ledger.contact(id), activities, sales }), timed }
  }, [version])
}

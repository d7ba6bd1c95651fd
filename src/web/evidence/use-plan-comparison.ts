import { useMemo } from 'react'
import { addDays } from '#method/calendar/day.ts'
import type { PlanComparison } from '#method/plan/compare-plan.ts'
import type { KeptPlan } from '#method/plan/kept-plan.ts'
import { comparedSince, latestPlan, planSpan, type PlanSpan } from '#method/plan/plan-since.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { useOwnPast } from '../plan/use-own-past.ts'

/** The plan that was kept last, and what it comes to beside what happened in its days. */
export type PlanBeside = { readonly plan: KeptPlan; readonly span: PlanSpan | null; readonly compared: PlanComparison | null }

/**
 * The last plan; `null` when none was kept. `compared` is `null` until a day of it is over, when it was kept without numbers, and where a part
 * of its days has left the device and the server has not said the rest.
 */
export const usePlanComparison = (): PlanBeside | null => {
  const ledger = useLedger()
  const { today } = useNow()
  const memberId = ledger.workspace?.memberId
  const plan = latestPlan(
    [...ledger.all('plan').values()].filter((each) => each.memberId === memberId),
    today,
  )
  const span = plan && planSpan(plan, addDays(today, -1))
  const past = useOwnPast(span ? { from: span.from, to: span.through } : { from: today, to: today })
  const compared = useMemo(() => {
    const isKnown = span !== null && (span.from >= ledger.windowFrom || past.rests === 'server')
    return isKnown ? comparedSince(span, past, ledger.calendar()) : null
  }, [plan?.id, past, ledger.version, today])
  return plan && { plan, span, compared }
}

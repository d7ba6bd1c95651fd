import type { KeptPlan } from '#method/plan/kept-plan.ts'
import type { LedgerView } from '../offline/ledger.ts'

/** The plan that the member kept last. */
export const latestPlan = (ledger: Pick<LedgerView, 'workspace'> & { all(table: 'plan'): ReadonlyMap<string, KeptPlan> }): KeptPlan | null =>
  [...ledger.all('plan').values()].filter(({ memberId }) => memberId === ledger.workspace?.memberId).sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null

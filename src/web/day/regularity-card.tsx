import { Trans } from '@lingui/react/macro'
import { useDeferredValue, useMemo } from 'react'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Card } from '../ui/card.tsx'
import { RegularityTold } from './regularity-told.tsx'
import { regularityOf } from './regularity.ts'

/** How many of the last working days were won, first; then the streak (claim 7). Nothing before the first day won: a beginning is no figure. */
export function RegularityCard() {
  const ledger = useLedger()
  const { today } = useNow()
  // Weeks of activities are read once the counter is painted.
  const version = useDeferredValue(ledger.version)
  const regularity = useMemo(() => (ledger.status === 'ready' ? regularityOf(ledger, today) : null), [version, today, ledger.status])
  if (!regularity || regularity.won === 0) return null
  return (
    <Card>
      <h2 className="font-sans text-[0.9375rem] font-normal text-soft">
        <Trans>Votre régularité</Trans>
      </h2>
      <RegularityTold regularity={regularity} />
    </Card>
  )
}

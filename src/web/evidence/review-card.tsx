import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Link } from '../ui/router.tsx'
import { isReviewDay, isReviewSeen, markReviewSeen } from './review-due.ts'

/** On the first working day of the week: five quiet screens on the week before, offered once. */
export function ReviewCard() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const id = useId()
  const { weekStartsOn } = ledger.settings()
  const memberId = ledger.workspace?.memberId ?? ''
  const [, setAside] = useState(false)
  if (ledger.status !== 'ready' || isReviewSeen(memberId, today, weekStartsOn) || !isReviewDay(ledger, today, weekStartsOn)) return null
  return (
    <Card aria-labelledby={id}>
      <h2 id={id} className="text-[1.3125rem]">
        {t`Un regard sur votre semaine?`}
      </h2>
      <p className="mt-1 text-soft">
        <Trans>Cinq écrans tranquilles, deux minutes.</Trans>
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Link to="/revue" className={buttonClasses({ size: 'small' })}>
          {t`Regarder`}
        </Link>
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            markReviewSeen(memberId, today, weekStartsOn)
            setAside(true)
          }}
        >
          {t`Pas cette semaine`}
        </Button>
      </div>
    </Card>
  )
}

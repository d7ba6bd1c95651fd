import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { addDays } from '#method/calendar/day.ts'
import type { Activity } from '#method/activity/activity.ts'
import { comparePlan, numbersIn, type PlanComparison } from '#method/plan/compare-plan.ts'
import type { KeptPlan } from '#method/plan/kept-plan.ts'
import { pastTouches } from '#method/plan/past-touches.ts'
import { plannedSentence, salesBesideSentence } from '#language/evidence.ts'
import { formatDay } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow, type LedgerView } from '../offline/ledger.ts'
import { latestPlan } from '../plan/latest-plan.ts'
import { plannedActivities } from '../plan/plan-lines.ts'
import { buttonClasses } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Link } from '../ui/router.tsx'

/** The plan beside what happened since; `null` when it has no numbers, or a part of its days has left the device. */
const comparison = (ledger: LedgerView, plan: KeptPlan, today: KeptPlan['day']): PlanComparison | null => {
  const numbers = numbersIn(plan.content)
  const through = addDays(today, -1)
  if (!numbers || plan.day < ledger.windowFrom || through < plan.day) return null
  const isSince = ({ memberId, day }: Pick<Activity, 'memberId' | 'day'>): boolean =>
    memberId === ledger.workspace?.memberId && plan.day <= day && day <= through
  const past = pastTouches({
    contact: (id) => ledger.contact(id),
    activities: [...ledger.all('activity').values()].filter(isSince),
    sales: [...ledger.all('sale').values()].filter(isSince),
  })
  const touches = Object.fromEntries(
    numbers.lines.map(({ id }) => {
      const touch = plannedActivities.find((activity) => activity.id === id)?.touch ?? null
      return [id, touch === null ? 0 : past.touches[touch].touches]
    }),
  )
  return comparePlan(numbers, { touches, sales: past.sales.length }, ledger.calendar(), plan.day, through)
}

/** « Votre plan »: the wish in her words, what was planned, what was done since; information, and it can be redone. */
export function PlanFigure() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today } = useNow()
  const told = useMemo(() => {
    const plan = latestPlan(ledger)
    return plan && { plan, compared: comparison(ledger, plan, today) }
  }, [ledger.version, today])
  if (!told) return null
  const { plan, compared } = told
  const since = formatDay(plan.day, language, 'short', today)
  return (
    <Card aria-labelledby="plan" className="mb-5 break-inside-avoid">
      <h2 id="plan" className="text-[1.3125rem]">
        {t`Votre plan`}
      </h2>
      <p className="mt-2 text-[1.0625rem]">{t`« ${plan.wish} », depuis le ${since}.`}</p>
      {compared && (
        <>
          <p className="mt-2">{plannedSentence(compared, language)}</p>
          <p className="mt-1 text-soft">{salesBesideSentence(compared, language)}</p>
        </>
      )}
      <p className="mt-4" data-no-print>
        <Link to="/plan" className={buttonClasses({ size: 'small' })}>
          <Trans>Refaire le plan</Trans>
        </Link>
      </p>
    </Card>
  )
}

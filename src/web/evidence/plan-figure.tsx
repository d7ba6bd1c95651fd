import { Trans, useLingui } from '@lingui/react/macro'
import { addDays } from '#method/calendar/day.ts'
import { comparedSince, latestPlan, planSpan, type PlanSpan } from '#method/plan/plan-since.ts'
import { plannedSentence, salesBesideSentence } from '#language/evidence.ts'
import { formatDay } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { useOwnPast } from '../plan/use-own-past.ts'
import { buttonClasses } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Link } from '../ui/router.tsx'

/** What a plan comes to beside what happened in its days. */
function Compared({ span }: { readonly span: PlanSpan }) {
  const language = useLanguage()
  const ledger = useLedger()
  const past = useOwnPast({ from: span.from, to: span.through })
  // A part of its days has left the device, and the server has not said the rest.
  if (span.from < ledger.windowFrom && past.rests === 'device') return null
  const compared = comparedSince(span, past, ledger.calendar())
  return (
    <>
      <p className="mt-2">{plannedSentence(compared, language)}</p>
      <p className="mt-1 text-soft">{salesBesideSentence(compared, language)}</p>
    </>
  )
}

/** « Votre plan »: the wish in her words, what was planned, what was done since; information, and it can be redone. */
export function PlanFigure() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today } = useNow()
  const own = [...ledger.all('plan').values()].filter(({ memberId }) => memberId === ledger.workspace?.memberId)
  const plan = latestPlan(own, today)
  if (!plan) return null
  const span = planSpan(plan, addDays(today, -1))
  const since = formatDay(plan.day, language, 'short', today)
  return (
    <Card aria-labelledby="plan" className="mb-5 break-inside-avoid">
      <h2 id="plan" className="text-[1.3125rem]">
        {t`Votre plan`}
      </h2>
      <p className="mt-2 text-[1.0625rem]">{t`« ${plan.wish} », depuis le ${since}.`}</p>
      {span && <Compared span={span} />}
      <p className="mt-4" data-no-print>
        <Link to="/plan" className={buttonClasses({ size: 'small' })}>
          <Trans>Refaire le plan</Trans>
        </Link>
      </p>
    </Card>
  )
}

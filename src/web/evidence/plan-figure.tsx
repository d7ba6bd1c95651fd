import { Trans, useLingui } from '@lingui/react/macro'
import { plannedSentence, salesBesideSentence } from '#language/evidence.ts'
import { formatDay } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useNow } from '../offline/ledger.ts'
import { buttonClasses } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Link } from '../ui/router.tsx'
import { usePlanComparison } from './use-plan-comparison.ts'

/** « Votre plan »: the wish in her words, what was planned, what was done since; information, and it can be redone. */
export function PlanFigure() {
  const { t } = useLingui()
  const language = useLanguage()
  const { today } = useNow()
  const told = usePlanComparison()
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

import { Trans, useLingui } from '@lingui/react/macro'
import { planTable } from '#language/comparison-tables.ts'
import { plannedSentence, salesBesideSentence } from '#language/evidence.ts'
import { formatDay, formatNumber } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useNow } from '../offline/ledger.ts'
import { buttonClasses } from '../ui/button.tsx'
import { Link } from '../ui/router.tsx'
import { Figure } from './figure.tsx'
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
    <Figure
      name="plan"
      sentence={
        <>
          <p>{t`« ${plan.wish} », depuis le ${since}.`}</p>
          {compared && <p className="mt-2">{plannedSentence(compared, language)}</p>}
        </>
      }
      note={
        compared
          ? `n = ${formatNumber(compared.days, language)}. ${salesBesideSentence(compared, language)}`
          : t`Trop tôt pour comparer, ou une partie de ces jours n’est pas sur cet appareil.`
      }
      tables={compared ? [planTable(compared, language)] : []}
    >
      <p className="mt-4" data-no-print>
        <Link to="/plan" className={buttonClasses({ size: 'small' })}>
          <Trans>Refaire le plan</Trans>
        </Link>
      </p>
    </Figure>
  )
}

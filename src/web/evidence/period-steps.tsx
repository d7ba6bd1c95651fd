import { useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { periodTitle } from '#language/period.ts'
import { useLanguage } from '../activity/use-language.ts'
import { IconButton } from '../ui/icon-button.tsx'
import type { Period, PeriodDays } from './period.ts'

type Props = { readonly period: Period; readonly days: PeriodDays; readonly back: number; readonly onBack: (back: number) => void }

/** « La semaine d’avant », and back: every period that was lived can be looked at again. */
export function PeriodSteps({ period, days, back, onBack }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const before = { week: t`La semaine d’avant`, month: t`Le mois d’avant`, year: t`L’année d’avant` }[period]
  const after = { week: t`La semaine d’après`, month: t`Le mois d’après`, year: t`L’année d’après` }[period]
  return (
    <div className="mt-3 flex items-center justify-between gap-3">
      <span data-no-print>
        <IconButton icon={ChevronLeft} variant="outline" label={before} onClick={() => onBack(back + 1)} />
      </span>
      <p aria-live="polite" className="text-center font-semibold">
        {periodTitle(period, days.from, days.to, language)}
      </p>
      <span data-no-print>
        <IconButton
          icon={ChevronRight}
          variant="outline"
          label={after}
          whyNot={back === 0 ? t`C’est la période en cours.` : undefined}
          onClick={() => onBack(back - 1)}
        />
      </span>
    </div>
  )
}

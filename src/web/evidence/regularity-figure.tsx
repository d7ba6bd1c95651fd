import { Trans } from '@lingui/react/macro'
import type { Bilan } from '#method/evidence/bilan.ts'
import { addDays } from '#method/calendar/day.ts'
import { dailyGoalOn } from '#method/day/day-results.ts'
import { streakTable } from '#language/evidence-tables.ts'
import { formatNumber } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { RegularityTold } from '../day/regularity-told.tsx'
import { regularityIn } from '../day/regularity.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Figure } from './figure.tsx'

/** « 17 gagnés sur vos 20 derniers jours » first, then the streak with its reserve (claim 7): always there, whatever the period looked at. */
export function RegularityFigure({ bilan: { days, scope } }: { readonly bilan: Bilan }) {
  const language = useLanguage()
  const ledger = useLedger()
  const { today } = useNow()
  const results = days?.results ?? []
  const first = results[0]?.day ?? scope.asOf
  const regularity = regularityIn(results, ledger.calendar(), today, dailyGoalOn(ledger.goals(), addDays(first, -1)) !== undefined)
  if (!regularity)
    return (
      <Figure
        name="regularity"
        sentence={
          <p>
            <Trans>Trop tôt : il faut cinq jours de travail avec un objectif quotidien.</Trans>
          </p>
        }
      />
    )
  const shown = new Set(regularity.days.map(({ day }) => day))
  return (
    <Figure
      name="regularity"
      sentence={<RegularityTold regularity={regularity} />}
      note={`n = ${formatNumber(regularity.counted, language)}`}
      tables={[
        streakTable(
          regularity.streak.trace.filter(({ day }) => shown.has(day)),
          language,
        ),
      ]}
    />
  )
}

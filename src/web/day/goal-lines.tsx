import { useLingui } from '@lingui/react/macro'
import { doneSentence, goalSentence } from '#language/day.ts'
import { useLanguage } from '../activity/use-language.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import type { GoalStanding } from './today-view.ts'

/** The further goals, each on a quiet line. */
export function GoalLines({ standings }: { readonly standings: readonly GoalStanding[] }) {
  const { t } = useLingui()
  const language = useLanguage()
  if (standings.length === 0) return null
  return (
    <ul aria-label={t`Autres objectifs`} className="grid gap-3">
      {standings.map(({ goal, progress }) => (
        <li key={goal.goalId} className="grid gap-1.5 text-[0.9375rem] text-soft">
          <div className="flex justify-between gap-3">
            <span>{goalSentence(goal, language)}</span>
            <span className="tabular shrink-0">{doneSentence(progress, goal, language)}</span>
          </div>
          <ProgressBar value={progress.done} max={progress.target} label={goalSentence(goal, language)} sentence={doneSentence(progress, goal, language)} />
        </li>
      ))}
    </ul>
  )
}

import { useMemo } from 'react'
import type { GoalVersion } from '#method/goal/goal.ts'
import { realismSentence, realismWord, tooEarlyForRealism } from '#language/plan.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { realismFor } from './realism.ts'

/** « Réaliste », « ambitieux » or « à revoir », with the chance and the n behind it; information, whatever she chooses (claim 1). */
export function RealismLine({ goal }: { readonly goal: Pick<GoalVersion, 'goalId' | 'target' | 'per' | 'measure' | 'counting'> }) {
  const language = useLanguage()
  const ledger = useLedger()
  const { today } = useNow()
  const asked = JSON.stringify(goal)
  const told = useMemo(() => (ledger.status === 'ready' ? realismFor(ledger, goal, today) : null), [asked, ledger.version, today])
  return (
    <p aria-live="polite" className="text-[0.9375rem] text-soft">
      {told ? (
        <>
          <strong className="text-ink">{realismWord(told.realism, language)}.</strong> {realismSentence(told, language)}
        </>
      ) : (
        tooEarlyForRealism(language)
      )}
    </p>
  )
}

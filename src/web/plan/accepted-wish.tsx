import { Trans, useLingui } from '@lingui/react/macro'
import { goalOfWish } from '#method/plan/goal-of-wish.ts'
import type { ActivityWish } from '#method/plan/wish.ts'
import { goalSentence } from '#language/day.ts'
import { formatNumber } from '#language/format.ts'
import { kindName } from '#language/sentences.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { PlanStep } from './plan-step.tsx'

type Props = {
  readonly wish: ActivityWish
  readonly onBack?: (() => void) | undefined
  readonly onKeep: (goal: ReturnType<typeof goalOfWish>) => void
}

/** A wish that is an activity already is a good goal: it is kept as it was said, gesture and period included (claim 1). */
export function AcceptedWish({ wish, onBack, onKeep }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const { language } = ledger.settings()
  const goal = goalOfWish(wish, ledger.calendar(), today)
  const sentence = goalSentence(goal, language)
  const number = formatNumber(goal.target, language)
  const gestures = goal.measure.type === 'kinds' && goal.counting === 'people' ? goal.measure.kinds.map((kind) => kindName(kind, language)).join(', ') : ''
  return (
    <PlanStep
      title={t`C’est un bon objectif.`}
      text={<Trans>Une activité, vous la contrôlez : elle se gagne jour après jour, quoi qu’il se vende.</Trans>}
      next={t`Viser ${sentence}`}
      onNext={() => onKeep(goal)}
      onBack={onBack}
    >
      <p className="flex items-baseline gap-3">
        <span className="tabular font-serif text-6xl text-spruce">{number}</span>
        <span className="text-[1.125rem]">{sentence.slice(number.length).trim()}</span>
      </p>
      {gestures !== '' && <p className="text-soft">{t`Ce qui compte : ${gestures}`}</p>}
      {goal.measure.type === 'conversations' && (
        <p className="text-soft">
          <Trans>Seulement quand vous vous êtes vraiment parlé ou écrit.</Trans>
        </p>
      )}
    </PlanStep>
  )
}

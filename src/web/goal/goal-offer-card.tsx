import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useMemo } from 'react'
import { goalSentence } from '#language/day.ts'
import { formatNumber } from '#language/format.ts'
import { planGapSentence } from '#language/plan-gap.ts'
import { refusalSentence } from '#language/refusals.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useToast } from '../ui/toast.tsx'
import { goalsFromToday } from './from-today.ts'
import { goalOffered, lightDaysOf } from './goal-offer.ts'

/** On the first working day of a week: a goal closer to what she really does, with the numbers behind it, easy to refuse (claim 1). */
export function GoalOfferCard() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const { today } = useNow()
  const { show } = useToast()
  const id = useId()
  const { language, goalOffer } = ledger.settings()
  const offered = useMemo(() => (ledger.status === 'ready' ? goalOffered(ledger, today) : null), [ledger.version, today])
  if (!offered) return null
  const { goal, suggestion } = offered
  const usual = formatNumber(suggestion.usual ?? 0, language)
  const days = formatNumber(suggestion.days, language)
  const proposed = goalSentence({ ...goal, target: suggestion.goal }, language)
  const answer = (isTaken: boolean) => {
    const { goalId, per, measure, counting } = goal
    const taken = isTaken ? goalsFromToday({ goalId, per, measure, counting, target: suggestion.goal }, today, lightDaysOf(ledger).has(today), newId) : []
    for (const each of taken) {
      const change = write({ type: 'goal.set', goal: each })
      if (!change.ok) return show({ text: refusalSentence(change.reason, language) })
    }
    write({ type: 'settings.put', fields: { goalOffer: { offeredOn: today, refusedOn: isTaken ? goalOffer.refusedOn : today } } })
  }
  return (
    <Card aria-labelledby={id}>
      <h2 id={id} className="text-[1.375rem]">
        {t`Un objectif à votre mesure?`}
      </h2>
      <p className="mt-1">
        {offered.boldness === 'ambitious' ? (
          <Trans>
            Quatre jours sur dix, vous en faites {usual} ou plus (n = {days} jours).
          </Trans>
        ) : (
          <Trans>
            Un jour sur deux, vous en faites {usual} ou plus (n = {days} jours).
          </Trans>
        )}{' '}
        {offered.isLimited ? (
          <Trans>Vos heures, ou la limite que vous avez choisie, s’arrêtent avant.</Trans>
        ) : (
          suggestion.reason === 'down' && <Trans>Un objectif tenable aide à rester constant.</Trans>
        )}{' '}
        <Trans>Voulez-vous passer à {proposed}?</Trans>
      </p>
      {offered.planned !== null && <p className="mt-2 text-[0.9375rem] text-soft">{planGapSentence(offered.planned, suggestion.goal, language)}</p>}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button variant="solid" size="small" onClick={() => answer(true)}>{t`Oui, dès aujourd’hui`}</Button>
        <Button size="small" onClick={() => answer(false)}>{t`Garder le mien`}</Button>
      </div>
    </Card>
  )
}

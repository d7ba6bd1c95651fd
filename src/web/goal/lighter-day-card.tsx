import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useMemo, useState } from 'react'
import { addDays } from '#method/calendar/day.ts'
import { lighterGoal, offersLighterDay } from '#method/evidence/check-ins.ts'
import { goalsOn, type GoalVersion } from '#method/goal/goal.ts'
import type { Change } from '#method/ledger/operation.ts'
import { goalSentence } from '#language/day.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useToast } from '../ui/toast.tsx'

// On this device only: a card put away comes back on another tired morning, not on this one.
const awayKey = 'entrain-lighter-away'
const readAway = (): string | null => {
  try {
    return localStorage.getItem(awayKey)
  } catch {
    return null
  }
}

const fieldsOf = ({ goalId, per, measure, counting, target }: GoalVersion) => ({ goalId, per, measure, counting, target })

/** After three mornings of low energy: a lighter goal for today, and nothing else (claim 7, algorithms B8). Tomorrow takes up the usual one. */
export function LighterDayCard() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const write = useWrite()
  const sayRefusal = useSayRefusal()
  const { today } = useNow()
  const { show } = useToast()
  const id = useId()
  const [away, setAway] = useState(readAway)
  const memberId = ledger.workspace?.memberId
  const goal = goalsOn(ledger.goals(), today).find(({ goalId, per }) => goalId === 'main' && per === 'day')
  const isOffered = useMemo(() => {
    if (ledger.status !== 'ready') return false
    const pages = [...ledger.all('dayPage').values()].filter((page) => page.memberId === memberId)
    return pages.every(({ day, isLight }) => day !== today || !isLight) && offersLighterDay(pages, today, ledger.calendar())
  }, [ledger.version, today, ledger.status])
  if (!goal || !isOffered || away === today) return null
  const target = lighterGoal(goal.target)
  if (target >= goal.target) return null
  const writeAll = (changes: readonly Change[]): boolean =>
    changes.every((change) => {
      const written = write(change)
      if (!written.ok) sayRefusal(written.reason)
      return written.ok
    })
  const usual = fieldsOf(goal)
  const hasTomorrow = ledger.goals().some(({ goalId, effectiveFrom }) => goalId === goal.goalId && effectiveFrom === addDays(today, 1))
  const take = () => {
    const isTaken = writeAll([
      { type: 'goal.set', goal: { ...usual, target, id: newId(), effectiveFrom: today } },
      // A goal that she set for tomorrow already is the one that follows.
      ...(hasTomorrow ? [] : [{ type: 'goal.set' as const, goal: { ...usual, id: newId(), effectiveFrom: addDays(today, 1) } }]),
      { type: 'day.put', day: today, fields: { isLight: true } },
    ])
    if (!isTaken) return
    const back = () =>
      void writeAll([
        { type: 'goal.set', goal: { ...usual, id: newId(), effectiveFrom: today } },
        { type: 'day.put', day: today, fields: { isLight: false } },
      ])
    show({ text: t`Objectif d’aujourd’hui allégé. Demain reprend le vôtre.`, action: { label: t`Annuler`, onPress: back } })
  }
  const putAway = () => {
    setAway(today)
    try {
      localStorage.setItem(awayKey, today)
    } catch {
      // Private windows may refuse: the card comes back at the next opening.
    }
  }
  const proposed = goalSentence({ ...usual, target }, language)
  return (
    <Card aria-labelledby={id}>
      <h2 id={id} className="text-[1.3125rem]">
        {t`Une journée plus légère?`}
      </h2>
      <p className="mt-1">
        <Trans>Trois jours de suite, votre énergie est basse. Pour aujourd’hui seulement : {proposed}.</Trans>
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button variant="solid" size="small" onClick={take}>{t`Oui, pour aujourd’hui`}</Button>
        <Button size="small" onClick={putAway}>{t`Garder le mien`}</Button>
      </div>
    </Card>
  )
}

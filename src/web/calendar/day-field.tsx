import { useLingui } from '@lingui/react/macro'
import { useState, type ComponentProps } from 'react'
import { firstDay, isWritableDay, lastDay } from '#method/calendar/day.ts'
import { DateField } from '../ui/date-field.tsx'

type Props = Omit<ComponentProps<typeof DateField>, 'onLeave'>

/** A day that is written: from 1900 to 2200, said in one sentence when the field is left with another year in it. */
export function DayField({ value, onValue, min = firstDay, max = lastDay, error, ...texts }: Props) {
  const { t } = useLingui()
  // The figures of a year come one by one (0002, 0020, 0202): they stay in the field, whatever is made of them meanwhile.
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: string } | null>(null)
  const [isLeft, setLeft] = useState(false)
  const shown = typed !== null && (value === '' || value === typed.over || value === typed.text) ? typed.text : value
  const isOut = shown !== '' && !isWritableDay(shown)
  return (
    <DateField
      {...texts}
      {...{ min, max }}
      value={shown}
      error={isOut && isLeft ? t`Choisissez une année de 1900 à 2200.` : error}
      onLeave={() => setLeft(true)}
      onValue={(next) => {
        setLeft(false)
        setTyped(next === '' || isWritableDay(next) ? null : { text: next, over: value })
        onValue(next)
      }}
    />
  )
}

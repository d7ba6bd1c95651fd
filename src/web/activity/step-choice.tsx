import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { isWritableDay, type Day } from '#method/calendar/day.ts'
import type { WorkCalendar } from '#method/calendar/schedule.ts'
import { letGoReasons } from '#method/contact/contact.ts'
import type { After } from '#method/ledger/operation.ts'
import { letGoName, nextStepSentence } from '#language/sentences.ts'
import { Chip } from '#web/ui/chip.tsx'
import { DayField } from '../calendar/day-field.tsx'
import { type Expected, stepIn } from './log.ts'
import { useLanguage } from './use-language.ts'

type Props = {
  readonly expected: Expected
  readonly after: After
  readonly onAfter: (after: After) => void
  readonly today: Day
  readonly calendar: WorkCalendar
  /** The kind that a chosen step keeps. */
  readonly kind: string | null
}

/** The proposed next step, and what changes it in one tap. */
export function StepChoice({ expected, after, onAfter, today, calendar, kind }: Props) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const language = useLanguage()
  const sentence = 'letGo' in expected ? t`Lâcher prise` : nextStepSentence(expected.nextStep, language, today)
  return (
    <section aria-label={t`Prochain pas`} className="rounded-card border border-line p-4">
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0">
          <p className="text-[0.9375rem] text-soft">{after.take === 'proposal' ? <Trans>Prochain pas proposé</Trans> : <Trans>Prochain pas choisi</Trans>}</p>
          <p className="font-semibold">{sentence}</p>
        </div>
        <Chip aria-expanded={open} onClick={() => setOpen(!open)}>{t`Changer`}</Chip>
      </div>
      {open && <StepChips {...{ after, onAfter, today, calendar, kind }} />}
    </section>
  )
}

function StepChips({ after, onAfter, today, calendar, kind }: Omit<Props, 'expected'>) {
  const { t } = useLingui()
  const language = useLanguage()
  const [lettingGo, setLettingGo] = useState(after.take === 'let-go')
  const step = after.take === 'step' ? after.step : null
  const choices = [
    { days: 1, label: t`Demain` },
    { days: 3, label: t`3 jours` },
    { days: 7, label: t`7 jours` },
    { days: 14, label: t`14 jours` },
  ]
  const choose = (days: number) => onAfter({ take: 'step', step: { ...stepIn(days, today, calendar, kind), promised: step?.promised ?? false } })
  const onDate = (value: string) => {
    if (isWritableDay(value)) onAfter({ take: 'step', step: { ...(step ?? stepIn(1, today, calendar, kind)), due: value } })
  }
  return (
    <div className="mt-4 grid gap-3">
      <div className="flex flex-wrap gap-2">
        {choices.map(({ days, label }) => (
          <Chip key={days} pressed={step?.due === stepIn(days, today, calendar, kind).due} onClick={() => choose(days)}>
            {label}
          </Chip>
        ))}
        <Chip
          pressed={step?.promised ?? false}
          onClick={() => onAfter({ take: 'step', step: { ...(step ?? stepIn(7, today, calendar, kind)), promised: !(step?.promised ?? false) } })}
        >{t`C’est promis`}</Chip>
        <Chip
          pressed={lettingGo}
          onClick={() => {
            setLettingGo(!lettingGo)
            if (lettingGo) onAfter({ take: 'proposal' })
          }}
        >{t`Lâcher prise…`}</Chip>
      </div>
      {lettingGo ? (
        <div role="group" aria-label={t`Pourquoi lâcher prise`} className="flex flex-wrap gap-2">
          {letGoReasons.map((reason) => (
            <Chip key={reason} pressed={after.take === 'let-go' && after.reason === reason} onClick={() => onAfter({ take: 'let-go', reason })}>
              {letGoName(reason, language)}
            </Chip>
          ))}
        </div>
      ) : (
        <DayField label={t`Ou une date`} value={step?.due ?? ''} min={today} onValue={onDate} />
      )}
    </div>
  )
}

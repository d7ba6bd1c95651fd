import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { addDays, isWritableDay, type Day } from '#method/calendar/day.ts'
import { workingDayFrom, type WorkCalendar } from '#method/calendar/schedule.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { ChosenStep } from '#method/ledger/operation.ts'
import { formatDay, type Language } from '#language/format.ts'
import { DayField } from '../calendar/day-field.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'

type Props = {
  readonly contact: Contact | null
  readonly today: Day
  readonly calendar: WorkCalendar
  readonly language: Language
  readonly onChoose: (step: ChosenStep) => void
  readonly onClose: () => void
}

const snoozes = [3, 7, 14] as const

/** Moves someone's next step: three usual delays in one tap, or a day of one's own with a promise and a note. */
export function StepSheet({ contact, today, calendar, language, onChoose, onClose }: Props) {
  const { t } = useLingui()
  return (
    <Sheet open={contact !== null} onClose={onClose} title={t`Quand reprendre contact?`} above={contact?.name} closeLabel={t`Fermer`}>
      {contact && <StepForm key={contact.id} {...{ contact, today, calendar, language, onChoose }} />}
    </Sheet>
  )
}

function StepForm({ contact, today, calendar, language, onChoose }: Omit<Props, 'onClose' | 'contact'> & { readonly contact: Contact }) {
  const { t } = useLingui()
  const current = contact.nextStep
  const [due, setDue] = useState<string>(current && current.due > today ? current.due : workingDayFrom(addDays(today, 1), calendar))
  const [promised, setPromised] = useState(current?.promised ?? false)
  const [note, setNote] = useState(current?.note ?? '')
  const kind = current?.kind ?? null
  const snooze = (days: number) => onChoose({ due: workingDayFrom(addDays(today, days), calendar), time: null, kind, promised: false, note, origin: 'snoozed' })
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (isWritableDay(due)) onChoose({ due, time: null, kind, promised, note, origin: 'chosen' })
      }}
    >
      <div className="flex flex-wrap gap-2">
        {snoozes.map((days) => (
          <Chip key={days} onClick={() => snooze(days)}>
            <Trans>Dans {days} jours</Trans>
          </Chip>
        ))}
      </div>
      <DayField
        label={t`Une autre date`}
        value={due}
        onValue={setDue}
        min={today}
        required
        hint={isWritableDay(due) ? formatDay(due, language, 'weekday', today) : undefined}
      />
      <Switch label={t`Je le lui ai promis`} hint={t`Une promesse passe avant tout le reste.`} on={promised} onChange={setPromised} />
      <TextField label={t`À propos de quoi`} value={note} onValue={setNote} maxLength={2000} />
      <Button type="submit" variant="solid" size="large" wide>
        <Trans>Fixer cette date</Trans>
      </Button>
    </form>
  )
}

import { useLingui } from '@lingui/react/macro'
import { CalendarCheck } from 'lucide-react'
import { isWritableDay, type Day } from '#method/calendar/day.ts'
import { DayField } from '../calendar/day-field.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'

/** The day and hour of a meeting; the day is empty while it is not known. */
export type MeetingDraft = { readonly day: Day | ''; readonly time: string }

type Props = {
  readonly draft: MeetingDraft
  readonly onDraft: (draft: MeetingDraft) => void
  readonly today: Day
  readonly onBook: () => void
  readonly onBack: (() => void) | undefined
}

/** Asks the day and hour of the meeting that was booked. */
export function MeetingFields({ draft, onDraft, today, onBook, onBack }: Props) {
  const { t } = useLingui()
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onBook()
      }}
    >
      <MeetingDayFields {...{ draft, onDraft, today }} />
      <div className="flex gap-3">
        {onBack && <Button onClick={onBack}>{t`Retour`}</Button>}
        <Button type="submit" variant="next" wide icon={CalendarCheck}>
          {draft.day === '' ? t`Noter sans la date` : t`Noter le rendez-vous`}
        </Button>
      </div>
    </form>
  )
}

/** The day and hour alone. */
export function MeetingDayFields({ draft, onDraft, today }: Pick<Props, 'draft' | 'onDraft' | 'today'>) {
  const { t } = useLingui()
  return (
    <div className="grid grid-cols-2 gap-3">
      <DayField label={t`Jour du rendez-vous`} value={draft.day} min={today} onValue={(day) => onDraft({ ...draft, day: isWritableDay(day) ? day : '' })} />
      <TextField type="time" label={t`Heure`} value={draft.time} onValue={(time) => onDraft({ ...draft, time })} />
    </div>
  )
}

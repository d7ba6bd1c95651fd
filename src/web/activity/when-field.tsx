import { useLingui } from '@lingui/react/macro'
import { addDays, dayOf, instantAt, isWritableDay, type Instant, timeOf } from '#method/calendar/day.ts'
import { Chip } from '#web/ui/chip.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { DayField } from '../calendar/day-field.tsx'

type Props = {
  /** When it happened; `null` is now. */
  readonly value: Instant | null
  readonly onValue: (at: Instant | null) => void
  readonly now: Instant
  readonly zone: string
  /** What is asked, shown above; « Quand » for the ear alone without it. */
  readonly label?: string
}

/** When it happened: now, yesterday, or a day and an hour. Never later than now. */
export function WhenField({ value, onValue, now, zone, label }: Props) {
  const { t } = useLingui()
  const today = dayOf(now, zone)
  const yesterday = addDays(today, -1)
  const day = value ? dayOf(value, zone) : today
  const time = timeOf(value ?? now, zone)
  const set = (nextDay: string, nextTime: string) => {
    if (!isWritableDay(nextDay) || !/^\d{2}:\d{2}$/.test(nextTime)) return
    const at = instantAt(nextDay, nextTime, zone)
    onValue(at > now ? now : at)
  }
  return (
    <div role="group" aria-label={label ?? t`Quand`} className="grid gap-3">
      {label !== undefined && (
        <p className="text-[0.9375rem] font-semibold" aria-hidden="true">
          {label}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Chip pressed={value === null} onClick={() => onValue(null)}>{t`Maintenant`}</Chip>
        <Chip pressed={value !== null && day === yesterday} onClick={() => set(yesterday, time)}>{t`Hier`}</Chip>
      </div>
      <div className="grid grid-cols-2 gap-3">
        <DayField label={t`Jour`} value={day} max={today} onValue={(next) => set(next, time)} />
        <TextField type="time" label={t`Heure`} value={time} onValue={(next) => set(day, next)} />
      </div>
    </div>
  )
}

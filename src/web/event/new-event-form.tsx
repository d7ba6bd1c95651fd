import { useLingui } from '@lingui/react/macro'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { isWritableDay, type Day } from '#method/calendar/day.ts'
import { cleanLine } from '#method/contact/fold.ts'
import { DayField } from '../calendar/day-field.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { WrittenPlace } from './event-draft.ts'
import { PlaceField } from './place-field.tsx'

/** What is enough to begin an event: what, where, when. */
export type EventStart = WrittenPlace & { readonly title: string; readonly day: Day; readonly time: string | null }

type Props = { readonly today: Day; readonly onCreate: (start: EventStart) => void }

/** Begins an event with three things; everything else can be told afterwards. */
export function NewEventForm({ today, onCreate }: Props) {
  const { t } = useLingui()
  const [title, setTitle] = useState('')
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState<WrittenPlace>({ place: '', latitude: null, longitude: null })
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [isAsked, setAsked] = useState(false)
  const named = cleanLine(title)
  const create = () => {
    setAsked(true)
    if (named !== '' && isWritableDay(day)) onCreate({ ...place, title: named, day, time: time === '' ? null : time })
  }
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        create()
      }}
    >
      <TextField
        label={t`Titre`}
        value={title}
        onValue={setTitle}
        maxLength={300}
        autoComplete="off"
        autoFocus
        data-first-focus
        placeholder={t`Conférence, atelier, salon…`}
        error={isAsked && named === '' ? t`Donnez-lui un nom.` : undefined}
      />
      <PlaceField
        value={typed}
        onValue={setTyped}
        onPlace={(written) => {
          setTyped(written.place)
          if (written.place !== place.place || written.latitude !== null) setPlace(written)
        }}
      />
      <div className="grid grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)] gap-4">
        <DayField
          label={t`Date`}
          value={day}
          onValue={setDay}
          min={today}
          required
          error={isAsked && !isWritableDay(day) ? t`Choisissez le jour.` : undefined}
        />
        <TextField label={t`Heure`} type="time" value={time} onValue={setTime} />
      </div>
      <Button type="submit" variant="next" size="large" wide icon={CalendarPlus}>{t`Créer l’événement`}</Button>
    </form>
  )
}

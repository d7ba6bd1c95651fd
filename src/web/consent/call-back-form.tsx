import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { dayOf, instantAt, isWritableDay, timeOf, type Day } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { formatDay, formatTime } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { DayField } from '../calendar/day-field.tsx'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { standingOf } from './consent-ledger.ts'
import { useFacts } from './use-facts.ts'

type Props = { readonly contact: Contact; readonly onDone: () => void }

/** She asked to be called: when, by her own clock, and in her words; it also becomes the promised next step (law T7). */
export function CallBackForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const { today, zone } = useNow()
  const ledger = useLedger()
  const language = useLanguage()
  const note = useFacts(contact.id)
  const [day, setDay] = useState<string>(today)
  const [time, setTime] = useState('')
  const [words, setWords] = useState('')
  const { zones } = standingOf(ledger, contact)
  // Where her clock is not known for sure, hers is taken for one's own.
  const hers = zones.length === 1 ? (zones[0] ?? zone) : zone
  const mine = (on: Day): { readonly due: Day; readonly time: string | null } => {
    if (time === '') return { due: on, time: null }
    const at = instantAt(on, time, hers)
    return { due: dayOf(at, zone), time: timeOf(at, zone) }
  }
  const here = isWritableDay(day) && time !== '' ? mine(day) : null
  const isElsewhere = here !== null && (here.due !== day || here.time !== time)
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWritableDay(day)) return
        const at = time === '' ? null : time
        const step = { ...mine(day), kind: 'phone', promised: true, note: words.trim(), origin: 'chosen' } as const
        const fact = { type: 'call-back', on: day, time: at, words: words.trim() } as const
        if (note(fact, t`Noté : ${contact.name} attend votre appel.`, undefined, { type: 'step.set', contactId: contact.id, step })) onDone()
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <DayField label={t`Quel jour`} value={day} onValue={setDay} min={today} required />
        <TextField label={t`À quelle heure`} hint={t`À son heure à elle`} type="time" value={time} onValue={setTime} />
      </div>
      {isElsewhere && (
        <p role="status" className="text-[0.9375rem] text-soft">
          {t`Chez vous, ce sera ${formatDay(here.due, language, 'relative', today)} à ${formatTime(here.time ?? '', language)}.`}
        </p>
      )}
      <TextField label={t`Ses mots`} value={words} onValue={setWords} maxLength={500} autoComplete="off" />
      <Button type="submit" variant="solid" wide>
        <Trans>Noter le rappel</Trans>
      </Button>
    </form>
  )
}

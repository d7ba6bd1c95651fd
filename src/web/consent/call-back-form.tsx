import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { isDay } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFacts } from './use-facts.ts'

type Props = { readonly contact: Contact; readonly onDone: () => void }

/** She asked to be called: when, by her own clock, and in her words; it also becomes the promised next step (law T7). */
export function CallBackForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const { today } = useNow()
  const note = useFacts(contact.id)
  const [day, setDay] = useState<string>(today)
  const [time, setTime] = useState('')
  const [words, setWords] = useState('')
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isDay(day)) return
        const at = time === '' ? null : time
        const step = { due: day, time: at, kind: 'phone', promised: true, note: words.trim(), origin: 'chosen' } as const
        const fact = { type: 'call-back', on: day, time: at, words: words.trim() } as const
        if (note(fact, t`Noté : ${contact.name} attend votre appel.`, undefined, { type: 'step.set', contactId: contact.id, step })) onDone()
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <DateField label={t`Quel jour`} value={day} onValue={setDay} min={today} required />
        <TextField label={t`À quelle heure`} hint={t`À son heure à elle`} type="time" value={time} onValue={setTime} />
      </div>
      <TextField label={t`Ses mots`} value={words} onValue={setWords} maxLength={500} autoComplete="off" />
      <Button type="submit" variant="solid" wide>
        <Trans>Noter le rappel</Trans>
      </Button>
    </form>
  )
}

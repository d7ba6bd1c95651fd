import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Kind } from '#method/activity/kind.ts'
import { asInstant } from '#method/calendar/day.ts'
import { newId, useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { planLog } from './log.ts'
import { ToldFields, type Told } from './told-fields.tsx'
import { useLogging } from './use-logging.ts'

/** A post on a social network, or another activity with nobody in particular: what it was about, and its link. */
export function PostForm({ kind, onDone }: { readonly kind: Kind; readonly onDone: () => void }) {
  const { t } = useLingui()
  const { at, zone } = useNow()
  const logging = useLogging()
  const [title, setTitle] = useState('')
  const [told, setTold] = useState<Told>({ note: '', minutes: '', at: null, direction: 'out' })
  const keep = () => {
    const log = {
      kind: kind.id,
      direction: 'out',
      outcome: 'done',
      minutes: told.minutes === '' ? null : Math.min(1440, Number(told.minutes)),
      title: title.trim(),
      note: told.note.trim(),
      notNow: null,
      occurredAt: told.at ?? asInstant(Date.now()),
      zone,
      meeting: null,
      after: { take: 'proposal' },
      sale: null,
    } as const
    if (logging(planLog(log, [], { activityId: newId(), saleId: newId() }), '').ok) onDone()
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <TextField label={t`Titre ou lien`} value={title} onValue={setTitle} maxLength={300} autoComplete="off" autoFocus />
      <ToldFields told={told} onTold={setTold} now={at} zone={zone} withDirection={false} />
      <Button type="submit" variant="next" size="large" wide>{t`Noter`}</Button>
    </form>
  )
}

import { useLingui } from '@lingui/react/macro'
import { ArrowDownLeft, Clock, NotebookPen, Timer } from 'lucide-react'
import { useState } from 'react'
import type { Instant } from '#method/calendar/day.ts'
import { Chip } from '../ui/chip.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { WhenField } from './when-field.tsx'

/** What may be told besides the outcome. */
export type Told = { readonly note: string; readonly minutes: string; readonly at: Instant | null; readonly direction: 'out' | 'in' }

type Props = {
  readonly told: Told
  readonly onTold: (told: Told) => void
  readonly now: Instant
  readonly zone: string
  readonly withDirection: boolean
  /** Whether the note has its field elsewhere. */
  readonly noteShown?: boolean | undefined
}

/** Note, length, moment and direction: each behind its chip, none of them required. */
export function ToldFields({ told, onTold, now, zone, withDirection, noteShown = false }: Props) {
  const { t } = useLingui()
  const [open, setOpen] = useState<'note' | 'minutes' | 'when' | null>(null)
  const toggle = (part: 'note' | 'minutes' | 'when') => setOpen(open === part ? null : part)
  return (
    <div className="grid gap-3">
      <div role="group" aria-label={t`Précisions`} className="flex flex-wrap gap-2">
        {!noteShown && <Chip tone="soft" icon={NotebookPen} pressed={open === 'note' || told.note !== ''} onClick={() => toggle('note')}>{t`Note`}</Chip>}
        <Chip tone="soft" icon={Timer} pressed={open === 'minutes' || told.minutes !== ''} onClick={() => toggle('minutes')}>{t`Durée`}</Chip>
        <Chip tone="soft" icon={Clock} pressed={open === 'when' || told.at !== null} onClick={() => toggle('when')}>{t`Quand?`}</Chip>
        {withDirection && (
          <Chip
            tone="soft"
            icon={ArrowDownLeft}
            pressed={told.direction === 'in'}
            onClick={() => onTold({ ...told, direction: told.direction === 'in' ? 'out' : 'in' })}
          >{t`Reçu`}</Chip>
        )}
      </div>
      {open === 'note' && !noteShown && (
        <TextArea
          label={t`Note`}
          labelHidden
          value={told.note}
          onValue={(note) => onTold({ ...told, note })}
          maxLength={10_000}
          autoFocus
          placeholder={t`Ses mots, ce qui a été promis…`}
        />
      )}
      {open === 'minutes' && (
        <TextField
          label={t`Durée en minutes`}
          inputMode="numeric"
          value={told.minutes}
          onValue={(minutes) => onTold({ ...told, minutes: minutes.replace(/\D/g, '').slice(0, 4) })}
          autoFocus
        />
      )}
      {open === 'when' && <WhenField value={told.at} onValue={(at) => onTold({ ...told, at })} now={now} zone={zone} />}
    </div>
  )
}

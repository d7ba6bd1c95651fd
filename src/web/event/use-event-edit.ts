import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useLanguage } from '../activity/use-language.ts'
import type { SavingState } from '../contact/use-person-edit.ts'
import { useLedger, useWrite } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'
import type { EventEntry } from './event-draft.ts'

export type EditEvent = (fields: Partial<Omit<EventEntry, 'id' | 'createdAt'>>) => void

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Writes the fields of an event that really changed over what is kept at that moment, and tells when the device has them. */
export function useEventEdit(eventId: string): { readonly edit: EditEvent; readonly state: SavingState } {
  const ledger = useLedger()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  const [state, setState] = useState<SavingState>('idle')
  const last = useRef(0)
  const edit: EditEvent = (fields) => {
    const kept = ledger.get('event', eventId)
    if (!kept || Object.entries(fields).every(([field, value]) => same(value, kept[field as keyof typeof kept]))) return
    const { memberId: _memberId, ...entry } = kept
    const turn = (last.current += 1)
    setState('saving')
    const written = write({ type: 'event.put', event: { ...entry, ...fields } })
    if (!written.ok) {
      setState('failed')
      show({ text: refusalSentence(written.reason, language) })
      return
    }
    written.saved.then(
      () => {
        if (turn === last.current) setState('saved')
      },
      () => setState('failed'),
    )
  }
  return { edit, state }
}

/** Puts an event away with the way to take it back. */
export function useEventArchive(): (event: EventEntry) => boolean {
  const { t } = useLingui()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  return (kept) => {
    const event: EventEntry = withoutAuthor(kept)
    const written = write({ type: 'event.put', event: { ...event, archivedAt: asInstant(Date.now()) } })
    if (!written.ok) {
      show({ text: refusalSentence(written.reason, language) })
      return false
    }
    const undo = () => void write({ type: 'event.put', event: { ...event, archivedAt: null } })
    written.saved.then(
      () => show({ text: t`L’événement est dans les archives.`, action: { label: t`Annuler`, onPress: undo } }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
    return true
  }
}

const withoutAuthor = (event: EventEntry & { readonly memberId?: string }): EventEntry => {
  const { memberId: _memberId, ...entry } = event
  return entry
}

import { useRef, useState } from 'react'
import type { Contact, ContactFields } from '#method/contact/contact.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useWrite } from '../offline/ledger.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useToast } from '../ui/toast.tsx'

export type SavingState = 'idle' | 'saving' | 'saved' | 'failed'
export type EditPerson = (fields: Partial<ContactFields>) => void

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Writes the fields that really changed, and tells when the device has them. */
export function usePersonEdit(contact: Contact): { readonly edit: EditPerson; readonly state: SavingState } {
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  const [state, setState] = useState<SavingState>('idle')
  const last = useRef(0)
  const edit: EditPerson = (fields) => {
    const changed = Object.fromEntries(
      Object.entries(fields).filter(([field, value]) => !same(value, contact[field as keyof ContactFields])),
    ) as Partial<ContactFields>
    if (Object.keys(changed).length === 0) return
    const turn = (last.current += 1)
    setState('saving')
    const written = write({ type: 'contact.edit', contactId: contact.id, fields: changed })
    if (!written.ok) {
      setState('failed')
      show({ text: refusalSentence(written.reason, language) })
      return
    }
    // Only the last writing speaks: an earlier one must not say « Enregistré » for it.
    written.saved.then(
      () => {
        if (turn === last.current) setState('saved')
      },
      () => setState('failed'),
    )
  }
  return { edit, state }
}

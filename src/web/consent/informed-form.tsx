import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import { TextField } from '../ui/text-field.tsx'
import { FactForm } from './fact-form.tsx'
import { useFacts } from './use-facts.ts'

type Props = { readonly contact: Contact; readonly onDone: () => void }

/** She was told what her address serves for, and that she may refuse: what the law of France asks before writing to a business (law A7). */
export function InformedForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const note = useFacts(contact.id)
  const [words, setWords] = useState('')
  return (
    <FactForm
      note={t`Noter`}
      missing={words.trim() === '' ? t`Dites comment elle l’a su.` : null}
      onNote={() => {
        if (note({ type: 'informed', words: words.trim() }, t`Noté : elle sait à quoi sert son adresse.`)) onDone()
      }}
    >
      <TextField
        label={t`Comment elle l’a su`}
        hint={t`Par exemple : dit au salon, avec la façon de refuser`}
        value={words}
        onValue={setWords}
        maxLength={500}
        autoComplete="off"
      />
    </FactForm>
  )
}

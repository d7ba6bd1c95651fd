import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { TextField } from '../ui/text-field.tsx'

/** The first name, kept on leaving the field. */
export function FirstName({ value, onSave }: { readonly value: string; readonly onSave: (value: string) => void }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(value)
  return (
    <TextField
      label={t`Prénom`}
      autoComplete="given-name"
      maxLength={100}
      value={typed}
      onValue={setTyped}
      onBlur={() => {
        if (typed.trim() !== value) onSave(typed.trim())
      }}
    />
  )
}

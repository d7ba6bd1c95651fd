import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Chip } from '../ui/chip.tsx'
import { TextField } from '../ui/text-field.tsx'

/** The shortest password: length is what makes it strong. */
const shortestPassword = 12

/** A password being chosen, which one may look at. */
export function NewPasswordField({ label, value, onValue }: { readonly label: string; readonly value: string; readonly onValue: (value: string) => void }) {
  const { t } = useLingui()
  const [seen, setSeen] = useState(false)
  return (
    <div className="grid gap-2">
      <TextField
        label={label}
        hint={t`Au moins ${shortestPassword} caractères. Quatre mots sans lien entre eux font très bien.`}
        type={seen ? 'text' : 'password'}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        minLength={shortestPassword}
        maxLength={256}
        required
        value={value}
        onValue={onValue}
      />
      <div>
        <Chip pressed={seen} onClick={() => setSeen(!seen)}>
          <Trans>Voir le mot de passe</Trans>
        </Chip>
      </div>
    </div>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import { SubmitButton } from '../ui/submit-button.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFacts } from './use-facts.ts'

type Props = { readonly contact: Contact; readonly onDone: () => void }

/** A business card: an address given, for messages that concern her role (s.10(9)(c)). */
export function CardForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const note = useFacts(contact.id)
  const [role, setRole] = useState(contact.role)
  const [relevance, setRelevance] = useState('')
  const [noSolicitation, setNoSolicitation] = useState(false)
  const missing = noSolicitation || (role.trim() !== '' && relevance.trim() !== '') ? null : t`Dites sa fonction, et en quoi votre offre la touche.`
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const given = { role: role.trim(), relevance: relevance.trim(), noSolicitation }
        if (missing === null && note({ type: 'address-disclosed', ...given }, t`Noté : elle vous a remis son adresse.`)) onDone()
      }}
    >
      <TextField label={t`Sa fonction`} value={role} onValue={setRole} maxLength={300} autoComplete="off" />
      <TextField
        label={t`En quoi votre offre touche cette fonction`}
        hint={t`Par exemple : elle organise les formations de son équipe.`}
        value={relevance}
        onValue={setRelevance}
        maxLength={500}
        autoComplete="off"
      />
      <Switch label={t`Elle a dit ne pas vouloir de sollicitation`} on={noSolicitation} onChange={setNoSolicitation} />
      <SubmitButton variant="solid" wide missing={missing}>
        <Trans>Noter la carte</Trans>
      </SubmitButton>
    </form>
  )
}

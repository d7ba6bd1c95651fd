import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { isFullName } from '#method/consent/claims.ts'
import type { Contact } from '#method/contact/contact.ts'
import { SubmitButton } from '../ui/submit-button.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFacts } from './use-facts.ts'

type Props = { readonly contact: Contact; readonly onDone: () => void }

/** A referral: one first message, from someone who knows both (SOR/2013-221 s.4). */
export function ReferralForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const note = useFacts(contact.id)
  const [name, setName] = useState('')
  const [knowsBoth, setKnowsBoth] = useState(false)
  const missing = !isFullName(name) ? t`Donnez son prénom et son nom.` : knowsBoth ? null : t`Il faut que cette personne vous connaisse tous les deux.`
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        const referral = { referrerId: null, referrerName: name.trim(), relationToSender: 'business', relationToContact: 'business' } as const
        if (missing === null && note({ type: 'referral', ...referral }, t`Noté : un seul premier message, qui nommera ${name.trim()}.`)) onDone()
      }}
    >
      <p className="text-soft">
        <Trans>Une recommandation permet un seul premier message; il dira qui vous a recommandé.</Trans>
      </p>
      <TextField label={t`Prénom et nom de la personne qui recommande`} value={name} onValue={setName} maxLength={300} autoComplete="off" />
      <Switch label={t`Cette personne nous connaît tous les deux`} hint={t`Affaires, bénévolat, famille ou amitié`} on={knowsBoth} onChange={setKnowsBoth} />
      <SubmitButton variant="solid" wide missing={missing}>
        <Trans>Noter la recommandation</Trans>
      </SubmitButton>
    </form>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { callConsentMeans } from '#method/consent/consent.ts'
import type { Contact } from '#method/contact/contact.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FactForm } from './fact-form.tsx'
import { useFacts } from './use-facts.ts'

type Means = (typeof callConsentMeans)[number]
type Props = { readonly contact: Contact; readonly onDone: () => void }

/** Her agreement to be called, with where its proof stands: a yes that nothing keeps is no proof (law A3). */
export function CallConsentForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const note = useFacts(contact.id)
  const [means, setMeans] = useState<Means>('written')
  const [proof, setProof] = useState('')
  return (
    <FactForm
      note={t`Noter son accord`}
      missing={proof.trim() === '' ? t`Dites où est la preuve.` : null}
      onNote={() => {
        if (note({ type: 'consent-to-call', means, wording: '', proof: proof.trim() }, t`Noté : elle accepte d’être appelée.`)) onDone()
      }}
    >
      <p className="text-soft">
        <Trans>Un oui de vive voix, sans rien qui le garde, ne suffit pas pour le téléphone.</Trans>
      </p>
      <SelectField
        label={t`Comment elle l’a dit`}
        value={means}
        onValue={setMeans}
        choices={[
          { value: 'written', label: t`Par écrit` },
          { value: 'form', label: t`Par un formulaire` },
          { value: 'recording', label: t`Par enregistrement` },
          { value: 'third-party', label: t`Devant un tiers qui vérifie` },
        ]}
      />
      <TextField
        label={t`Où est la preuve`}
        hint={t`Par exemple : son courriel du 3 mars, dans le dossier Clientes`}
        value={proof}
        onValue={setProof}
        maxLength={500}
        autoComplete="off"
      />
    </FactForm>
  )
}

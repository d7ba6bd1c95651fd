import { useLingui } from '@lingui/react/macro'
import type { provenanceClaims } from '#method/consent/consent.ts'
import { SelectField } from '../ui/select-field.tsx'

/** What is said of where the addresses of a file come from. */
export type Provenance = (typeof provenanceClaims)[number]

type Props = { readonly value: Provenance; readonly onValue: (value: Provenance) => void }

/** One question about a whole file; whatever its answer, it gives no right to write (issue 3, section 6). */
export function ProvenanceField({ value, onValue }: Props) {
  const { t } = useLingui()
  return (
    <SelectField
      label={t`D’où viennent ces adresses?`}
      hint={t`Entrain n’en déduit aucun consentement; il garde la réponse sur chaque fiche.`}
      value={value}
      onValue={onValue}
      choices={[
        { value: 'unknown', label: t`Je ne sais pas, ou de plusieurs endroits` },
        { value: 'unproven-consent', label: t`Ces personnes ont accepté, sans preuve gardée` },
        { value: 'pre-checked-box', label: t`D’une case cochée d’avance` },
        { value: 'collected-online', label: t`Recueillies en ligne` },
        { value: 'guessed-address', label: t`Devinées` },
        { value: 'purchased-list', label: t`D’une liste achetée` },
      ]}
    />
  )
}

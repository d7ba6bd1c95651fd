import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { instantAt, isWritableDay } from '#method/calendar/day.ts'
import type { nonBusinessRelations } from '#method/consent/consent.ts'
import { DayField } from '../calendar/day-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FactForm } from './fact-form.tsx'
import type { NotedForm } from './use-facts.ts'

type Relation = (typeof nonBusinessRelations)[number]

/** A gift, some help or a meeting of a registered charity, a party or a candidate: two years from its day (s.10(13)). */
export function NonBusinessForm({ today, zone, onFact }: NotedForm) {
  const { t } = useLingui()
  const [relation, setRelation] = useState<Relation>('gift')
  const [day, setDay] = useState('')
  const [proof, setProof] = useState('')
  return (
    <FactForm
      note={t`Noter`}
      missing={isWritableDay(day) && day <= today ? null : t`Dites quel jour, aujourd’hui au plus tard.`}
      onNote={() => {
        if (isWritableDay(day)) onFact({ type: 'non-business', relation, proof: proof.trim() }, t`Noté.`, instantAt(day, '00:00', zone))
      }}
    >
      <p className="text-soft">
        <Trans>Pour un organisme de bienfaisance enregistré, un parti ou une candidature : la loi permet de lui écrire pendant deux ans.</Trans>
      </p>
      <SelectField
        label={t`Ce qu’elle a fait`}
        value={relation}
        onValue={setRelation}
        choices={[
          { value: 'gift', label: t`Donner de l’argent ou un bien` },
          { value: 'volunteering', label: t`Aider bénévolement` },
          { value: 'meeting', label: t`Venir à une assemblée` },
        ]}
      />
      <DayField label={t`Quel jour`} value={day} onValue={setDay} max={today} required />
      <TextField
        label={t`Où est la preuve`}
        hint={t`Par exemple : le reçu du 3 mars, dans le dossier Dons`}
        value={proof}
        onValue={setProof}
        maxLength={500}
        autoComplete="off"
      />
    </FactForm>
  )
}

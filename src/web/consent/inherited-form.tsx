import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { instantAt, isWritableDay } from '#method/calendar/day.ts'
import { DayField } from '../calendar/day-field.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FactForm } from './fact-form.tsx'
import type { NotedForm } from './use-facts.ts'

/** She dealt with a business that was taken over since: the relationship came with it, and keeps its own day (s.10(12)). */
export function InheritedForm({ today, zone, onFact }: NotedForm) {
  const { t } = useLingui()
  const [relation, setRelation] = useState<'purchase' | 'inquiry'>('purchase')
  const [originalOn, setOriginal] = useState('')
  const [from, setFrom] = useState('')
  const [takenOver, setTakenOver] = useState('')
  const [proof, setProof] = useState('')
  const isTaken = isWritableDay(takenOver) && takenOver <= today
  const missing = !isWritableDay(originalOn)
    ? t`Dites quel jour elle l’a fait.`
    : from.trim() === ''
      ? t`Dites quelle entreprise vous avez reprise.`
      : !isTaken
        ? t`Dites quand vous l’avez reprise, aujourd’hui au plus tard.`
        : originalOn > takenOver
          ? t`Ce qu’elle a fait doit précéder la reprise : vérifiez les deux dates.`
          : null
  return (
    <FactForm
      note={t`Noter`}
      missing={missing}
      onNote={() => {
        if (!isWritableDay(originalOn) || !isWritableDay(takenOver)) return
        const fact = { type: 'inherited', relation, originalOn, from: from.trim(), proof: proof.trim() } as const
        onFact(fact, t`Noté.`, instantAt(takenOver, '00:00', zone))
      }}
    >
      <p className="text-soft">
        <Trans>Elle était cliente d’une entreprise que vous avez reprise, ou lui avait demandé quelque chose : la date d’origine compte.</Trans>
      </p>
      <SegmentedControl
        label={t`Elle avait…`}
        value={relation}
        onValue={setRelation}
        choices={[
          { value: 'purchase', label: t`acheté` },
          { value: 'inquiry', label: t`demandé quelque chose` },
        ]}
      />
      <DayField label={t`Quel jour`} value={originalOn} onValue={setOriginal} max={today} required />
      <TextField label={t`Entreprise reprise`} value={from} onValue={setFrom} maxLength={300} autoComplete="off" />
      <DayField label={t`Reprise le`} value={takenOver} onValue={setTakenOver} max={today} required />
      <TextField
        label={t`Où est la preuve`}
        hint={t`Par exemple : le contrat de vente et sa liste de clients`}
        value={proof}
        onValue={setProof}
        maxLength={500}
        autoComplete="off"
      />
    </FactForm>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { relationships, type Relationship } from '#method/contact/contact.ts'
import { defaultCadences, type Cadence, type Cadences } from '#method/follow-up/cadence.ts'
import type { Language } from '#language/language.ts'
import { relationshipName } from '#language/sentences.ts'
import { useDraft } from '../contact/use-draft.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { readDays, readSpacing } from './read-spacing.ts'

type Props = { readonly cadences: Cadences | null; readonly language: Language; readonly onSave: (cadences: Cadences | null) => void }

/** How follow-ups are spaced with each kind of relationship, with a way back to the method's own (claim 4). */
export function CadenceSettings({ cadences, language, onSave }: Props) {
  const { t } = useLingui()
  const [relationship, setRelationship] = useState<Relationship>('potential')
  const shown = cadences ?? defaultCadences
  return (
    <Section
      title={t`Cadences`}
      text={<Trans>Le rythme des contacts qui restent sans réponse, puis le repos. Une vraie conversation remet le compteur à zéro.</Trans>}
      action={
        cadences !== null && (
          <Button size="small" variant="quiet" aria-label={t`Revenir au départ pour les cadences`} onClick={() => onSave(null)}>
            <Trans>Revenir au départ</Trans>
          </Button>
        )
      }
    >
      <div className="grid gap-4">
        <SelectField
          label={t`Pour qui`}
          value={relationship}
          onValue={setRelationship}
          choices={relationships.map((value) => ({ value, label: relationshipName(value, language) }))}
        />
        <CadenceFields key={relationship} cadence={shown[relationship]} onSave={(cadence) => onSave({ ...shown, [relationship]: cadence })} />
      </div>
    </Section>
  )
}

function CadenceFields({ cadence, onSave }: { readonly cadence: Cadence; readonly onSave: (cadence: Cadence) => void }) {
  const { t } = useLingui()
  const wrong = t`Un nombre de jours, de 0 à 1000.`
  const spacing = useDraft(cadence.spacing.join(', '), (text) => {
    const days = readSpacing(text)
    if (days) onSave({ ...cadence, spacing: days })
  })
  const rest = useDraft(String(cadence.rest), (text) => {
    const days = readDays(text)
    if (typeof days === 'number') onSave({ ...cadence, rest: days })
  })
  const keep = useDraft(cadence.keepInTouch === null ? '' : String(cadence.keepInTouch), (text) => {
    const days = readDays(text)
    if (days !== undefined && days !== 0) onSave({ ...cadence, keepInTouch: days })
  })
  const isKeepWrong = readDays(keep.value) === undefined || readDays(keep.value) === 0
  return (
    <>
      <TextField
        label={t`Jours entre deux contacts sans réponse`}
        hint={t`Après le premier, le deuxième, le troisième…`}
        value={spacing.value}
        onValue={spacing.set}
        onBlur={() => readSpacing(spacing.value) && spacing.leave()}
        autoComplete="off"
        error={readSpacing(spacing.value) ? undefined : t`De 1 à 20 nombres de jours, séparés par des virgules.`}
      />
      <div className="grid gap-4 wide:grid-cols-2">
        <TextField
          label={t`Jours de repos ensuite`}
          value={rest.value}
          onValue={rest.set}
          onBlur={() => typeof readDays(rest.value) === 'number' && rest.leave()}
          inputMode="numeric"
          autoComplete="off"
          error={typeof readDays(rest.value) === 'number' ? undefined : wrong}
        />
        <TextField
          label={t`Prendre des nouvelles tous les`}
          hint={t`En jours; vide, pas de rappel`}
          value={keep.value}
          onValue={keep.set}
          onBlur={() => !isKeepWrong && keep.leave()}
          inputMode="numeric"
          autoComplete="off"
          error={isKeepWrong ? t`Un nombre de jours, de 1 à 1000.` : undefined}
        />
      </div>
    </>
  )
}

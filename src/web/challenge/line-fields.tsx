import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { Kind } from '#method/activity/kind.ts'
import { relationships, type Relationship } from '#method/contact/contact.ts'
import { kindName, relationshipName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { lineOf, type LineDraft } from './line-draft.ts'

type Props = {
  readonly line: LineDraft
  readonly place: number
  readonly kinds: readonly Kind[]
  readonly onChange: (fields: Partial<LineDraft>) => void
  /** Absent for the only line: a challenge asks for something. */
  readonly onRemove?: (() => void) | undefined
}

/** One line of the list: which activity, with whom, how many on each day worked. */
export function LineFields({ line, place, kinds, onChange, onRemove }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <fieldset className="grid min-w-0 gap-3 border-t border-line pt-3">
      <legend className="sr-only">{t`Activité ${place}`}</legend>
      <div className="flex items-end gap-2">
        <TextField
          label={t`Par jour travaillé`}
          value={line.perDay}
          onValue={(perDay) => onChange({ perDay })}
          inputMode="numeric"
          autoComplete="off"
          className="flex-1"
          error={lineOf(line) === null ? t`De 1 à 200.` : undefined}
        />
        {onRemove && <IconButton icon={X} label={t`Retirer cette activité`} onClick={onRemove} />}
      </div>
      <div className="grid gap-3 wide:grid-cols-2">
        <SelectField
          label={t`Quelle activité`}
          value={line.kind}
          onValue={(kind) => onChange({ kind })}
          choices={[{ value: '', label: t`Toutes` }, ...kinds.map((each) => ({ value: each.id, label: kindName(each, language) }))]}
        />
        <SelectField
          label={t`Avec qui`}
          value={line.relationship}
          onValue={(value) => onChange({ relationship: value as Relationship | '' })}
          choices={[{ value: '', label: t`Tout le monde` }, ...relationships.map((each) => ({ value: each, label: relationshipName(each, language) }))]}
        />
      </div>
      {line.relationship !== '' && (
        <p className="text-[0.9375rem] text-soft">
          <Trans>D’après la relation inscrite dans la fiche de la personne.</Trans>
        </p>
      )}
    </fieldset>
  )
}

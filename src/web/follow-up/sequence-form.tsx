import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Kind } from '#method/activity/kind.ts'
import { cleanLine } from '#method/contact/fold.ts'
import { longestSequence, type Sequence } from '#method/follow-up/sequence.ts'
import type { Template } from '#method/message/template.ts'
import { kindName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Step = Sequence['steps'][number]
type Typed = { readonly day: string; readonly kind: string; readonly templateId: string | null }
type Props = {
  readonly sequence: Sequence
  readonly kinds: readonly Kind[]
  /** One's own templates. */
  readonly templates: readonly Template[]
  readonly onKeep: (sequence: Sequence) => void
}

const mostSteps = longestSequence
const written: readonly string[] = ['email', 'text']
const dayOf = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) && Number(text) <= 1000 ? Number(text) : null)
const readSteps = (typed: readonly Typed[]): readonly Step[] | null => {
  const steps = typed.flatMap(({ day: text, kind, templateId }) => {
    const day = dayOf(text)
    return day === null ? [] : [{ day, kind, templateId: written.includes(kind) ? templateId : null }]
  })
  return steps.length === typed.length && steps.length > 0 ? steps.toSorted((a, b) => a.day - b.day) : null
}

/** The steps of a sequence: on which day, by which channel, from which template (claim 4). */
export function SequenceForm({ sequence, kinds, templates, onKeep }: Props) {
  const { t } = useLingui()
  const [name, setName] = useState(sequence.name)
  const [typed, setTyped] = useState<readonly Typed[]>(sequence.steps.map((step) => ({ ...step, day: String(step.day) })))
  const [isAsked, setAsked] = useState(false)
  const steps = readSteps(typed)
  const change = (place: number, part: Partial<Typed>) => setTyped(typed.map((one, at) => (at === place ? { ...one, ...part } : one)))
  const add = () => setTyped([...typed, { day: String((dayOf(typed.at(-1)?.day ?? '') ?? -3) + 3), kind: 'phone', templateId: null }])
  const keep = () => {
    setAsked(true)
    if (cleanLine(name) !== '' && steps) onKeep({ ...sequence, name: cleanLine(name), steps })
  }
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <TextField
        label={t`Nom`}
        value={name}
        onValue={setName}
        maxLength={100}
        autoComplete="off"
        placeholder={t`Après une conférence`}
        error={isAsked && cleanLine(name) === '' ? t`Donnez-lui un nom.` : undefined}
      />
      <p className="text-soft">
        <Trans>Les jours se comptent depuis celui où la personne entre dans la suite. Dès qu’elle répond, la suite s’arrête.</Trans>
      </p>
      <ol className="grid gap-4">
        {typed.map((one, place) => (
          <li key={place} className="grid gap-3 rounded-card border border-line p-4">
            <StepFields
              {...{ one, place, kinds, templates }}
              onChange={(part) => change(place, part)}
              onRemove={typed.length > 1 ? () => setTyped(typed.filter((_, at) => at !== place)) : undefined}
            />
          </li>
        ))}
      </ol>
      <div>
        {typed.length < mostSteps ? (
          <Button size="small" icon={Plus} onClick={add}>
            <Trans>Ajouter une étape</Trans>
          </Button>
        ) : (
          <p className="text-[0.9375rem] text-soft">{t`Une suite a ${mostSteps} étapes au plus.`}</p>
        )}
      </div>
      <Button type="submit" variant="solid" size="large" wide>
        <Trans>Enregistrer</Trans>
      </Button>
    </form>
  )
}

type StepProps = Pick<Props, 'kinds' | 'templates'> & {
  readonly one: Typed
  readonly place: number
  readonly onChange: (part: Partial<Typed>) => void
  readonly onRemove: (() => void) | undefined
}

function StepFields({ one, place, kinds, templates, onChange, onRemove }: StepProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const rank = place + 1
  const channels = kinds.filter(({ id, people }) => people === 'one' || id === one.kind)
  const offered = templates.filter(({ id, archived }) => !archived || id === one.templateId)
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <p className="font-semibold">{t`Étape ${rank}`}</p>
        {onRemove && <IconButton icon={Trash2} label={t`Retirer l’étape ${rank}`} onClick={onRemove} className="-my-2 -mr-2" />}
      </div>
      <div className="grid grid-cols-[6rem_minmax(0,1fr)] items-start gap-3">
        <TextField
          label={t`Jour`}
          aria-label={t`Jour de l’étape ${rank}`}
          value={one.day}
          onValue={(day) => onChange({ day })}
          inputMode="numeric"
          autoComplete="off"
          error={dayOf(one.day) === null ? t`De 0 à 1000` : undefined}
        />
        <SelectField
          label={t`Par quel moyen`}
          value={one.kind}
          onValue={(kind) => onChange({ kind })}
          choices={channels.map((kind) => ({ value: kind.id, label: kindName(kind, language) }))}
        />
      </div>
      {written.includes(one.kind) && (
        <SelectField
          label={t`Modèle`}
          value={one.templateId ?? ''}
          onValue={(templateId) => onChange({ templateId: templateId || null })}
          hint={offered.length === 0 ? t`Vos propres modèles s’offriront ici.` : undefined}
          choices={[{ value: '', label: t`Sans modèle` }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </>
  )
}

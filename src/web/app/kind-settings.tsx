import { Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { hues, isBuiltIn, type Hue, type Kind } from '#method/activity/kind.ts'
import { iconNames } from '#language/icons.ts'
import { refusalSentence } from '#language/refusals.ts'
import { kindIcon, kindIcons } from '../activity/kind-look.ts'
import { useLanguage } from '../activity/use-language.ts'
import { newId, useLedger, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { hueStyle } from '../ui/hue.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { PutAway } from './put-away.tsx'

const blank = (): Kind => ({ id: newId(), name: '', icon: 'coffee', hue: 'teal', minutes: 15, people: 'one', archived: false })

/** One's own kinds of activity, beside those of the method (claim 2). */
export function KindSettings() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const { show } = useToast()
  const [draft, setDraft] = useState<Kind | null>(null)
  const own = ledger.kinds().filter(({ id }) => !isBuiltIn(id))
  const save = (kind: Kind) => {
    const written = write({ type: 'kind.put', kind })
    if (!written.ok) show({ text: refusalSentence(written.reason, ledger.settings().language) })
    setDraft(null)
  }
  return (
    <Section
      title={t`Mes genres d’activité`}
      text={own.length === 0 ? <Trans>Un geste bien à vous, qui compte comme les autres : une visite, une dégustation, une lettre.</Trans> : undefined}
      action={
        <Button size="small" icon={Plus} onClick={() => setDraft(blank())}>
          <Trans>Ajouter</Trans>
        </Button>
      }
    >
      <ul>
        {own.map((kind) => (
          <ListRow
            key={kind.id}
            hue={kind.hue}
            title={kind.name}
            text={t`${plural(kind.minutes, { one: '# minute', other: '# minutes' })}`}
            actions={<IconButton label={t`Modifier ${kind.name}`} icon={Pencil} onClick={() => setDraft(kind)} />}
          />
        ))}
      </ul>
      <PutAway things={[...ledger.all('kind').values()].filter(({ archived }) => archived)} onBack={(kind) => save({ ...kind, archived: false })} />
      <Sheet open={draft !== null} onClose={() => setDraft(null)} title={t`Genre d’activité`} closeLabel={t`Fermer`}>
        {draft && <KindForm key={draft.id} kind={draft} isKnown={own.some(({ id }) => id === draft.id)} onSave={save} />}
      </Sheet>
    </Section>
  )
}

type FormProps = { readonly kind: Kind; readonly isKnown: boolean; readonly onSave: (kind: Kind) => void }

function KindForm({ kind, isKnown, onSave }: FormProps) {
  const { t } = useLingui()
  const [draft, setDraft] = useState(kind)
  const change = (fields: Partial<Kind>) => setDraft((before) => ({ ...before, ...fields }))
  const missing = draft.name.trim() === '' ? t`Donnez-lui un nom.` : null
  const hueNames: Readonly<Partial<Record<Hue, string>>> = {
    spruce: t`Vert`,
    blue: t`Bleu`,
    violet: t`Violet`,
    rose: t`Rose`,
    ochre: t`Ocre`,
    slate: t`Ardoise`,
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === null) onSave({ ...draft, name: draft.name.trim() })
      }}
    >
      <TextField label={t`Nom`} value={draft.name} onValue={(name) => change({ name })} maxLength={60} required />
      <Looks icon={draft.icon} hue={draft.hue} onIcon={(icon) => change({ icon })} />
      <SelectField
        label={t`Couleur`}
        value={hueNames[draft.hue] ? draft.hue : 'spruce'}
        onValue={(hue) => change({ hue })}
        choices={hues.flatMap((hue) => {
          const label = hueNames[hue]
          return label ? [{ value: hue, label }] : []
        })}
      />
      <SelectField
        label={t`Durée habituelle`}
        value={String(draft.minutes)}
        onValue={(minutes) => change({ minutes: Number(minutes) })}
        choices={[...new Set([3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, draft.minutes])]
          .sort((a, b) => a - b)
          .map((minutes) => ({ value: String(minutes), label: t`${plural(minutes, { one: '# minute', other: '# minutes' })}` }))}
      />
      <SelectField
        label={t`Avec qui`}
        value={draft.people}
        onValue={(people) => change({ people })}
        choices={[
          { value: 'one', label: t`Une personne` },
          { value: 'many', label: t`Plusieurs personnes, comme à un événement` },
          { value: 'none', label: t`Personne en particulier` },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="solid" missing={missing}>
          <Trans>Enregistrer</Trans>
        </SubmitButton>
        {isKnown && (
          <Button variant="quiet" onClick={() => onSave({ ...kind, archived: true })}>
            <Trans>Retirer de la liste</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}

function Looks({ icon, hue, onIcon }: { readonly icon: string; readonly hue: Hue; readonly onIcon: (icon: string) => void }) {
  const language = useLanguage()
  return (
    <fieldset style={hueStyle(hue)}>
      <legend className="mb-1.5 font-semibold">
        <Trans>Icône</Trans>
      </legend>
      <div className="flex flex-wrap gap-2">
        {Object.keys(kindIcons).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === icon}
            aria-label={iconNames[name]?.[language] ?? name}
            onClick={() => onIcon(name)}
            className="ui-tint grid size-11 place-items-center rounded-control border-2 border-transparent aria-pressed:border-current"
          >
            <Icon of={kindIcon(name)} />
          </button>
        ))}
      </div>
    </fieldset>
  )
}

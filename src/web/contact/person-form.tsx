import { useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { relationships, type Contact, type LabelledEmail, type LabelledPhone } from '#method/contact/contact.ts'
import { cleanLine, cleanText, foldTight } from '#method/contact/fold.ts'
import { formatPhone, readPhone } from '#method/contact/phone.ts'
import { cityKey } from '#method/contact/place.ts'
import { relationshipName } from '#language/sentences.ts'
import { useLedger } from '../offline/ledger.ts'
import { saysEnquiry } from '#method/enquiry/learn-from-enquiry.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { readBirthday } from './birthday.ts'
import { CityField } from './city-field.tsx'
import { useFieldNames } from './field-names.ts'
import { mostFrequent } from './people-filter.ts'
import { LawFields } from './law-fields.tsx'
import { useDraft } from './use-draft.ts'
import type { EditPerson } from './use-person-edit.ts'

type Props = { readonly contact: Contact; readonly edit: EditPerson }

/** Every field of a person, each written by itself as it is typed. */
export function PersonForm({ contact, edit }: Props) {
  const { t } = useLingui()
  const names = useFieldNames()
  const language = useLanguage()
  const people = useLedger().people()
  const cities = useMemo(
    () =>
      mostFrequent(
        people.map(({ city }) => city),
        cityKey,
      ),
    [people],
  )
  const line = (field: 'organisation' | 'role' | 'address' | 'website' | 'source', longest: number, type?: 'url') => (
    <LineField label={names[field]} stored={contact[field]} longest={longest} type={type} onWrite={(value) => edit({ [field]: value })} />
  )
  return (
    <div className="grid gap-5">
      <LineField label={names.name} stored={contact.name} longest={300} required onWrite={(name) => edit({ name })} />
      <div className="grid gap-5 wide:grid-cols-2">
        {line('organisation', 300)}
        {line('role', 300)}
      </div>
      <Phones contact={contact} edit={edit} />
      <Emails contact={contact} edit={edit} />
      <div className="grid gap-5 wide:grid-cols-2">
        <City stored={contact.city} own={cities} onWrite={(city) => edit({ city })} />
        {line('address', 600)}
        {line('website', 500)}
        <Birthday stored={contact.birthday} onWrite={(birthday) => edit({ birthday })} />
        <SelectField
          label={names.language}
          value={contact.language}
          onValue={(value) => edit({ language: value })}
          choices={[
            { value: '', label: t`Non précisée` },
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
        <SelectField
          label={names.relationship}
          value={contact.relationship}
          onValue={(relationship) => edit({ relationship })}
          choices={relationships.map((value) => ({ value, label: relationshipName(value, language) }))}
        />
        <Words label={names.tags} hint={t`Séparées par des virgules`} stored={contact.tags} onWrite={(tags) => edit({ tags })} />
        <Words label={names.interests} hint={t`Séparés par des virgules`} stored={contact.interests} onWrite={(interests) => edit({ interests })} />
        <KeepInTouch stored={contact.keepInTouch} onWrite={(keepInTouch) => edit({ keepInTouch })} />
        <LawFields contact={contact} edit={edit} />
        {line('source', 500)}
      </div>
      <Notes stored={contact.notes} onWrite={(notes) => edit({ notes })} />
    </div>
  )
}

type FieldProps<T> = { readonly stored: T; readonly onWrite: (value: T) => void }

function LineField({
  label,
  stored,
  longest,
  type,
  required = false,
  onWrite,
}: FieldProps<string> & { readonly label: string; readonly longest: number; readonly type?: 'url' | undefined; readonly required?: boolean }) {
  const { t } = useLingui()
  const draft = useDraft(stored, (value) => {
    if (!required || cleanLine(value) !== '') onWrite(cleanLine(value))
  })
  const isMissing = required && cleanLine(draft.value) === ''
  return (
    <TextField
      label={label}
      value={draft.value}
      onValue={draft.set}
      onBlur={draft.leave}
      maxLength={longest}
      autoComplete="off"
      inputMode={type}
      error={isMissing ? t`Il faut un nom; l’ancien est gardé.` : undefined}
    />
  )
}

function City({ stored, own, onWrite }: FieldProps<string> & { readonly own: readonly string[] }) {
  const names = useFieldNames()
  const draft = useDraft(stored, (value) => onWrite(cleanLine(value).slice(0, 200)))
  return <CityField label={names.city} value={draft.value} onValue={draft.set} onSettled={draft.leave} own={own} />
}

function Birthday({ stored, onWrite }: FieldProps<string>) {
  const { t } = useLingui()
  const names = useFieldNames()
  const draft = useDraft(stored.replace(/^--/, ''), (value) => {
    const read = readBirthday(value)
    if (read !== null) onWrite(read)
  })
  return (
    <TextField
      label={names.birthday}
      hint={t`Par exemple 1980-11-23, ou 11-23 sans l’année`}
      value={draft.value}
      onValue={draft.set}
      onBlur={() => {
        if (readBirthday(draft.value) !== null) draft.leave()
      }}
      maxLength={40}
      autoComplete="off"
      error={readBirthday(draft.value) === null ? t`Cette date ne se lit pas.` : undefined}
    />
  )
}

function KeepInTouch({ stored, onWrite }: FieldProps<number | null>) {
  const { t } = useLingui()
  const names = useFieldNames()
  const draft = useDraft(stored === null ? '' : String(stored), (value) => {
    const days = value.trim() === '' ? null : Number(value)
    if (isInterval(days)) onWrite(days)
  })
  const isWrong = draft.value.trim() !== '' && !isInterval(Number(draft.value))
  return (
    <TextField
      label={names.keepInTouch}
      hint={t`Tous les combien de jours; vide, selon la relation`}
      value={draft.value}
      onValue={draft.set}
      onBlur={() => {
        if (!isWrong) draft.leave()
      }}
      inputMode="numeric"
      autoComplete="off"
      error={isWrong ? t`Un nombre de jours, de 1 à 730.` : undefined}
    />
  )
}

const isInterval = (days: number | null): boolean => days === null || (Number.isInteger(days) && days >= 1 && days <= 730)

const splitTags = (text: string): readonly string[] => {
  const seen = new Set<string>()
  return text
    .split(/[,;\n]/)
    .map((tag) => cleanLine(tag).slice(0, 100))
    .filter((tag) => tag !== '' && !seen.has(foldTight(tag)) && seen.add(foldTight(tag)))
    .slice(0, 100)
}

function Words({ label, hint, stored, onWrite }: FieldProps<readonly string[]> & { readonly label: string; readonly hint: string }) {
  const draft = useDraft(stored.join(', '), (value) => onWrite(splitTags(value)))
  return <TextField label={label} hint={hint} value={draft.value} onValue={draft.set} onBlur={draft.leave} autoComplete="off" />
}

function Notes({ stored, onWrite }: FieldProps<string>) {
  const names = useFieldNames()
  const draft = useDraft(stored, (value) => onWrite(cleanText(value)))
  return <TextArea label={names.notes} value={draft.value} onValue={draft.set} onBlur={draft.leave} maxLength={40_000} rows={4} />
}

const phoneLabels = ['', 'mobile', 'work', 'home', 'main', 'fax']
const emailLabels = ['', 'work', 'home']

function useLabelNames(): (label: string) => string {
  const { t } = useLingui()
  const known: Readonly<Record<string, string>> = {
    '': t`Sans précision`,
    mobile: t`Cellulaire`,
    work: t`Travail`,
    home: t`Domicile`,
    main: t`Principal`,
    fax: t`Télécopieur`,
  }
  return (label) => known[label] ?? (saysEnquiry(label) ? t`Demande` : label)
}

function Phones({ contact, edit }: Props) {
  const { t } = useLingui()
  const names = useFieldNames()
  const language = useLanguage()
  const shown = contact.phones.map((phone) => ({ label: phone.label, text: formatPhone(phone.number, phone.extension, language) }))
  const known = new Map(contact.phones.map((phone) => [formatPhone(phone.number, phone.extension, language), phone]))
  const readBack = ({ label, text }: Labelled): LabelledPhone | null => {
    const typed = cleanLine(text).slice(0, 60)
    if (typed === '') return null
    const before = known.get(text)
    if (before) return { ...before, label }
    const { number, extension } = readPhone(typed)
    return { label, number, ...(extension ? { extension } : {}) }
  }
  return (
    <LabelledList
      title={names.phones}
      stored={shown}
      labels={phoneLabels}
      type="tel"
      addLabel={t`Ajouter un téléphone`}
      valueLabel={t`Téléphone`}
      onWrite={(list) => edit({ phones: list.map(readBack).filter((one) => one !== null) })}
    />
  )
}

function Emails({ contact, edit }: Props) {
  const { t } = useLingui()
  const names = useFieldNames()
  const shown = contact.emails.map(({ label, address }) => ({ label, text: address }))
  const readBack = ({ label, text }: Labelled): LabelledEmail => ({ label, address: cleanLine(text).slice(0, 320) })
  return (
    <LabelledList
      title={names.emails}
      stored={shown}
      labels={emailLabels}
      type="email"
      addLabel={t`Ajouter un courriel`}
      valueLabel={t`Courriel`}
      onWrite={(list) => edit({ emails: list.map(readBack).filter(({ address }) => address !== '') })}
    />
  )
}

type Labelled = { readonly label: string; readonly text: string }
type ListProps = FieldProps<readonly Labelled[]> & {
  readonly title: string
  readonly labels: readonly string[]
  readonly type: 'tel' | 'email'
  readonly addLabel: string
  readonly valueLabel: string
}

const mostOfAKind = 50

function LabelledList({ title, stored, labels, type, addLabel, valueLabel, onWrite }: ListProps) {
  const { t } = useLingui()
  const nameOf = useLabelNames()
  const draft = useDraft(stored, onWrite)
  const change = (place: number, part: Partial<Labelled>) => draft.set(draft.value.map((one, at) => (at === place ? { ...one, ...part } : one)))
  const leave = () => {
    if (draft.value.every(({ text }) => text.trim() !== '')) draft.leave()
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-semibold">{title}</legend>
      {draft.value.map((one, place) => (
        <div key={place} className="grid grid-cols-[minmax(0,1fr)_8.5rem_auto] items-center gap-2">
          <TextField
            label={`${valueLabel} ${place + 1}`}
            labelHidden
            type={type}
            value={one.text}
            onValue={(text) => change(place, { text })}
            onBlur={leave}
            autoComplete="off"
            maxLength={320}
          />
          <SelectField
            label={t`Sorte, ${valueLabel} ${place + 1}`}
            labelHidden
            value={one.label}
            onValue={(label) => change(place, { label })}
            choices={[...new Set([...labels, one.label])].map((value) => ({ value, label: nameOf(value) }))}
          />
          <IconButton icon={Trash2} label={t`Retirer ${one.text}`} onClick={() => draft.set(draft.value.filter((_, at) => at !== place))} />
        </div>
      ))}
      <div>
        {draft.value.length < mostOfAKind ? (
          <Button size="small" icon={Plus} onClick={() => draft.set([...draft.value, { label: '', text: '' }])}>
            {addLabel}
          </Button>
        ) : (
          <p className="text-[0.9375rem] text-soft">{t`${mostOfAKind} au plus.`}</p>
        )}
      </div>
    </fieldset>
  )
}

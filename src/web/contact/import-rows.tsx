import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import type { Contact, ContactFields } from '#method/contact/contact.ts'
import { changesOf, fieldsOfDraft } from '#method/contact/import-plan.ts'
import type { PreviewRow } from '#method/contact/preview.ts'
import { doubtSentence, draftWarningSentence, lastContactLine, rowRefusals } from '#language/import.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useFieldNames, type FieldName } from './field-names.ts'
import type { Choice, ReadRow } from './import-plan.ts'
import { shownField } from './merge-sheet.tsx'

type Props = {
  readonly rows: readonly PreviewRow[]
  readonly choices: ReadonlyMap<number, Choice>
  readonly contact: (id: string) => Contact | undefined
  readonly onChoose: (lines: readonly number[], choice: Choice) => void
}
type Tab = 'new' | 'same' | 'to-decide' | 'errors'

const pageLength = 50

/** What each row of the file would do: new, known, to decide, or left out with the reason. */
export function ImportRows({ rows, choices, contact, onChoose }: Props) {
  const { t } = useLingui()
  const sorted = useMemo(
    () => ({
      new: rows.filter((row) => row.ok && row.verdict.verdict === 'new') as readonly ReadRow[],
      same: rows.filter((row) => row.ok && row.verdict.verdict === 'same') as readonly ReadRow[],
      'to-decide': rows.filter((row) => row.ok && row.verdict.verdict === 'to-decide') as readonly ReadRow[],
      errors: rows.filter((row) => !row.ok),
    }),
    [rows],
  )
  const warned = useMemo(() => rows.filter((row) => row.ok && row.warnings.length > 0).length, [rows])
  const nameOfRow = useMemo(() => new Map(rows.flatMap((row) => (row.ok ? [[`row:${row.line}`, row.draft.name] as const] : []))), [rows])
  const tabs: readonly (readonly [Tab, string])[] = [
    ['new', t`Nouvelles`],
    ['same', t`Connues`],
    ['to-decide', t`À décider`],
    ...(sorted.errors.length > 0 ? [['errors', t`Erreurs`] as const] : []),
  ]
  const [tab, setTab] = useState<Tab>(
    sorted['to-decide'].length > 0 && sorted.new.length === 0 ? 'to-decide' : sorted.new.length === 0 && sorted.same.length > 0 ? 'same' : 'new',
  )
  const [shown, setShown] = useState(pageLength)
  const current = sorted[tab]
  return (
    <div className="grid gap-3">
      <SegmentedControl
        label={t`Lignes du fichier`}
        value={tab}
        onValue={(next) => {
          setTab(next)
          setShown(pageLength)
        }}
        choices={tabs.map(([value, name]) => ({ value, label: `${name} ${sorted[value].length}` }))}
      />
      {warned > 0 && tab === 'new' && (
        <p className="text-[0.9375rem] text-soft">{t`${plural(warned, { one: '# ligne a une remarque, écrite sous le nom.', other: '# lignes ont une remarque, écrite sous le nom.' })}`}</p>
      )}
      {tab === 'to-decide' && current.length > 1 && (
        <div>
          <Button
            size="small"
            onClick={() =>
              onChoose(
                sorted['to-decide'].map(({ line }) => line),
                { as: 'new' },
              )
            }
          >
            <Trans>Toutes comme nouvelles</Trans>
          </Button>
        </div>
      )}
      {current.length === 0 && (
        <p className="py-4 text-soft">
          <Trans>Aucune ligne ici.</Trans>
        </p>
      )}
      <ul>
        {current
          .slice(0, shown)
          .map((row) =>
            !row.ok ? (
              <ErrorRow key={row.line} row={row} />
            ) : row.verdict.verdict === 'to-decide' ? (
              <DoubtRow
                key={row.line}
                row={row}
                choice={choices.get(row.line)}
                {...{ contact, nameOfRow }}
                onChoose={(choice) => onChoose([row.line], choice)}
              />
            ) : (
              <ReadPersonRow key={row.line} row={row} {...{ contact, nameOfRow }} />
            ),
          )}
      </ul>
      {current.length > shown && (
        <Button variant="quiet" wide onClick={() => setShown(shown + pageLength)}>{t`Voir la suite (${current.length - shown})`}</Button>
      )}
    </div>
  )
}

function ErrorRow({ row }: { readonly row: Extract<PreviewRow, { readonly ok: false }> }) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <ListRow
      title={t`Ligne ${row.line}`}
      text={
        <>
          {rowRefusals[row.reason][language]}
          <span className="block wrap-anywhere">{row.cells.filter(Boolean).join(' · ').slice(0, 200)}</span>
        </>
      }
    />
  )
}

type Known = Pick<Props, 'contact'> & { readonly nameOfRow: ReadonlyMap<string, string> }

const told: readonly FieldName[] = [
  'organisation',
  'role',
  'emails',
  'phones',
  'city',
  'address',
  'website',
  'birthday',
  'relationship',
  'language',
  'tags',
  'source',
  'notes',
]

function useFieldsInWords(): (fields: Partial<ContactFields>) => string {
  const names = useFieldNames()
  const language = useLanguage()
  return (fields) =>
    told
      .filter((field) => field in fields)
      .map((field) => `${names[field]}${language === 'fr' ? '\u00A0' : ''}: ${shownField(fields, field, language).replaceAll('\n', ', ').slice(0, 200)}`)
      .join(' · ')
}

function ReadPersonRow({ row, contact, nameOfRow }: Known & { readonly row: ReadRow }) {
  const { t } = useLingui()
  const language = useLanguage()
  const inWords = useFieldsInWords()
  const { verdict } = row
  const known = verdict.verdict === 'same' ? contact(verdict.id) : undefined
  const added =
    verdict.verdict !== 'same'
      ? fieldsOfDraft(row.draft, lastContactLine(language))
      : known
        ? changedOnly(known, fieldsOfDraft(verdict.changes, lastContactLine(language)))
        : fieldsOfDraft(verdict.changes, lastContactLine(language))
  const words = inWords(added)
  const knownName = verdict.verdict === 'same' ? (known?.name ?? nameOfRow.get(verdict.id)) : undefined
  return (
    <ListRow
      title={<span className="wrap-anywhere">{row.draft.name}</span>}
      end={t`ligne ${row.line}`}
      text={
        <>
          {knownName && knownName !== row.draft.name && <span className="block">{t`C’est ${knownName}.`}</span>}
          {known && known.archivedAt !== null && <span className="block">{t`Cette personne est archivée et le reste.`}</span>}
          <span className="block wrap-anywhere">{verdict.verdict !== 'same' ? words : words === '' ? t`Rien à ajouter` : t`À ajouter : ${words}`}</span>
          {row.warnings.map((warning) => (
            <span key={warning.field + warning.text} className="block wrap-anywhere text-ink">
              {draftWarningSentence(warning, language)}
            </span>
          ))}
        </>
      }
    />
  )
}

// Lists are shown by what they gain, single fields by what fills them.
const changedOnly = (known: Contact, fields: Partial<ContactFields>): Partial<ContactFields> => {
  const changed = changesOf(known, fields)
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field in changed))
}

type DoubtProps = Known & { readonly row: ReadRow; readonly choice: Choice | undefined; readonly onChoose: (choice: Choice) => void }

function DoubtRow({ row, choice, contact, nameOfRow, onChoose }: DoubtProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const inWords = useFieldsInWords()
  if (row.verdict.verdict !== 'to-decide') return null
  const nameOf = (id: string): string => {
    const known = contact(id)
    return known ? [known.name, known.organisation, known.city].filter(Boolean).join(' · ') : (nameOfRow.get(id) ?? id)
  }
  const value = choice ? (choice.as === 'same' ? `same ${choice.id}` : choice.as) : ''
  const pick = (picked: string) =>
    onChoose(picked === 'new' ? { as: 'new' } : picked.startsWith('same ') ? { as: 'same', id: picked.slice(5) } : { as: 'left-out' })
  return (
    <li className="grid gap-2 border-b border-line py-3 last:border-b-0">
      <p className="font-semibold wrap-anywhere">
        {row.draft.name} <span className="font-normal text-soft">{t`ligne ${row.line}`}</span>
      </p>
      <p className="text-[0.9375rem] text-soft wrap-anywhere">
        {doubtSentence(row.verdict.why, row.verdict.candidates.map(nameOf), language)} {inWords(fieldsOfDraft(row.draft, lastContactLine(language)))}
      </p>
      <SelectField
        label={t`Qui est ${row.draft.name}?`}
        labelHidden
        value={value}
        onValue={pick}
        choices={[
          ...(choice ? [] : [{ value: '', label: t`À décider` }]),
          { value: 'new', label: t`Une nouvelle personne` },
          ...row.verdict.candidates.map((id) => ({ value: `same ${id}`, label: t`La même que ${nameOf(id)}` })),
          { value: 'left-out', label: t`Ne pas importer` },
        ]}
      />
    </li>
  )
}

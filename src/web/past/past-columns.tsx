import { Trans, useLingui } from '@lingui/react/macro'
import { pastFields, type PastField } from '#method/past/past-columns.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import { pastFieldNames } from '#language/past.ts'
import { useLanguage } from '../activity/use-language.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Switch } from '../ui/switch.tsx'
import type { PastHeading } from './past-worker.ts'

type Props = { readonly heading: PastHeading; readonly onMapping: (mapping: PastMapping) => void; readonly isOpen?: boolean }

/** What each column of the file is, to check and to change; the file is read again at once. */
export function PastColumns({ heading, onMapping, isOpen = false }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const { mapping, headings, samples } = heading
  const choices = pastFields.map((value) => ({ value, label: pastFieldNames[value][language] }))
  const change = (place: number, field: PastField) =>
    onMapping({ ...mapping, columns: mapping.columns.map((column, at) => (at === place ? { ...column, field } : column)) })
  return (
    <details open={isOpen} className="rounded-card border border-line bg-card px-4 py-2">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t`Colonnes (${mapping.columns.length})`}</summary>
      <div className="grid gap-4 pt-2 pb-4">
        <p className="text-soft">
          <Trans>Changez ce qui n’est pas juste; le fichier est relu aussitôt.</Trans>
        </p>
        <Switch label={t`La première ligne contient les titres`} on={mapping.hasHeading} onChange={(hasHeading) => onMapping({ ...mapping, hasHeading })} />
        <SegmentedControl
          label={t`Ordre des dates`}
          value={mapping.dateOrder}
          onValue={(dateOrder) => onMapping({ ...mapping, dateOrder })}
          choices={[
            { value: 'day-first', label: t`Jour, mois` },
            { value: 'month-first', label: t`Mois, jour` },
          ]}
        />
        <ul className="grid gap-4 wide:grid-cols-2">
          {mapping.columns.map((column, place) => {
            const title = mapping.hasHeading && headings[place]?.trim() ? headings[place] : t`Colonne ${place + 1}`
            const example = samples.map((row) => row[place]?.trim()).find(Boolean)
            return (
              <li key={place}>
                <SelectField label={title} hint={example?.slice(0, 80)} value={column.field} onValue={(field) => change(place, field)} choices={choices} />
              </li>
            )
          })}
        </ul>
      </div>
    </details>
  )
}

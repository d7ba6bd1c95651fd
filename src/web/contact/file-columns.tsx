import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { DateOrder } from '#method/contact/written-date.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Switch } from '../ui/switch.tsx'

type Columned<Field extends string> = {
  readonly hasHeading: boolean
  readonly dateOrder: DateOrder
  readonly columns: readonly { readonly field: Field }[]
}

type Props<Field extends string, Mapping extends Columned<Field>> = {
  readonly mapping: Mapping
  readonly headings: readonly string[]
  readonly samples: readonly (readonly string[])[]
  /** What a column can be, each with its name. */
  readonly choices: readonly { readonly value: Field; readonly label: string }[]
  readonly onMapping: (mapping: Mapping) => void
  readonly isOpen?: boolean | undefined
  readonly children: ReactNode
}

/** What each column of a file is, to check and to change; the file is read again at once. */
export function FileColumns<Field extends string, Mapping extends Columned<Field>>(props: Props<Field, Mapping>) {
  const { mapping, headings, samples, choices, onMapping, isOpen = false, children } = props
  const { t } = useLingui()
  const change = (place: number, field: Field) =>
    onMapping({ ...mapping, columns: mapping.columns.map((column, at) => (at === place ? { ...column, field } : column)) })
  return (
    <details open={isOpen} className="rounded-card border border-line bg-card px-4 py-2">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t`Colonnes (${mapping.columns.length})`}</summary>
      <div className="grid gap-4 pt-2 pb-4">
        <p className="text-soft">{children}</p>
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

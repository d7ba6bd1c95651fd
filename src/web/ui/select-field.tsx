import { ChevronDown } from 'lucide-react'
import { Field, type FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'

export type Choice<T extends string> = { readonly value: T; readonly label: string }
type Props<T extends string> = FieldTexts & {
  readonly value: T
  readonly onValue: (value: T) => void
  readonly choices: readonly Choice<T>[]
  readonly className?: string | undefined
}

/** The native choice list, which phones show best. */
export function SelectField<T extends string>({ label, labelHidden, hint, error, value, onValue, choices, className }: Props<T>) {
  const pick = (text: string) => {
    const choice = choices.find((each) => each.value === text)
    if (choice) onValue(choice.value)
  }
  return (
    <Field {...{ label, labelHidden, hint, error, className }}>
      {(links) => (
        <div className="relative">
          <select {...links} value={value} onChange={(event) => pick(event.target.value)} className="ui-field appearance-none pr-11!">
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon of={ChevronDown} size={20} className="pointer-events-none absolute top-1/2 right-3.5 -translate-y-1/2 text-soft" />
        </div>
      )}
    </Field>
  )
}

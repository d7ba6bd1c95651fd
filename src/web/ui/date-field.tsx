import { Field, type FieldTexts } from './field.tsx'

type Props = FieldTexts & {
  /** `2026-11-23`, or empty. */
  readonly value: string
  readonly onValue: (value: string) => void
  /** Earliest and latest day, same form. */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly required?: boolean | undefined
  readonly className?: string | undefined
  readonly onLeave?: (() => void) | undefined
}

/** The native date input, which shows dates in the person's own form. */
export function DateField({ label, labelHidden, hint, error, value, onValue, min, max, required, className, onLeave }: Props) {
  return (
    <Field {...{ label, labelHidden, hint, error, className }}>
      {(links) => (
        <input
          {...links}
          type="date"
          className="ui-field tabular"
          {...{ value, min, max, required }}
          onChange={(event) => onValue(event.target.value)}
          onBlur={onLeave}
        />
      )}
    </Field>
  )
}

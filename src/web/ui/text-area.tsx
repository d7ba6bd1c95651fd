import type { ComponentProps } from 'react'
import { Field, type FieldTexts } from './field.tsx'

type Props = FieldTexts &
  Omit<ComponentProps<'textarea'>, 'id' | 'value' | 'onChange'> & {
    readonly value: string
    readonly onValue: (value: string) => void
  }

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ label, labelHidden, hint, error, value, onValue, className, rows = 3, ...rest }: Props) {
  return (
    <Field {...{ label, labelHidden, hint, error, className }}>
      {(links) => (
        <textarea
          {...rest}
          {...links}
          rows={rows}
          className="ui-field field-sizing-content min-h-24"
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}

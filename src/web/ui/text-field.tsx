import type { ComponentProps } from 'react'
import { Field, type FieldTexts } from './field.tsx'

type Props = FieldTexts &
  Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'type'> & {
    readonly value: string
    readonly onValue: (value: string) => void
    /** Keyboard on the phone follows the type; figures use `text` with `inputMode`. */
    readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'time' | undefined
  }

/** One line of text. */
export function TextField({ label, labelHidden, hint, error, value, onValue, className, type = 'text', ...rest }: Props) {
  return (
    <Field {...{ label, labelHidden, hint, error, className }}>
      {(links) => <input {...rest} {...links} type={type} className="ui-field" value={value} onChange={(event) => onValue(event.target.value)} />}
    </Field>
  )
}

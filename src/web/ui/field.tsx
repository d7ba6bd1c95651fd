import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'

export type FieldTexts = {
  /** Always present; `labelHidden` keeps it for screen readers only. */
  readonly label: string
  readonly labelHidden?: boolean | undefined
  /** A line of help under the label. */
  readonly hint?: string | undefined
  /** What is wrong and how to right it; the input is then marked invalid. */
  readonly error?: string | undefined
}
export type FieldLinks = { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': true | undefined }

type Props = FieldTexts & { readonly className?: string | undefined; readonly children: (links: FieldLinks) => ReactNode }

/** The label, hint and error around one input, tied together for screen readers. */
export function Field({ label, labelHidden, hint, error, className, children }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={classes('min-w-0', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'mb-1.5 block font-semibold'}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-[0.9375rem] text-soft">
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-[0.9375rem] font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

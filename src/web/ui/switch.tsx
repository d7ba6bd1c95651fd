import { useId } from 'react'

type Props = {
  readonly label: string
  /** A soft line that says what it changes. */
  readonly hint?: string | undefined
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** On or off, at once. */
export function Switch({ label, hint, on, onChange }: Props) {
  const id = useId()
  return (
    <label className="relative flex min-h-12 items-center gap-4 py-1.5">
      <span className="min-w-0 flex-1">
        <span id={id} className="block font-medium">
          {label}
        </span>
        {hint && (
          <span id={`${id}-hint`} className="block text-[0.9375rem] text-soft">
            {hint}
          </span>
        )}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-labelledby={id}
        aria-describedby={hint && `${id}-hint`}
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
        className="peer sr-only"
      />
      <span
        aria-hidden="true"
        className="h-7.5 w-12.5 shrink-0 rounded-full border-2 border-edge p-0.5 transition-colors duration-150 peer-checked:border-spruce peer-checked:bg-spruce peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-spruce bg-card *:bg-edge peer-checked:*:translate-x-5 peer-checked:*:bg-on-solid"
      >
        <span className="block size-5.5 rounded-full transition-transform duration-150" />
      </span>
    </label>
  )
}

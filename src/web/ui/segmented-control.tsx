import { useId } from 'react'
import type { Choice } from './select-field.tsx'

type Props<T extends string> = {
  /** Name of the group for screen readers. */
  readonly label: string
  readonly value: T
  readonly onValue: (value: T) => void
  readonly choices: readonly Choice<T>[]
}

/** Two to four exclusive choices side by side; native radios, so arrows move between them. */
export function SegmentedControl<T extends string>({ label, value, onValue, choices }: Props<T>) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="grid auto-cols-[minmax(min-content,1fr)] grid-flow-col gap-1 rounded-control border border-line bg-card p-1"
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="relative flex min-h-11 items-center justify-center rounded-[10px] px-2 text-center text-[0.9375rem] font-medium text-soft transition-colors duration-150 has-checked:bg-spruce has-checked:text-on-solid has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-spruce"
        >
          <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onValue(choice.value)} className="sr-only" />
          {choice.label}
        </label>
      ))}
    </div>
  )
}

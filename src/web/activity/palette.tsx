import { type KeyboardEvent, useId, useState } from 'react'
import { classes } from '../ui/classes.ts'
import { Icon, type IconType } from '../ui/icon.tsx'

/** One line that can be chosen: a person, a kind, a place to go. */
export type Entry = {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
  readonly icon: IconType
  readonly onChoose: () => void
}

type Props = {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly entries: readonly Entry[]
  /** Says how many entries there are, for screen readers. */
  readonly countSentence: string
}

/** A field over a list that is always there: arrows move, Enter chooses. */
export function Palette({ label, placeholder, value, onValue, entries, countSentence }: Props) {
  const id = useId()
  const [active, setActive] = useState(0)
  const here = Math.min(active, entries.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = (here + (event.key === 'ArrowDown' ? 1 : -1) + entries.length) % Math.max(1, entries.length)
      setActive(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      entries[here]?.onChoose()
    }
  }
  return (
    <div>
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        autoComplete="off"
        // With a keyboard at hand one types at once; on a phone, its keyboard would hide what can be pressed.
        data-first-focus={matchMedia('(any-pointer: fine)').matches || undefined}
        enterKeyHint="done"
        aria-activedescendant={here >= 0 ? `${id}-${here}` : undefined}
        placeholder={placeholder}
        className="ui-field"
        value={value}
        maxLength={300}
        onChange={(event) => {
          onValue(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} className="mt-3 grid">
        {entries.map((entry, place) => (
          <li
            key={entry.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === here}
            onMouseDown={(event) => event.preventDefault()}
            onClick={entry.onChoose}
            className={classes(
              'flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-3 py-1.5 hover:bg-line/50',
              place === here && 'bg-spruce/10',
            )}
          >
            <Icon of={entry.icon} size={20} className="text-soft" />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{entry.label}</span>
              {entry.detail && <span className="block truncate text-[0.9375rem] text-soft">{entry.detail}</span>}
            </span>
          </li>
        ))}
      </ul>
      <span className="sr-only" aria-live="polite">
        {countSentence}
      </span>
    </div>
  )
}

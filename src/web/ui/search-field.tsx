import { Search, X } from 'lucide-react'
import { type ComponentProps, useRef } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'aria-label'> & {
  /** Name of the field; also its placeholder unless one is given. */
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  /** Name of the button that empties it. */
  readonly clearLabel: string
}

/** A search box that answers as one types; Esc empties it. */
export function SearchField({ label, value, onValue, clearLabel, className, placeholder = label, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const clear = () => {
    onValue('')
    input.current?.focus()
  }
  return (
    <div role="search" className={classes('relative', className)}>
      <Icon of={Search} size={20} className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-soft" />
      <input
        {...rest}
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        className={classes('ui-field rounded-full! pl-11.5! text-ellipsis', value ? 'pr-12!' : 'pr-4!')}
        onChange={(event) => onValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value) {
            event.stopPropagation()
            event.preventDefault()
            clear()
          }
        }}
      />
      {value && (
        <button
          type="button"
          aria-label={clearLabel}
          onClick={clear}
          className="absolute top-1/2 right-0.5 grid size-11 -translate-y-1/2 place-items-center rounded-full text-soft"
        >
          <Icon of={X} size={18} />
        </button>
      )}
    </div>
  )
}

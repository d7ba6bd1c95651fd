import { Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { classes } from './classes.ts'
import { Field, type FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'

export type Suggestion = { readonly id: string; readonly label: string; readonly detail?: string | undefined }
type Props = FieldTexts & {
  readonly value: string
  readonly onValue: (value: string) => void
  /** What matches the value now; the caller searches. */
  readonly suggestions: readonly Suggestion[]
  readonly onPick: (suggestion: Suggestion) => void
  /** Offers to make a new one from what is typed: the sentence and the act. */
  readonly create?: { readonly label: string; readonly onCreate: () => void } | undefined
  /** Says how many match, for screen readers. */
  readonly countSentence: string
  readonly placeholder?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly className?: string | undefined
}

/** A text field that suggests as one types: arrows move, Enter picks, Esc closes the list. */
export function SuggestField({ value, onValue, suggestions, onPick, create, countSentence, placeholder, autoFocus, ...texts }: Props) {
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const offersNew = create !== undefined && value.trim() !== ''
  const last = suggestions.length - (offersNew ? 0 : 1)
  const shown = open && last >= 0
  const activeHere = Math.min(active, last)

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const choose = (place: number) => {
    const suggestion = suggestions[place]
    close()
    if (suggestion) onPick(suggestion)
    else create?.onCreate()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number | undefined> = { ArrowDown: activeHere >= last ? 0 : activeHere + 1, ArrowUp: activeHere <= 0 ? last : activeHere - 1 }
    const move = moves[event.key]
    if (move !== undefined && last >= 0) {
      event.preventDefault()
      setOpen(true)
      setActive(move)
    } else if (event.key === 'Enter' && shown && activeHere >= 0) {
      event.preventDefault()
      choose(activeHere)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  return (
    <Field {...texts}>
      {(links) => (
        <div className="relative" onBlur={close}>
          <input
            {...links}
            type="text"
            role="combobox"
            aria-expanded={shown}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={shown && activeHere >= 0 ? `${listId}-${activeHere}` : undefined}
            autoComplete="off"
            autoFocus={autoFocus}
            data-first-focus={autoFocus || undefined}
            placeholder={placeholder}
            className="ui-field"
            value={value}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              onValue(event.target.value)
              setOpen(true)
              setActive(-1)
            }}
          />
          <ul
            id={listId}
            role="listbox"
            aria-label={texts.label}
            hidden={!shown}
            className="absolute inset-x-0 top-full z-20 mt-1.5 max-h-72 overflow-y-auto rounded-control border border-line bg-card p-1 shadow-lift"
          >
            {suggestions.map((suggestion, place) => (
              <Option key={suggestion.id} id={`${listId}-${place}`} active={place === activeHere} onChoose={() => choose(place)}>
                <span className="font-semibold">{suggestion.label}</span>
                {suggestion.detail && <span className="text-[0.9375rem] text-soft">{suggestion.detail}</span>}
              </Option>
            ))}
            {offersNew && (
              <Option id={`${listId}-${suggestions.length}`} active={suggestions.length === activeHere} onChoose={() => choose(suggestions.length)}>
                <span className="flex items-center gap-2 font-semibold text-spruce">
                  <Icon of={Plus} size={18} />
                  {create.label}
                </span>
              </Option>
            )}
          </ul>
          <span className="sr-only" aria-live="polite">
            {shown ? countSentence : ''}
          </span>
        </div>
      )}
    </Field>
  )
}

type OptionProps = { readonly id: string; readonly active: boolean; readonly onChoose: () => void; readonly children: ReactNode }

// Pressing must not take the focus from the input, or the list would close before the choice.
function Option({ id, active, onChoose, children }: OptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={classes('flex min-h-11 cursor-pointer flex-col justify-center rounded-[10px] px-3 py-1.5 hover:bg-line/50', active && 'bg-spruce/10')}
    >
      {children}
    </li>
  )
}

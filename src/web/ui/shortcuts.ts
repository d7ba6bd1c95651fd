import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { isUnderSheet } from './closing.ts'

/** One key and what it does, in words. */
export type Shortcut = { readonly key: string; readonly label: string; readonly run: () => void }

let shortcuts: readonly Shortcut[] = []
const listeners = new Set<() => void>()

const replace = (next: readonly Shortcut[]): void => {
  shortcuts = next
  for (const listener of listeners) listener()
}

/** The shortcuts of the screens now shown; the latest of a key wins. */
export const useShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shortcuts,
  )

/** Gives `key` (a single character, as typed) to an order while the component is shown. */
export function useShortcut(key: string, label: string, run: () => void): void {
  const order = useEffectEvent(run)
  useEffect(() => {
    const shortcut: Shortcut = { key, label, run: () => order() }
    replace([...shortcuts, shortcut])
    return () => replace(shortcuts.filter((each) => each !== shortcut))
  }, [key, label])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

// What is typed between the keys of the palette and its field, which may still be on its way: a quick hand loses no letter.
let waiting: string | null = null

/** What was typed since the palette was asked for: its field begins with it. */
export const typedSoFar = (): string => waiting ?? ''

/** All that was typed until the field stands and takes the keys itself; `null` when nobody asked for it by a key. */
export const takeTyped = (): string | null => {
  const typed = waiting
  waiting = null
  return typed
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead'])

/** Listens to the keyboard; keys do nothing while one types or a sheet is open. */
export function useKeyboard(openPalette: () => void): void {
  const palette = useEffectEvent(openPalette)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        waiting = isUnderSheet() ? null : ''
        palette()
        return
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || isUnderSheet()) return
      if (waiting !== null && (event.key.length === 1 || event.key === 'Backspace')) {
        event.preventDefault()
        waiting = event.key === 'Backspace' ? waiting.slice(0, -1) : waiting + event.key
        return
      }
      // A capital letter begins with a key of its own.
      if (modifiers.has(event.key)) return
      waiting = null
      const shortcut = shortcuts.findLast(({ key }) => key === event.key)
      if (!shortcut) return
      event.preventDefault()
      shortcut.run()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

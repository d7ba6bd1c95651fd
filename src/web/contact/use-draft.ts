import { useEffect, useEffectEvent, useRef, useState } from 'react'

const pause = 600

/**
 * What is being typed over what is stored. It is written after a short pause, on leaving the field, and when the page goes:
 * nothing typed is lost. While the field has the focus, its text is never replaced by the stored one.
 */
export function useDraft<T>(stored: T, write: (value: T) => void) {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null)
  const waiting = useRef<{ readonly value: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const flush = () => {
    clearTimeout(timer.current)
    const kept = waiting.current
    waiting.current = null
    if (kept) write(kept.value)
  }
  const onGone = useEffectEvent(flush)
  useEffect(() => {
    // A phone often says only that the page is hidden, before it drops it.
    const hide = () => onGone()
    window.addEventListener('pagehide', hide)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', hide)
      document.removeEventListener('visibilitychange', hide)
      onGone()
    }
  }, [])
  return {
    value: draft ? draft.value : stored,
    set: (value: T) => {
      setDraft({ value })
      waiting.current = { value }
      clearTimeout(timer.current)
      timer.current = setTimeout(() => onGone(), pause)
    },
    /** Leaving the field: written now, and the stored form is shown. */
    leave: () => {
      flush()
      setDraft(null)
    },
  }
}

import { useSyncExternalStore } from 'react'
import { useLedger } from './ledger.ts'

const place = 'entrain-missing-seen'
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const seen = (): string => {
  try {
    return localStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}

/**
 * What this device wrote and the server never got, by its numbers: something took it off the device before it could leave. Said until
 * the person has looked (RELIABILITY B4, 9).
 */
export const useMissing = (): { readonly missing: readonly number[]; readonly checked: () => void } => {
  const { missing: every } = useLedger()
  const looked = new Set(useSyncExternalStore(subscribe, seen).split(' '))
  return {
    missing: every.filter((sequence) => !looked.has(String(sequence))),
    checked: () => {
      try {
        localStorage.setItem(place, every.join(' '))
      } catch {
        // Without a place to remember it, it is said again at the next opening.
        return
      }
      for (const listener of listeners) listener()
    },
  }
}

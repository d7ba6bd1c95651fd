import { useSyncExternalStore } from 'react'
import { asInstant, dayOf, type Day, type Instant } from '#method/calendar/day.ts'

/** The present on this device. */
export type Now = { readonly at: Instant; readonly zone: string; readonly today: Day }

// Asking the browser costs as much as a hundred look-ups, and a zone is asked for with every person.
const zoneKeptMs = 1000
let zoneRead = { at: Number.NEGATIVE_INFINITY, zone: '' }

/** The zone that the device is in; it moves when the person travels. */
export const deviceZone = (): string => {
  const at = performance.now()
  if (at - zoneRead.at > zoneKeptMs) zoneRead = { at, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }
  return zoneRead.zone
}

const minute = 60_000
const read = (): Now => {
  const at = asInstant(Date.now())
  const zone = deviceZone()
  return { at, zone, today: dayOf(at, zone) }
}

let now = read()
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined

const tick = (): void => {
  now = read()
  for (const listener of listeners) listener()
  plan()
}
// Aligned with the clock: every zone's midnight falls on a whole minute.
const plan = (): void => {
  clearTimeout(timer)
  timer = setTimeout(tick, minute - (Date.now() % minute) + 20)
}
const seen = (): void => {
  if (document.visibilityState === 'visible') tick()
}
const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) {
    now = read()
    document.addEventListener('visibilitychange', seen)
    plan()
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  }
}

/** The present; ticks with each minute of the clock, so at midnight too, and when the tab is seen again. */
export const useNow = (): Now => useSyncExternalStore(subscribe, () => now)

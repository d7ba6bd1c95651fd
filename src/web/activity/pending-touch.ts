import { isInstant, type Instant } from '#method/calendar/day.ts'

/** A channel that was tapped and whose outcome is not told yet. */
export type PendingTouch = { readonly contactId: string; readonly kind: string; readonly startedAt: Instant }

const place = 'entrain.pending-touch'
// A call seldom lasts longer; an older trace would ask about something forgotten.
const freshMs = 2 * 60 * 60_000

/** Keeps the tap, so that the question is still there if the phone had dropped the page during the call. */
export const keepPendingTouch = (touch: PendingTouch | null): void => {
  try {
    if (touch) sessionStorage.setItem(place, JSON.stringify(touch))
    else sessionStorage.removeItem(place)
  } catch {
    // Without storage the sheet stays open anyway; only a dropped page would lose it.
    return
  }
}

/** The tap kept before, when it is recent. */
export const readPendingTouch = (nowMs: number): PendingTouch | null => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Partial<PendingTouch> | null
    if (typeof kept?.contactId !== 'string' || typeof kept.kind !== 'string' || typeof kept.startedAt !== 'string' || !isInstant(kept.startedAt)) return null
    return nowMs - Date.parse(kept.startedAt) < freshMs ? { contactId: kept.contactId, kind: kept.kind, startedAt: kept.startedAt } : null
  } catch {
    return null
  }
}

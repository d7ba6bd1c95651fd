import { dayOf, type Day, type Instant } from '../calendar/day.ts'
import { isWithinHours, nextOpening } from './call-hours.ts'
import type { SenderProfile } from './consent.ts'
import type { Hours } from './packs.ts'
import { missingOfSender } from './sender.ts'
import type { Missing } from './verdict.ts'

/** Whether the telephone is open, and from when on it is. */
export type Opening = { readonly isOpen: boolean; readonly opensAt: Instant | null }

/** One instant seen from where the seller is: what does not depend on the person, worked out once for all of them. */
export type ContactMoment = {
  readonly at: Instant
  /** The day in the seller's legal zone (law A2, 1). */
  readonly day: Day
  readonly sender: SenderProfile
  readonly missing: readonly Missing[]
  readonly openingOf: (zones: readonly string[], hours: Hours) => Opening
}

/** The moment `at` for a sender. Make one for a whole list of people: their hours are then asked once per zone. */
export const contactMoment = (at: Instant, sender: SenderProfile): ContactMoment => {
  const day = dayOf(at, sender.zone)
  const known = new Map<Hours, Map<string, Opening>>()
  const openingOf = (zones: readonly string[], hours: Hours): Opening => {
    const byZones = known.get(hours) ?? new Map<string, Opening>()
    known.set(hours, byZones)
    const key = zones.length === 1 ? (zones[0] ?? '') : zones.join(' ')
    const found = byZones.get(key) ?? openingAt(at, zones, hours)
    byZones.set(key, found)
    return found
  }
  return { at, day, sender, missing: missingOfSender(sender, at, day), openingOf }
}

const openingAt = (at: Instant, zones: readonly string[], hours: Hours): Opening => {
  const isOpen = isWithinHours(at, zones, hours)
  return { isOpen, opensAt: isOpen ? at : nextOpening(at, zones, hours) }
}

import { addDays, asInstant, dayOf, instantAt, timeOf, weekdayOf, type Day, type Instant } from '../calendar/day.ts'
import type { Line } from '../contact/contact.ts'
import type { Hours, Pack } from './packs.ts'

/** A stretch of time during which calling is lawful; the end is out. */
export type CallWindow = { readonly from: Instant; readonly to: Instant }

const DAY_MS = 86_400_000

// British Columbia, Alberta and the Northwest Territories stopped changing their clocks in 2026. A device may not have heard of it: the
// hours must suit the old clock and the new one, so that every device gives the same answer, and a lawful one.
const clocks: Readonly<Record<string, readonly string[]>> = {
  'America/Vancouver': ['America/Vancouver', 'America/Los_Angeles', 'America/Phoenix'],
  'America/Edmonton': ['America/Edmonton', 'America/Denver', 'America/Regina'],
  'America/Yellowknife': ['America/Edmonton', 'America/Denver', 'America/Regina'],
}
const clocksOf = (zones: readonly string[]): readonly string[] => zones.flatMap((zone) => clocks[zone] ?? [zone])

/** The hours that a line may be called by the law of a country. */
export const hoursOf = (pack: Pack, line: Line): Hours => pack.hours[line]

/** Whether the clock of every zone she may be in is within the hours (law A3, T4, T6); never when no zone is known. */
export const isWithinHours = (at: Instant, zones: readonly string[], hours: Hours): boolean =>
  zones.length > 0 &&
  clocksOf(zones).every((zone) => {
    const time = timeOf(at, zone)
    return (hours[weekdayOf(dayOf(at, zone))] ?? []).some(([from, to]) => from <= time && time < to)
  })

const windowsIn = (zone: string, first: Day, days: number, hours: Hours): readonly CallWindow[] =>
  Array.from({ length: days }, (_, ahead) => addDays(first, ahead)).flatMap((day) =>
    (hours[weekdayOf(day)] ?? []).map(([from, to]) => ({ from: instantAt(day, from, zone), to: instantAt(day, to, zone) })),
  )

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)

const inBoth = (some: readonly CallWindow[], others: readonly CallWindow[]): readonly CallWindow[] =>
  some.flatMap((one) => others.map((other) => ({ from: later(one.from, other.from), to: earlier(one.to, other.to) })).filter(({ from, to }) => from < to))

/**
 * The lawful hours between two instants, earliest first, cut at both: those of the person called, and of every zone she may be in when
 * hers is not known (law T6). Empty when no zone is known.
 */
export const callWindows = (from: Instant, to: Instant, zones: readonly string[], hours: Hours): readonly CallWindow[] => {
  const [first, ...others] = clocksOf(zones).map((zone) => {
    const day = addDays(dayOf(from, zone), -1)
    return windowsIn(zone, day, daysAcross(from, to) + 3, hours)
  })
  if (!first) return []
  return inBoth(others.reduce(inBoth, first), [{ from, to }])
}

const daysAcross = (from: Instant, to: Instant): number => Math.ceil((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** The lawful hours of one day of the person who sells, by her own clock: what a screen shows beside the telephone (issue 3). */
export const callWindowsOn = (day: Day, sellerZone: string, zones: readonly string[], hours: Hours): readonly CallWindow[] =>
  callWindows(instantAt(day, '00:00', sellerZone), instantAt(addDays(day, 1), '00:00', sellerZone), zones, hours)

/** The first instant from `at` on at which calling is lawful, within eight days; `null` when none is. */
export const nextOpening = (at: Instant, zones: readonly string[], hours: Hours): Instant | null => {
  const inEightDays = asInstant(Date.parse(at) + 8 * DAY_MS)
  return callWindows(at, inEightDays, zones, hours)[0]?.from ?? null
}

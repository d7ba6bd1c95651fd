import { addDays, asInstant, dayOf, instantAt, type Day, type Instant } from './day.ts'

/**
 * Reads the day that instants fall on in one zone, for very many of them: each midnight is asked once. Same answers as `dayOf`.
 */
export const dayReader = (zone: string): ((at: Instant) => Day) => {
  const starts = new Map<Day, Instant>()
  const startOf = (day: Day): Instant => {
    const start = starts.get(day) ?? firstInstantOf(day, zone)
    starts.set(day, start)
    return start
  }
  return (at) => {
    const utc = at.slice(0, 10) as Day
    if (at < startOf(utc)) return addDays(utc, -1)
    const next = addDays(utc, 1)
    return at < startOf(next) ? utc : next
  }
}

// A clock that jumps over midnight, or goes back over it, begins its day an hour later.
const firstInstantOf = (day: Day, zone: string): Instant => {
  const midnight = instantAt(day, '00:00', zone)
  const anHourLater = Date.parse(midnight) + 3_600_000
  return dayOf(asInstant(anHourLater - 1), zone) < day ? asInstant(anHourLater) : midnight
}

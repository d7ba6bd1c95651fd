import { timeOf, type Instant } from './day.ts'

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const DAY_MINUTES = 1440

/**
 * Reads the hour (0 to 23) that the clock of a zone shows, for very many instants: the offset is asked once for each half
 * hour of each zone, since no zone changes it but on the hour or the half hour of UTC. Same answers as `timeOf`.
 */
export const hourReader = (): ((at: Instant, zone: string) => number) => {
  const zones = new Map<string, Map<string, number>>()
  return (at, zone) => {
    const offsets = zones.get(zone) ?? new Map<string, number>()
    zones.set(zone, offsets)
    const half = at[14] !== undefined && at[14] >= '3' ? '30' : '00'
    const slot = `${at.slice(0, 13)}:${half}`
    const known = offsets.get(slot)
    const offset = known ?? minutesOf(timeOf(`${slot}:00.000Z` as Instant, zone)) - minutesOf(slot.slice(11))
    if (known === undefined) offsets.set(slot, offset)
    return Math.floor(((minutesOf(at.slice(11)) + offset + 2 * DAY_MINUTES) % DAY_MINUTES) / 60)
  }
}

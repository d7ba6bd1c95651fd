import { addDays, daysBetween, type Day } from '../calendar/day.ts'
import type { PlaceReading, Point } from '../contact/gazetteer.ts'
import { distanceKm } from '../contact/place.ts'
import type { Event } from '../event/event.ts'
import { nearKm, pointOfEvent } from '../follow-up/not-now.ts'
import { eventDays } from './score.ts'

/** What the ranking asks of an event. */
export type RankedEvent = Pick<Event, 'id' | 'title' | 'place' | 'latitude' | 'longitude' | 'day' | 'createdAt' | 'archivedAt' | 'stood'>
/** An event near someone's city. */
export type NearEvent = { readonly id: string; readonly title: string; readonly day: Day; readonly inDays: number; readonly km: number }

/** Answers where a city is, each written city looked up once: there are far fewer than people. */
export const cityPoints = (find: (text: string) => PlaceReading): ((city: string) => Point | null) => {
  const known = new Map<string, Point | null>()
  return (city) => {
    const found = known.get(city)
    if (found !== undefined) return found
    const reading = city === '' ? undefined : find(city)
    const point = reading?.ok ? reading.place : null
    known.set(city, point)
    return point
  }
}

/** The event with its coordinates: its own, else those of its place. */
export const located = <E extends RankedEvent>(event: E, pointOf: (city: string) => Point | null): E => {
  const point = pointOfEvent(event) ?? pointOf(event.place)
  return point === null ? event : { ...event, latitude: point.latitude, longitude: point.longitude }
}

/** Answers which events of the next thirty days are within forty kilometres of a city, soonest first (algorithms B4). */
export const eventsNear = (events: readonly RankedEvent[], pointOf: (city: string) => Point | null, today: Day): ((city: string) => readonly NearEvent[]) => {
  const until = addDays(today, eventDays)
  const coming = events
    .filter(({ day, archivedAt }) => archivedAt === null && day >= today && day <= until)
    .sort((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1))
  const known = new Map<string, readonly NearEvent[]>()
  if (coming.length === 0) return () => none
  return (city) => {
    const found = known.get(city)
    if (found !== undefined) return found
    const own = pointOf(city)
    const near = coming.flatMap((event) => {
      const point = own && pointOfEvent(event)
      const km = point ? distanceKm(own, point) : Infinity
      return km <= nearKm ? [{ id: event.id, title: event.title, day: event.day, inDays: daysBetween(today, event.day), km }] : []
    })
    known.set(city, near)
    return near
  }
}

const none: readonly NearEvent[] = []

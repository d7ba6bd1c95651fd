import { dayOf, instantAt, type Day, type Instant } from '../calendar/day.ts'
import type { Point } from '../contact/gazetteer.ts'
import { distanceKm } from '../contact/place.ts'
import type { NotNow } from '../contact/contact.ts'
import type { Offer } from '../sale/sale.ts'

/** Kilometres within which an event is near someone's city (algorithms B4). */
export const nearKm = 40

/** Where and when an event was to be, until it changed. */
export type Stood = {
  readonly until: Instant
  readonly day: Day
  readonly place: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly isArchived: boolean
}
/** What is asked of an event: a place and a date. */
export type PlannedEvent = {
  readonly id: string
  readonly day: Day
  readonly latitude: number | null
  readonly longitude: number | null
  readonly createdAt: Instant
  readonly archivedAt: Instant | null
  readonly stood?: readonly Stood[] | null | undefined
}
/** What is asked of an offer; `createdAt` is `null` for one older than this field. */
export type DatedOffer = Pick<Offer, 'id' | 'createdAt' | 'archived' | 'shelved'>

/** What the world holds that could turn a "not now" into a yes. */
export type Openings = {
  readonly events: readonly PlannedEvent[]
  readonly offers: readonly DatedOffer[]
  readonly zone: string
  /** Where a written city is; without it, a city or a place of before is nowhere. */
  readonly pointOf?: (city: string) => Point | null
  /** When a day begins in the zone, for who asks it of many people and remembers. */
  readonly startOf?: (day: Day) => Instant
}

/** What made the condition true, and the one instant at which it did; `at` may still be to come for a date. */
export type MetCondition =
  | { readonly type: 'date'; readonly at: Instant; readonly day: Day }
  | { readonly type: 'event-near'; readonly at: Instant; readonly eventId: string; readonly day: Day; readonly km: number }
  | { readonly type: 'offer'; readonly at: Instant; readonly offerId: string }

/** Where an event is, when that is known. */
export const pointOfEvent = ({ latitude, longitude }: Pick<PlannedEvent, 'latitude' | 'longitude'>): Point | null =>
  latitude === null || longitude === null ? null : { latitude, longitude }

const earliest = <M extends MetCondition>(found: readonly M[]): M | null =>
  found.reduce<M | null>((first, one) => (first === null || one.at < first.at ? one : first), null)

// The text of an instant is its day in UTC, which no zone is more than a day away from: the zone is asked only where it matters.
const isPast = (day: Day, at: Instant, zone: string): boolean => day <= at.slice(0, 10) && day < dayOf(at, zone)

type Where = (event: PlannedEvent, at: Instant) => Stood | null
// How an event stood from an instant on; `null` once it stands as it does now.
const stoodAt: Where = ({ stood }, at) => stood?.find(({ until }) => until > at) ?? null

/** Kilometres from her city to the event as both stood from `at` on, when the door was open: near, to come, not put away. */
const kmAt = (event: PlannedEvent, { cities }: NotNow, city: Point | null, { zone, pointOf }: Openings, at: Instant): number | null => {
  const moved = cities?.find(({ until }) => until > at)
  const home = moved ? (pointOf?.(moved.city) ?? null) : city
  const stood = stoodAt(event, at)
  const point = pointOfEvent(stood ?? event) ?? (stood && (pointOf?.(stood.place) ?? null))
  if (home === null || point === null || (stood ? stood.isArchived : event.archivedAt !== null)) return null
  if (isPast((stood ?? event).day, at, zone)) return null
  const km = distanceKm(home, point)
  return km <= nearKm ? km : null
}

/** The first instant after she said it at which the event opened the door, shut until then; `null` when it never did. */
const openedAt = (event: PlannedEvent, notNow: NotNow, city: Point | null, openings: Openings): Instant | null => {
  const changes = [...(event.stood ?? []), ...(notNow.cities ?? [])].map(({ until }) => until).filter((at) => at > event.createdAt)
  let openDay: Day | null = null
  for (const at of [event.createdAt, ...changes.sort()]) {
    const isOpen = kmAt(event, notNow, city, openings, at) !== null
    const wasOpen = openDay !== null && !isPast(openDay, at, openings.zone)
    if (isOpen && !wasOpen && at > notNow.at) return at
    openDay = isOpen ? (stoodAt(event, at) ?? event).day : null
  }
  return null
}

const eventAfter = (notNow: NotNow, city: Point | null, openings: Openings): MetCondition | null => {
  if (city === null) return null
  return earliest(
    openings.events.flatMap((event) => {
      const point = pointOfEvent(event)
      if (point === null || event.archivedAt !== null) return []
      const km = distanceKm(city, point)
      const at = km <= nearKm ? openedAt(event, notNow, city, openings) : null
      return at === null ? [] : [{ type: 'event-near' as const, at, eventId: event.id, day: event.day, km }]
    }),
  )
}

// One that she named while it could not be had is there for her when it is taken back from the archive.
const offeredAt = ({ id, createdAt, shelved }: DatedOffer, saidAt: Instant, wanted: string | null): Instant | null => {
  if (wanted !== null && id !== wanted) return null
  if (createdAt !== null && createdAt > saidAt) return createdAt
  return (wanted !== null && shelved?.find(({ from, to }) => from <= saidAt && to !== null && to > saidAt)?.to) || null
}

const offerAfter = (saidAt: Instant, wanted: string | null, { offers }: Openings): MetCondition | null =>
  earliest(
    offers.flatMap((offer) => {
      const at = offer.archived ? null : offeredAt(offer, saidAt, wanted)
      return at === null ? [] : [{ type: 'offer' as const, at, offerId: offer.id }]
    }),
  )

const startOf = (day: Day, { startOf, zone }: Openings): Instant => startOf?.(day) ?? instantAt(day, '00:00', zone)

/**
 * When what she said would change her mind comes true, and by what: her date, the first event that came within 40 km of her city after
 * she said it (made, moved, set for another day, or she moved), the first new offer or the one that she named, there again. `null` as long as nothing does; words are for a person to judge (claim 6).
 * What was written before a change could be said counts as its date.
 */
export const conditionMet = (notNow: NotNow, city: Point | null, openings: Openings): MetCondition | null => {
  const change = notNow.change ?? { type: 'date' }
  switch (change.type) {
    case 'date':
      return notNow.until === null ? null : { type: 'date', at: startOf(notNow.until, openings), day: notNow.until }
    case 'event-near':
      return eventAfter(notNow, city, openings)
    case 'offer':
      return offerAfter(notNow.at, change.offerId, openings)
    case 'words':
      return null
  }
}

/** What fires after `from` and not after `to`: each condition fires in one span only, whatever the spans that follow each other. */
export const firesBetween = (notNow: NotNow, city: Point | null, openings: Openings, from: Instant, to: Instant): MetCondition | null => {
  const met = conditionMet(notNow, city, openings)
  return met !== null && met.at > from && met.at <= to ? met : null
}

/** What someone said and what was done since. */
export type SaidNotNow = { readonly notNow: NotNow | null; readonly lastTouchAt: Instant | null; readonly lastReachedAt: Instant | null }

/**
 * The condition that came true and that nobody acted on yet: she has not been contacted since, and the event is still to come
 * without her being invited.
 */
export const openCondition = (
  { notNow, lastTouchAt }: SaidNotNow,
  city: Point | null,
  openings: Openings,
  now: Instant,
  isInvited: (eventId: string) => boolean,
): MetCondition | null => {
  const met = notNow && conditionMet(notNow, city, openings)
  if (!met || met.at > now || (lastTouchAt !== null && lastTouchAt >= met.at)) return null
  if (met.type === 'event-near' && (isPast(met.day, now, openings.zone) || isInvited(met.eventId))) return null
  return met
}

/** Whether her last word is a "not now" whose date is still to come: she is left in peace until then, unless a condition opens it. */
export const isPutOff = ({ notNow, lastReachedAt }: SaidNotNow, today: Day): boolean =>
  notNow !== null && notNow.until !== null && notNow.until > today && (lastReachedAt === null || lastReachedAt <= notNow.at)

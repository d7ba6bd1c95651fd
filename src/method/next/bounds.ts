import { addDays, asInstant, dayOf, instantAt, type Day, type Instant } from '../calendar/day.ts'
import type { Contact } from '../contact/contact.ts'
import type { Point } from '../contact/gazetteer.ts'
import { spacingAfter, type Cadence } from '../follow-up/cadence.ts'
import type { Openings } from '../follow-up/not-now.ts'
import { cityPoints, eventsNear, located, type NearEvent } from './coming-events.ts'
import { logit } from './score.ts'
import type { Situation } from './situation.ts'
import { learnedChance, sourceInWords, sources, type Source } from './source.ts'

/** What a whole list shares, worked out once: instants compare as text, so the zone is asked per bound and not per person. */
export type Bounds = {
  readonly situation: Situation
  readonly today: Day
  readonly todayBegan: Instant
  /** When the day so many days ago began. */
  readonly began: (daysAgo: number) => Instant
  /** A sign since then is fresh: it comes before the score (algorithms B4). */
  readonly freshSince: Instant
  readonly logits: Readonly<Record<Source, number>>
  readonly inWords: typeof sourceInWords
  readonly pointOf: (city: string) => Point | null
  readonly near: (city: string) => readonly NearEvent[]
  readonly openings: Openings
}

const remembered = <K extends string, T>(answer: (key: K) => T): ((key: K) => T) => {
  const known = new Map<K, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = answer(key)
    known.set(key, made)
    return made
  }
}

const bySource = (of: (source: Source) => number): Readonly<Record<Source, number>> =>
  Object.fromEntries(sources.map((source) => [source, of(source)])) as Record<Source, number>

/** Works out the bounds of a situation. */
export const boundsOf = (situation: Situation): Bounds => {
  const { now, zone, record } = situation
  const today = dayOf(now, zone)
  const starts: Instant[] = []
  const began = (daysAgo: number): Instant => (starts[daysAgo] ??= instantAt(addDays(today, -daysAgo), '00:00', zone))
  const pointOf = cityPoints(situation.find)
  const events = situation.events.map((event) => located(event, pointOf))
  return {
    situation,
    today,
    todayBegan: began(0),
    began,
    freshSince: asInstant(Date.parse(now) - 86_400_000),
    logits: bySource((source) => logit(learnedChance(source, record[source]))),
    inWords: remembered(sourceInWords),
    pointOf,
    near: eventsNear(events, pointOf, today),
    openings: { events, offers: situation.offers, zone, pointOf, startOf: remembered((day: Day) => instantAt(day, '00:00', zone)) },
  }
}

/** Whether at least `days` calendar days have gone by since `at`. */
export const hasBeen = (at: Instant, days: number, { began }: Bounds): boolean => at < began(days - 1)

/** Days during which someone just contacted is left in peace, unless a step is due. */
export const restDays = 2

/** Whether the spacing of her cadence allows another touch now, one that no step asked for. */
export const isRested = (lastTouchAt: Instant, { unansweredAt }: Pick<Contact, 'unansweredAt'>, cadence: Cadence, bounds: Bounds): boolean =>
  hasBeen(lastTouchAt, Math.max(restDays, spacingAfter(cadence, unansweredAt.length)), bounds)

/** Whether someone with a step to come has been left so long that she comes anyway. */
export const isSilent = (lastTouchAt: Instant, { rest }: Cadence, bounds: Bounds): boolean => hasBeen(lastTouchAt, Math.max(rest, 1), bounds)

import { addDays, dayOf, type Day } from '../calendar/day.ts'
import type { Contact, ContactHistory, Relationship } from '../contact/contact.ts'

/** How follow-ups are spaced with one kind of relationship, in days (algorithms B4). */
export type Cadence = {
  /** Days after the first, second… touch that nobody answered. */
  readonly spacing: readonly number[]
  /** Days of rest once the spacing is used up. */
  readonly rest: number
  /** Days between two contacts that keep the relationship; `null` for none. */
  readonly keepInTouch: number | null
}
/** A cadence for each relationship. */
export type Cadences = Readonly<Record<Relationship, Cadence>>

const spacing = [2, 4, 7, 14, 30, 90] as const
const cadence = (keepInTouch: number | null): Cadence => ({ spacing, rest: 90, keepInTouch })

/**
 * The method's own cadences, each editable: one spacing for all (algorithms B4). Those with whom the relationship is the work hear
 * from her every two months; a past client before the trace of a call has halved, which takes 110 days.
 */
export const defaultCadences: Cadences = {
  potential: cadence(null),
  client: cadence(60),
  'past-client': cadence(110),
  partner: cadence(60),
  other: cadence(null),
}

/** The number of the next touch: « 5e contact » (claim 4). */
export const touchNumber = ({ touches }: Pick<ContactHistory, 'touches'>): number => touches + 1

/** Days to leave after the `unanswered`-th touch that nobody answered; 0 when the last one was answered. */
export const spacingAfter = ({ spacing, rest }: Cadence, unanswered: number): number => {
  if (unanswered <= 0) return 0
  const own = spacing[unanswered - 1] ?? rest
  return isUsedUp({ spacing }, unanswered) ? Math.max(own, rest) : own
}

/** Whether the spacing is used up: six touches without an answer, and she is left to rest (algorithms B4). */
export const isUsedUp = ({ spacing }: Pick<Cadence, 'spacing'>, unanswered: number): boolean => unanswered >= spacing.length

type Clock = Pick<ContactHistory, 'lastTouchAt' | 'unansweredAt'>

/** The first day on which the spacing allows another touch; `null` for someone never contacted. Any contact moves it (claim 4). */
export const nextDue = (cadence: Cadence, { lastTouchAt, unansweredAt }: Clock, zone: string): Day | null =>
  lastTouchAt === null ? null : addDays(dayOf(lastTouchAt, zone), spacingAfter(cadence, unansweredAt.length))

/** Whether she rests on `today`: the spacing is used up and the rest is not over. */
export const isResting = (cadence: Cadence, clock: Clock, today: Day, zone: string): boolean => {
  const due = nextDue(cadence, clock, zone)
  return due !== null && due > today && isUsedUp(cadence, clock.unansweredAt.length)
}

/** The interval that keeps the relationship, in days: her own, else that of her relationship; `null` for none. */
export const keepInTouchOf = ({ keepInTouch, relationship }: Pick<Contact, 'keepInTouch' | 'relationship'>, cadences: Cadences): number | null =>
  keepInTouch ?? cadences[relationship].keepInTouch

/** At most this many people to get back in touch with in a day (algorithms B4). */
export const renewalsPerDay = 3
/** Days of silence under which nobody is to be renewed, however thin the relationship. */
export const shortestSilence = 30

/**
 * Whether a relationship is to be renewed: its interval has gone by, or its strength fell under one (algorithms B4). `isSilentFor`
 * answers whether so many days have gone by since the last contact; `strength` is `null` where what was lived is not at hand.
 */
export const isFading = (isSilentFor: (days: number) => boolean, keepInTouch: number | null, strength: number | null): boolean =>
  keepInTouch !== null && (isSilentFor(keepInTouch) || (strength !== null && strength < 1 && isSilentFor(shortestSilence)))

import { daysBetween, type Instant } from '../calendar/day.ts'
import { isOpen, isPresent, type Contact, type NextStep } from '../contact/contact.ts'
import { isFading, keepInTouchOf } from '../follow-up/cadence.ts'
import { isPutOff, openCondition, type MetCondition } from '../follow-up/not-now.ts'
import { hasBeen, isRested, isSilent, type Bounds } from './bounds.ts'
import type { NearEvent } from './coming-events.ts'
import type { Facts } from './score.ts'
import { signalDays, type Signal } from './signal.ts'
import { sourceOf } from './source.ts'

/** The order of the groups: an enquiry with its clock, those chosen the evening before, promises, other fresh signs, then the score (algorithms B4). */
export const groups = ['enquiry', 'chosen', 'promise', 'signal', 'score'] as const
/** One of the groups. */
export type Group = (typeof groups)[number]

/** What brings someone into the list, when it is neither a promise nor a sign of hers. */
export type Claim = 'chosen' | 'step' | 'never-contacted' | 'signal' | 'condition' | 'event' | 'renew' | 'quiet'

/** Someone who may come next: her group, what brings her, and the facts of her score. */
export type Standing = {
  readonly group: Group
  readonly claim: Claim
  readonly facts: Facts
  readonly signal: Signal | null
  readonly event: NearEvent | null
  readonly condition: MetCondition | null
}

/** Promises late by more come by their score. */
const promiseDays = 14

const isDueOn = (step: NextStep, { today }: Bounds): boolean => step.due <= today
const isPromise = (step: NextStep): boolean => step.promised || step.origin === 'meeting'
// A later day that she who sells chose, or gave her word for.
const isHeld = (step: NextStep): boolean => isPromise(step) || step.origin === 'snoozed' || step.origin === 'chosen'

const signalOf = ({ id, lastTouchAt }: Contact, { situation }: Bounds): Signal | null => {
  const signal = situation.signals.size === 0 ? undefined : situation.signals.get(id)
  return signal && !(lastTouchAt !== null && lastTouchAt > signal.at) ? signal : null
}

const ageOf = (at: Instant, now: Instant): number => Math.max(0, (Date.parse(now) - Date.parse(at)) / 86_400_000)

// The score only asks whether three and seven days have gone by; telling the day of twenty thousand instants would take longer than the rest.
const daysSinceOf = (lastTouchAt: Instant, bounds: Bounds): number => (hasBeen(lastTouchAt, 7, bounds) ? 7 : hasBeen(lastTouchAt, 3, bounds) ? 3 : 0)

const eventOf = ({ id, city }: Contact, { near, situation }: Bounds): NearEvent | null => near(city).find((event) => !situation.isInvited(event.id, id)) ?? null

const conditionOf = (contact: Contact, { openings, pointOf, situation }: Bounds): MetCondition | null =>
  contact.notNow === null ? null : openCondition(contact, pointOf(contact.city), openings, situation.now, (eventId) => situation.isInvited(eventId, contact.id))

const isFadingNow = (contact: Contact, lastTouchAt: Instant, bounds: Bounds): boolean =>
  isFading((days) => hasBeen(lastTouchAt, days, bounds), keepInTouchOf(contact, bounds.situation.cadences), bounds.situation.strengths.get(contact.id) ?? null)

// Why someone whose step is not due may come all the same.
const claimBeforeDue = (contact: Contact, lastTouchAt: Instant, event: NearEvent | null, bounds: Bounds): Claim | null => {
  if (isPutOff(contact, bounds.today)) return null
  const cadence = bounds.situation.cadences[contact.relationship]
  if (!isRested(lastTouchAt, contact, cadence, bounds)) return null
  if (event !== null) return 'event'
  const isKept = keepInTouchOf(contact, bounds.situation.cadences) !== null
  if (isKept) return isFadingNow(contact, lastTouchAt, bounds) ? 'renew' : null
  return isSilent(lastTouchAt, cadence, bounds) ? 'quiet' : null
}

type Found = Pick<Standing, 'group' | 'claim'>

const placeOf = (contact: Contact, signal: Signal | null, event: NearEvent | null, condition: MetCondition | null, bounds: Bounds): Found | null => {
  const { lastTouchAt, nextStep: step } = contact
  if (signal?.way === 'enquiry' && ageOf(signal.at, bounds.situation.now) <= signalDays) return { group: 'enquiry', claim: 'step' }
  if (!isOpen(contact) || step === null) return null
  const isDue = isDueOn(step, bounds)
  const isTouchedToday = lastTouchAt !== null && lastTouchAt >= bounds.todayBegan && signal === null
  if (isTouchedToday && !(isDue && step.origin === 'meeting')) return null
  if (bounds.situation.firsts?.ids.includes(contact.id)) return { group: 'chosen', claim: 'chosen' }
  // Put off by hand, and not by the outcome of an activity: nothing that came before can be told from what came after.
  if (!isDue && isHeld(step) && step.setBy === null) return null
  if (isDue && isPromise(step) && daysBetween(step.due, bounds.today) <= promiseDays) return { group: 'promise', claim: 'step' }
  if (signal && signal.at >= bounds.freshSince) return { group: 'signal', claim: 'step' }
  if (isDue) return { group: 'score', claim: lastTouchAt === null && step.origin === 'first' ? 'never-contacted' : 'step' }
  // What nobody answered within the day still waits, and weighs less each day.
  if (signal) return { group: 'score', claim: 'signal' }
  if (condition) return { group: 'score', claim: 'condition' }
  if (isHeld(step)) return null
  if (lastTouchAt === null) return step.origin === 'first' ? { group: 'score', claim: 'never-contacted' } : null
  const claim = claimBeforeDue(contact, lastTouchAt, event, bounds)
  return claim && { group: 'score', claim }
}

/** Where someone stands among those who may come next; `null` for whoever must be left in peace (the hard filters of algorithms B4). */
export const standingOf = (contact: Contact, bounds: Bounds): Standing | null => {
  const { situation } = bounds
  if (!isPresent(contact) || (situation.inPeace.size > 0 && situation.inPeace.has(contact.id))) return null
  const signal = signalOf(contact, bounds)
  const event = eventOf(contact, bounds)
  const condition = conditionOf(contact, bounds)
  const found = placeOf(contact, signal, event, condition, bounds)
  if (!found) return null
  const { nextStep: step, lastTouchAt } = contact
  const isDue = step !== null && isDueOn(step, bounds)
  return {
    group: found.group,
    claim: found.claim,
    signal,
    event,
    condition,
    facts: {
      source: sourceOf(contact, situation.enquirers, bounds.inWords),
      touches: contact.unansweredAt.length,
      daysSince: lastTouchAt === null ? null : daysSinceOf(lastTouchAt, bounds),
      hotAgeDays: signal ? ageOf(signal.at, situation.now) : null,
      promiseDaysLate: isDue && isPromise(step) ? daysBetween(step.due, bounds.today) : null,
      event,
      isDue: isDue && !isPromise(step),
      isConditionMet: condition !== null,
    },
  }
}

import { nearKm } from '../follow-up/not-now.ts'
import type { Source } from './source.ts'

/** What the score looks at. Days are calendar days; ages of signals are days with their fraction. */
export type Facts = {
  readonly source: Source
  /** Outgoing touches since the last answer. */
  readonly touches: number
  /** `null` for someone never contacted. */
  readonly daysSince: number | null
  readonly hotAgeDays: number | null
  readonly promiseDaysLate: number | null
  /** The nearest event to which she is not invited yet. */
  readonly event: { readonly km: number; readonly inDays: number } | null
  /** Her next step is due, without a promise. */
  readonly isDue: boolean
  /** What would change her "not now" has come true. */
  readonly isConditionMet: boolean
}

/** A term of the score, in log-odds. */
export type Part = { readonly name: 'source' | 'touch' | 'hot' | 'promise' | 'spacing' | 'event' | 'due' | 'condition'; readonly z: number }

/** Log-odds of a probability strictly between 0 and 1. */
export const logit = (p: number): number => Math.log(p / (1 - p))
/** The probability of log-odds. */
export const probability = (z: number): number => 1 / (1 + Math.exp(-z))

const byTouch = [0, 0.25, 0.25, 0.15, 0, -0.25, -0.5, -0.8, -1, -1.2] as const
/** Days ahead within which an event counts (algorithms B4). */
export const eventDays = 30

/** What the nth touch since the last answer adds: the second and third are worth more than the first, the seventh far less. */
export const touchTerm = (touches: number): number => byTouch[Math.min(touches, byTouch.length - 1)] ?? 0
/** A sign that someone gave halves every two days. */
export const hotTerm = (ageDays: number): number => 1.5 * 2 ** (-ageDays / 2)
/** A promise weighs less each day that it is late, and never nothing. */
export const promiseTerm = (daysLate: number): number => Math.max(0.3, 0.8 - 0.1 * daysLate)
/** Too soon after the last contact. */
export const spacingTerm = (daysSince: number): number => (daysSince < 3 ? -1.5 : daysSince < 7 ? -0.4 : 0)
const isComing = (event: Facts['event']): boolean => event !== null && event.km <= nearKm && event.inDays >= 0 && event.inDays <= eventDays
/** What an event near her, or a "not now" that came true, adds. */
export const occasionTerm = 0.5
/** What a step that is due adds: less than the latest of promises, so that a word given always weighs more. */
export const dueTerm = 0.2

/**
 * The terms of the score, those that her facts call for (algorithms B4). The last two are the follow-ups' own and leave the others as
 * they are: a step that is due, and a "not now" that came true (claims 4 and 6). `logits` are the sources' log-odds.
 */
export const partsOf = (facts: Facts, logits: Readonly<Record<Source, number>>): readonly Part[] => {
  const parts: Part[] = [
    { name: 'source', z: logits[facts.source] },
    { name: 'touch', z: touchTerm(facts.touches) },
  ]
  if (facts.hotAgeDays !== null) parts.push({ name: 'hot', z: hotTerm(facts.hotAgeDays) })
  if (facts.promiseDaysLate !== null) parts.push({ name: 'promise', z: promiseTerm(facts.promiseDaysLate) })
  if (facts.daysSince !== null) parts.push({ name: 'spacing', z: spacingTerm(facts.daysSince) })
  if (isComing(facts.event)) parts.push({ name: 'event', z: occasionTerm })
  if (facts.isDue) parts.push({ name: 'due', z: dueTerm })
  if (facts.isConditionMet) parts.push({ name: 'condition', z: occasionTerm })
  return parts
}

/** The score in log-odds: the sum of the parts, without the list of them. */
export const scoreOf = (facts: Facts, logits: Readonly<Record<Source, number>>): number => {
  let z = logits[facts.source] + touchTerm(facts.touches)
  if (facts.hotAgeDays !== null) z += hotTerm(facts.hotAgeDays)
  if (facts.promiseDaysLate !== null) z += promiseTerm(facts.promiseDaysLate)
  if (facts.daysSince !== null) z += spacingTerm(facts.daysSince)
  if (isComing(facts.event)) z += occasionTerm
  if (facts.isDue) z += dueTerm
  if (facts.isConditionMet) z += occasionTerm
  return z
}

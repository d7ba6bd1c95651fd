import { isConversation, type Activity } from '../activity/activity.ts'
import { daysBetween, type Day } from '../calendar/day.ts'
import type { Sale } from '../sale/sale.ts'

/** What keeps a relationship alive, and how much each weighs on its day (algorithms B4). */
export const traceWeights = { meeting: 3, purchase: 3, call: 2, reply: 2, email: 1, social: 0.3 } as const
/** One of the traces. */
export type TraceKind = keyof typeof traceWeights
/** Something that happened with someone, and how many days ago. */
export type Trace = { readonly kind: TraceKind; readonly age: number }

/** Days in which a trace loses half of its weight: nine ties in ten are gone after a year (algorithms B4). */
const halfLife = 110

/** How strong a relationship is: the sum of its traces, each halved every 110 days; 0 for none (algorithms B4). */
export const strength = (traces: Iterable<Trace>): number => {
  let sum = 0
  for (const { kind, age } of traces) sum += traceWeights[kind] * 2 ** (-Math.max(0, age) / halfLife)
  return sum
}

const faceToFace: ReadonlySet<string> = new Set(['in-person', 'video', 'networking'])
const written: ReadonlySet<string> = new Set(['email', 'text'])

/** The trace that an activity leaves; `null` for a call that rang in vain. */
export const traceOf = (activity: Pick<Activity, 'kind' | 'outcome'>): TraceKind | null => {
  const { kind, outcome } = activity
  if (outcome === 'no-answer') return null
  if (kind === 'post') return 'social'
  if (faceToFace.has(kind) && (isConversation(activity) || outcome === 'done')) return 'meeting'
  if (!isConversation(activity)) return 'email'
  return written.has(kind) ? 'reply' : 'call'
}

type Lived = Pick<Activity, 'kind' | 'outcome' | 'day' | 'voidedAt'>
type Bought = Pick<Sale, 'day' | 'voidedAt' | 'refunds'>

/** How strong a relationship is on `today`, told by its activities and sales. */
export const strengthOf = (activities: Iterable<Lived>, sales: Iterable<Bought>, today: Day): number => {
  const traces: Trace[] = []
  for (const activity of activities) {
    const kind = activity.voidedAt === null ? traceOf(activity) : null
    if (kind !== null) traces.push({ kind, age: daysBetween(activity.day, today) })
  }
  for (const { day, voidedAt, refunds } of sales) if (voidedAt === null && refunds === null) traces.push({ kind: 'purchase', age: daysBetween(day, today) })
  return strength(traces)
}

import type { Activity, ActivityId } from '../activity/activity.ts'
import type { ContactId } from '../contact/contact.ts'
import type { Canonical } from '../day/progress.ts'
import type { Sale } from '../sale/sale.ts'
import { sortTold, toldOf, type Told } from './people-told.ts'

/** The way to a sale, or so far: touches with one person, oldest first, and the purchase that ended it (algorithms B5, B6). */
export type Journey = {
  /** `null` for a sale with nobody named. */
  readonly contactId: ContactId | null
  /** 1 is the way to the person's first sale; each sale begins another. */
  readonly place: number
  readonly touches: readonly Told[]
  /** What was bought at its end: several sales of one day with no touch between them are one purchase. Empty while nothing is. */
  readonly sales: readonly Sale[]
}

/** Whether a sale takes money back; it never is the end of a journey, and leaves counts and values alone (algorithms B1). */
export const isRefund = ({ amount, refunds }: Pick<Sale, 'amount' | 'refunds'>): boolean => refunds !== null || amount < 0

const inOrder = (a: Sale, b: Sale): number => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.id < b.id ? -1 : 1)

/**
 * The journeys of one person, from her activities and sales in any order. A touch belongs to the first sale made at its
 * instant or later; the sale's own activity belongs to it whatever the clocks say. What comes after the last sale is a
 * journey without one.
 */
export const journeysOf = (contactId: ContactId | null, told: Told[], sales: readonly Sale[]): readonly Journey[] => {
  const touches = sortTold(told).filter(({ isTouch }) => isTouch)
  const journeys: Journey[] = []
  let begun = 0
  for (const sale of [...sales].sort(inOrder)) {
    let next = begun
    while (next < touches.length && ((touches[next] as Told).at <= sale.occurredAt || (touches[next] as Told).id === sale.activityId)) next += 1
    const before = journeys.at(-1)
    if (before && next === begun && before.sales[0]?.day === sale.day) {
      journeys[journeys.length - 1] = { ...before, sales: [...before.sales, sale] }
      continue
    }
    journeys.push({ contactId, place: journeys.length + 1, touches: touches.slice(begun, next), sales: [sale] })
    begun = next
  }
  if (begun < touches.length) journeys.push({ contactId, place: journeys.length + 1, touches: touches.slice(begun), sales: [] })
  return journeys
}

/** The activities of each person and the sales, refunds left out; `acts` holds the activities of sales with nobody named. */
export type JourneyFacts = {
  readonly people: ReadonlyMap<ContactId, Told[]>
  readonly sales: readonly Sale[]
  readonly acts: ReadonlyMap<ActivityId, Activity>
  readonly canonical: Canonical
}

/** Everyone's journeys. A sale with nobody named belongs to the one person of its activity, else to that activity alone, else to nothing. */
export const allJourneys = ({ people, sales, acts, canonical }: JourneyFacts): readonly Journey[] => {
  const bought = new Map<ContactId, Sale[]>()
  const journeys: Journey[] = []
  for (const sale of sales) {
    const act = sale.activityId === null ? undefined : acts.get(sale.activityId)
    const [only, ...others] = act ? [...new Set(act.contactIds.map(canonical))] : []
    const person = sale.contactId !== null ? canonical(sale.contactId) : others.length === 0 ? only : undefined
    if (person === undefined) journeys.push(...journeysOf(null, act ? [toldOf(act, null)] : [], [sale]))
    else bought.set(person, [...(bought.get(person) ?? []), sale])
  }
  for (const [person, told] of people) journeys.push(...journeysOf(person, told, bought.get(person) ?? []))
  for (const [person, own] of bought) if (!people.has(person)) journeys.push(...journeysOf(person, [], own))
  return journeys
}

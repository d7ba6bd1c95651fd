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

/** A sale, and every touch with its person before it, oldest first, those that led to earlier sales too (algorithms B6). */
export type SaleTouches = { readonly sale: Sale; readonly touches: readonly Told[] }

/** Whether a sale takes money back; it never is the end of a journey, and leaves counts and values alone (algorithms B1). */
export const isRefund = ({ amount, refunds }: Pick<Sale, 'amount' | 'refunds'>): boolean => refunds !== null || amount < 0

/** Sales as they came: by their instant, then by their place in their file, then by id. */
export const inOrder = (a: Sale, b: Sale): number =>
  a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.id < b.id ? -1 : 1)

/**
 * Whether a touch came before a sale: at its instant or earlier; on one day of which either clock is not known, touches come first.
 * The sale's own activity does, whatever the clocks say.
 */
export const cameBefore = (touch: Pick<Told, 'id' | 'at' | 'day' | 'isDayOnly'>, sale: Sale): boolean =>
  touch.id === sale.activityId || (touch.isDayOnly || sale.isDayOnly ? touch.day <= sale.day : touch.at <= sale.occurredAt)

const touchesOf = (told: Told[]): readonly Told[] => sortTold(told).filter(({ isTouch }) => isTouch)

/**
 * The journeys of one person, from her activities and sales in any order. A touch belongs to the first sale that it came before.
 * What comes after the last sale is a journey without one.
 */
export const journeysOf = (contactId: ContactId | null, told: Told[], sales: readonly Sale[]): readonly Journey[] => {
  const touches = touchesOf(told)
  const journeys: Journey[] = []
  let begun = 0
  // Of the touches looked at, those of the day of a sale that came after it.
  let kept: readonly Told[] = []
  for (const sale of [...sales].sort(inOrder)) {
    let next = begun
    while (next < touches.length && ((touches[next] as Told).day <= sale.day || cameBefore(touches[next] as Told, sale))) next += 1
    const looked = [...kept, ...touches.slice(begun, next)]
    const own = looked.filter((touch) => cameBefore(touch, sale))
    kept = looked.filter((touch) => !cameBefore(touch, sale))
    begun = next
    const before = journeys.at(-1)
    if (before && own.length === 0 && before.sales[0]?.day === sale.day) journeys[journeys.length - 1] = { ...before, sales: [...before.sales, sale] }
    else journeys.push({ contactId, place: journeys.length + 1, touches: own, sales: [sale] })
  }
  const rest = [...kept, ...touches.slice(begun)]
  if (rest.length > 0) journeys.push({ contactId, place: journeys.length + 1, touches: rest, sales: [] })
  return journeys
}

/** The activities of each person and the sales, refunds left out; `acts` holds the activities of sales with nobody named. */
export type JourneyFacts = {
  readonly people: ReadonlyMap<ContactId, Told[]>
  readonly sales: readonly Sale[]
  readonly acts: ReadonlyMap<ActivityId, Activity>
  readonly canonical: Canonical
}

type Bought = { readonly contactId: ContactId | null; readonly told: Told[]; readonly sales: readonly Sale[] }

/** The activities and the sales of each person. A sale with nobody named belongs to the one person of its activity, else to that activity alone, else to nothing. */
const byPerson = function* ({ people, sales, acts, canonical }: JourneyFacts): Generator<Bought> {
  const bought = new Map<ContactId, Sale[]>()
  for (const sale of sales) {
    const act = sale.activityId === null ? undefined : acts.get(sale.activityId)
    const [only, ...others] = act ? [...new Set(act.contactIds.map(canonical))] : []
    const person = sale.contactId !== null ? canonical(sale.contactId) : others.length === 0 ? only : undefined
    const own = person === undefined ? undefined : bought.get(person)
    if (person === undefined) yield { contactId: null, told: act ? [toldOf(act, null)] : [], sales: [sale] }
    else if (own) own.push(sale)
    else bought.set(person, [sale])
  }
  for (const [contactId, told] of people) yield { contactId, told, sales: bought.get(contactId) ?? [] }
  for (const [contactId, sales] of bought) if (!people.has(contactId)) yield { contactId, told: [], sales }
}

/** Everyone's journeys. */
export const allJourneys = (facts: JourneyFacts): readonly Journey[] =>
  [...byPerson(facts)].flatMap(({ contactId, told, sales }) => journeysOf(contactId, told, sales))

/** Every sale with the touches before it, whichever sales came between. */
export const touchesBeforeSales = (facts: JourneyFacts): readonly SaleTouches[] =>
  [...byPerson(facts)].flatMap(({ told, sales }) => {
    const touches = sales.length === 0 ? [] : touchesOf(told)
    return sales.map((sale) => ({ sale, touches: touches.filter((touch) => cameBefore(touch, sale)) }))
  })

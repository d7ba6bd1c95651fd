import { counts, type Activity } from '../activity/activity.ts'
import type { KindId } from '../activity/kind.ts'
import type { Instant } from '../calendar/day.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import { cameBefore, inOrder } from '../evidence/journeys.ts'
import type { Sale } from '../sale/sale.ts'
import type { Timed } from './capacity.ts'
import type { PastTouches } from './sale-rate.ts'
import { touchKinds, type TouchKind } from './touch-kind.ts'

/** What is read of the person whom a touch reached. */
export type TouchedContact = Pick<Contact, 'id' | 'relationship' | 'source' | 'firstReachedAt'>

/** What the log is read with: who someone is, following merges, the sales of each person, and the currency that the person counts in. */
export type TouchFacts = {
  readonly contact: (id: ContactId) => TouchedContact | undefined
  readonly sales: Iterable<Sale>
  readonly currency: string
}

/**
 * What the log says of each kind of touch; `sold` counts all sales, `sales` holds the amounts of those in her own currency, in cents:
 * amounts of two currencies are never one money. `timed` holds the minutes that were noted: of each
 * kind of activity, and of the calls to each kind of person.
 */
export type OwnPast = {
  readonly touches: Readonly<Record<TouchKind, PastTouches>>
  readonly sales: readonly number[]
  readonly sold: number
  readonly n: number
  readonly timed: { readonly byKind: Readonly<Record<KindId, Timed>>; readonly callsTo: Readonly<Record<TouchKind, Timed>> }
}

const referred = /recommand|r[ée]f[ée]r|referr/i
const asked = /demande|formulaire|enquir|inquir|site web|website/i

/** To whom a touch went at the moment it was made: someone who had bought, whom one had met, who had asked or was recommended, or nobody known yet. */
export const touchKindAt = (contact: TouchedContact, kind: string, at: Instant, hasBought: boolean | null): TouchKind => {
  if (kind === 'meeting' || kind === 'in-person') return 'meeting'
  if (hasBought === true || (hasBought === null && (contact.relationship === 'client' || contact.relationship === 'past-client'))) return 'client'
  if (referred.test(contact.source)) return 'referral'
  if (asked.test(contact.source)) return 'inquiry'
  return contact.firstReachedAt !== null && contact.firstReachedAt < at ? 'met' : 'unknown'
}

type Touch = Pick<Activity, 'id' | 'day'> & { readonly at: Instant; readonly isDayOnly: boolean; readonly kind: TouchKind }
/** Takes the activities one by one, in any order; those that no longer count are left out. */
export type PastTelling = { readonly add: (activity: Activity) => void; readonly end: () => OwnPast }

const forEachTouch = <T>(made: () => T): Record<TouchKind, T> => Object.fromEntries(touchKinds.map((kind) => [kind, made()])) as Record<TouchKind, T>
const timedOnce = (timed: Timed | undefined, minutes: number): Timed => ({ n: (timed?.n ?? 0) + 1, minutes: (timed?.minutes ?? 0) + minutes })

/** The touches that closed a sale: of each sale, the last one before it and after the sale before. Sales oldest first. */
const closedBy = function* (touches: readonly Touch[], sales: readonly Sale[]): Generator<Touch> {
  let rest = touches
  for (const sale of sales) {
    const later: Touch[] = []
    let last: Touch | null = null
    for (const touch of rest) {
      if (!cameBefore(touch, sale)) later.push(touch)
      else if (last === null || touch.at > last.at) last = touch
    }
    rest = later
    if (last !== null) yield last
  }
}

/**
 * Touches and sales by kind (claim 1, algorithms B1): each outgoing touch with someone counts once per person, and closes at most one
 * sale: the first that it was the last touch before (the journeys of B5). A sale with no touch since the one before it belongs to no kind.
 */
export const tellPast = ({ contact, sales, currency }: TouchFacts): PastTelling => {
  const kept = [...sales].filter(({ voidedAt, amount }) => voidedAt === null && amount > 0)
  const bought = new Map<ContactId, Sale[]>()
  for (const sale of kept.toSorted(inOrder)) {
    const known = sale.contactId === null ? undefined : contact(sale.contactId)
    const own = known && bought.get(known.id)
    if (own) own.push(sale)
    else if (known) bought.set(known.id, [sale])
  }
  const touches = forEachTouch(() => ({ touches: 0, sales: 0 }))
  const ofPerson = new Map<ContactId, Touch[]>()
  const byKind: Record<KindId, Timed> = {}
  const callsTo = forEachTouch((): Timed => ({ n: 0, minutes: 0 }))
  let n = 0
  const add = (activity: Activity): void => {
    if (!counts(activity)) return
    const { id, kind: gesture, minutes, day, occurredAt: at } = activity
    if (minutes !== null) byKind[gesture] = timedOnce(byKind[gesture], minutes)
    if (activity.direction !== 'out') return
    const isDayOnly = activity.isDayOnly === true
    const people = [...new Set(activity.contactIds.flatMap((named) => contact(named) ?? []))]
    for (const known of people) {
      const sale = bought.get(known.id)?.[0]
      const kind = touchKindAt(known, gesture, at, sale ? !cameBefore({ id, at, day, isDayOnly }, sale) : null)
      touches[kind].touches += 1
      n += 1
      if (minutes !== null && gesture === 'phone' && people.length === 1) callsTo[kind] = timedOnce(callsTo[kind], minutes)
      const own = ofPerson.get(known.id)
      const touch: Touch = { id, at, day, isDayOnly, kind }
      if (own) own.push(touch)
      else ofPerson.set(known.id, [touch])
    }
  }
  const end = (): OwnPast => {
    for (const [person, own] of bought) for (const { kind } of closedBy(ofPerson.get(person) ?? [], own)) touches[kind].sales += 1
    const amounts = kept.filter((sale) => sale.currency === currency).map(({ amount }) => amount)
    return { touches, sales: amounts, sold: kept.length, n, timed: { byKind, callsTo } }
  }
  return { add, end }
}

/** The same of activities already at hand. */
export const pastTouches = ({ activities, ...facts }: TouchFacts & { readonly activities: Iterable<Activity> }): OwnPast => {
  const telling = tellPast(facts)
  for (const activity of activities) telling.add(activity)
  return telling.end()
}

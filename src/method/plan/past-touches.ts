import { counts, type Activity } from '../activity/activity.ts'
import type { KindId } from '../activity/kind.ts'
import type { Instant } from '../calendar/day.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import { cameBefore } from '../evidence/journeys.ts'
import type { Sale } from '../sale/sale.ts'
import type { Timed } from './capacity.ts'
import type { PastTouches } from './sale-rate.ts'
import { touchKinds, type TouchKind } from './touch-kind.ts'

/** What is read of the person whom a touch reached. */
export type TouchedContact = Pick<Contact, 'id' | 'relationship' | 'source' | 'firstReachedAt'>

/** What the log is read with: who someone is, following merges, and the sales of each person. */
export type TouchFacts = {
  readonly contact: (id: ContactId) => TouchedContact | undefined
  readonly sales: Iterable<Sale>
}

/**
 * What the log says of each kind of touch, and the sales themselves, in cents. `timed` holds the minutes that were noted: of each
 * kind of activity, and of the calls to each kind of person.
 */
export type OwnPast = {
  readonly touches: Readonly<Record<TouchKind, PastTouches>>
  readonly sales: readonly number[]
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

/**
 * Touches and sales by kind (claim 1, algorithms B1): each outgoing touch with someone counts once per person; each sale goes to the
 * kind of the last touch before it. A sale without a touch before it in the log belongs to no kind.
 */
export const tellPast = ({ contact, sales }: TouchFacts): PastTelling => {
  const kept = [...sales].filter(({ voidedAt, amount }) => voidedAt === null && amount > 0)
  const first = new Map<ContactId, Sale>()
  for (const sale of kept) {
    const known = sale.contactId === null ? undefined : contact(sale.contactId)
    const before = known && first.get(known.id)
    if (known && (before === undefined || sale.occurredAt < before.occurredAt)) first.set(known.id, sale)
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
      const sale = first.get(known.id)
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
    for (const sale of kept) {
      const known = sale.contactId === null ? undefined : contact(sale.contactId)
      const before = known && ofPerson.get(known.id)?.filter((touch) => cameBefore(touch, sale))
      const last = before?.reduce<Touch | null>((latest, one) => (latest === null || one.at > latest.at ? one : latest), null)
      // More sales than touches of a kind cannot be told as a rate: the surplus stays out.
      if (last && touches[last.kind].sales < touches[last.kind].touches) touches[last.kind].sales += 1
    }
    return { touches, sales: kept.map(({ amount }) => amount), n, timed: { byKind, callsTo } }
  }
  return { add, end }
}

/** The same of activities already at hand. */
export const pastTouches = ({ activities, ...facts }: TouchFacts & { readonly activities: Iterable<Activity> }): OwnPast => {
  const telling = tellPast(facts)
  for (const activity of activities) telling.add(activity)
  return telling.end()
}

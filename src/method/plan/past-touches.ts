import { counts, type Activity } from '../activity/activity.ts'
import type { Instant } from '../calendar/day.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import type { Sale } from '../sale/sale.ts'
import type { PastTouches } from './sale-rate.ts'
import { touchKinds, type TouchKind } from './touch-kind.ts'

/** What the log is read with: who someone is, following merges, and the sales of each person. */
export type TouchFacts = {
  readonly contact: (id: ContactId) => Contact | undefined
  readonly activities: readonly Activity[]
  readonly sales: readonly Sale[]
}

/** What the log says of each kind of touch, and the sales themselves, in cents. */
export type OwnPast = { readonly touches: Readonly<Record<TouchKind, PastTouches>>; readonly sales: readonly number[]; readonly n: number }

const referred = /recommand|r[ée]f[ée]r|referr/i
const asked = /demande|formulaire|enquir|inquir|site web|website/i

/** To whom a touch went at the moment it was made: someone who had bought, whom one had met, who had asked or was recommended, or nobody known yet. */
export const touchKindAt = (contact: Contact, kind: string, at: Instant, firstSaleAt: Instant | null): TouchKind => {
  if (kind === 'meeting' || kind === 'in-person') return 'meeting'
  if ((firstSaleAt !== null && firstSaleAt < at) || (firstSaleAt === null && (contact.relationship === 'client' || contact.relationship === 'past-client')))
    return 'client'
  if (referred.test(contact.source)) return 'referral'
  if (asked.test(contact.source)) return 'inquiry'
  return contact.firstReachedAt !== null && contact.firstReachedAt < at ? 'met' : 'unknown'
}

/**
 * Touches and sales by kind, from the facts at hand (claim 1, algorithms B1): each outgoing touch with someone counts once per person;
 * each sale goes to the kind of the last touch before it. A sale without a touch before it in the log belongs to no kind.
 */
export const pastTouches = ({ contact, activities, sales }: TouchFacts): OwnPast => {
  const kept = sales.filter(({ voidedAt, amount }) => voidedAt === null && amount > 0)
  const firstSale = new Map<ContactId, Instant>()
  for (const { contactId, occurredAt } of kept) {
    const known = contactId === null ? undefined : contact(contactId)
    const first = known && firstSale.get(known.id)
    if (known && (first === undefined || occurredAt < first)) firstSale.set(known.id, occurredAt)
  }
  const touches = Object.fromEntries(touchKinds.map((kind) => [kind, { touches: 0, sales: 0 }])) as Record<TouchKind, { touches: number; sales: number }>
  const ofPerson = new Map<ContactId, { readonly at: Instant; readonly kind: TouchKind }[]>()
  let n = 0
  for (const activity of activities) {
    if (!counts(activity) || activity.direction !== 'out') continue
    for (const known of new Set(activity.contactIds.flatMap((id) => contact(id) ?? []))) {
      const kind = touchKindAt(known, activity.kind, activity.occurredAt, firstSale.get(known.id) ?? null)
      touches[kind].touches += 1
      n += 1
      const own = ofPerson.get(known.id)
      if (own) own.push({ at: activity.occurredAt, kind })
      else ofPerson.set(known.id, [{ at: activity.occurredAt, kind }])
    }
  }
  for (const { contactId, occurredAt } of kept) {
    const known = contactId === null ? undefined : contact(contactId)
    const before = known && ofPerson.get(known.id)?.filter(({ at }) => at <= occurredAt)
    const last = before?.reduce<(typeof before)[number] | null>((latest, one) => (latest === null || one.at > latest.at ? one : latest), null)
    // More sales than touches of a kind cannot be told as a rate: the surplus stays out.
    if (last && touches[last.kind].sales < touches[last.kind].touches) touches[last.kind].sales += 1
  }
  return { touches, sales: kept.map(({ amount }) => amount), n }
}

import type { Day, Instant } from '../calendar/day.ts'
import type { ActivityId, MemberId, ToldByFile } from '../activity/activity.ts'
import type { ContactId } from '../contact/contact.ts'

/** An amount of money in integer cents. */
export type Cents = number & { readonly __cents: true }

/** `amount` as cents; throws when it is not a safe integer, which no door lets through. */
export const asCents = (amount: number): Cents => {
  if (!Number.isSafeInteger(amount)) throw new Error('not a whole number of cents')
  return amount as Cents
}

/** Something the person sells. */
export type Offer = {
  readonly id: string
  readonly name: string
  readonly price: Cents | null
  readonly archived: boolean
  /** What to say of it in a call, in the person's own words (claim 5). */
  readonly points: string
  /** `null` for an offer older than this field. */
  readonly createdAt: Instant | null
  /** The times during which it was in the archive, oldest first: kept by Entrain alone; absent in what was written before. */
  readonly shelved?: readonly Shelved[] | null | undefined
}

/** A time during which an offer could not be had; `to` is `null` while it lasts. */
export type Shelved = { readonly from: Instant; readonly to: Instant | null }

/** How many stays in the archive are remembered. */
export const rememberedStays = 20

/** The stays of an offer in the archive, once it is written as `archived` at an instant. */
export const shelvedBy = (known: Offer | undefined, archived: boolean, at: Instant): readonly Shelved[] => {
  const shelved = known?.shelved ?? []
  if (!known || known.archived === archived) return shelved
  if (archived) return [...shelved, { from: at, to: null }].slice(-rememberedStays)
  // Put away before this was kept: for as long as anyone can tell.
  const last = shelved.at(-1)
  return last?.to === null ? [...shelved.slice(0, -1), { ...last, to: at }] : [...shelved, { from: known.createdAt ?? at, to: at }]
}

/** A sale: a by-product of the activity, never a target (claim 3). A refund is a sale of a negative amount that names the one it takes back. */
export type Sale = {
  readonly id: string
  readonly memberId: MemberId
  readonly amount: Cents
  /** ISO 4217. */
  readonly currency: string
  readonly offerId: string | null
  readonly contactId: ContactId | null
  readonly activityId: ActivityId | null
  readonly refunds: string | null
  readonly note: string
  readonly occurredAt: Instant
  readonly day: Day
  readonly zone: string
  readonly voidedAt: Instant | null
  /** The import that brought it from a file; `null` when it was recorded here. */
  readonly importId: string | null
} & ToldByFile

import type { ActivityId, Outcome, ToldByFile } from '../activity/activity.ts'
import type { KindId } from '../activity/kind.ts'
import type { Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { Cents } from '../sale/sale.ts'
import { kindOfWord } from './kind-of-word.ts'
import { nameBasedId, pastNamespace } from './name-based-id.ts'
import type { PastGesture } from './past-gesture.ts'
import type { ReadPastRow } from './past-row.ts'
import { countRepeats } from './repeats.ts'
import { whoKeys } from './who.ts'

/** An activity of before, ready for the ledger. */
export type PastActivityFact = {
  readonly activityId: ActivityId
  readonly kind: KindId
  readonly direction: 'out' | 'in'
  readonly outcome: Outcome
  readonly contactIds: readonly ContactId[]
  readonly minutes: number | null
  readonly title: string
  readonly note: string
  readonly notNow: null
  readonly occurredAt: Instant
  readonly zone: string
} & ToldByFile
/** A sale of before, ready for the ledger; below zero, a refund that `refunds` names the sale of once it is found. */
export type PastSaleFact = {
  readonly saleId: string
  readonly amount: Cents
  readonly currency: string
  readonly offerId: null
  readonly contactId: ContactId | null
  /** The activity of the same row. */
  readonly activityId: ActivityId | null
  readonly refunds: string | null
  readonly note: string
  readonly occurredAt: Instant
  readonly zone: string
} & ToldByFile
/** What one row comes to. */
export type PastFacts = { readonly activity: PastActivityFact | null; readonly sale: PastSaleFact | null }

type When = { readonly occurredAt: Instant; readonly zone: string } & ToldByFile

const activityOf = (
  { kind, word, direction, outcome, minutes, title, note }: PastGesture,
  activityId: string,
  person: ContactId | null,
  when: When,
): PastActivityFact => ({
  activityId,
  kind: kind ?? kindOfWord(word),
  direction,
  outcome,
  contactIds: person === null ? [] : [person],
  minutes,
  title,
  note,
  notNow: null,
  ...when,
})

/**
 * Makes facts of rows. Their ids come from who, when and what as written, and from how many times the same was told before in
 * the file: the same file again, or another that overlaps it, gives the same ids and adds nothing.
 */
export const factsMaker = (zone: string): ((row: ReadPastRow, person: ContactId | null, line: number) => PastFacts) => {
  const repeatsOf = countRepeats()
  const keyOfWho = whoKeys()
  return ({ who, at, isDayOnly, gesture, purchase, content }, person, line) => {
    const when: When = { occurredAt: at, zone, line, ...(isDayOnly ? { isDayOnly } : {}) }
    const key = nameBasedId(pastNamespace, `${keyOfWho(who)} ${content}`)
    const ordinal = repeatsOf(key)
    const activity = gesture ? activityOf(gesture, nameBasedId(key, `activity ${ordinal}`), person, when) : null
    return {
      activity,
      sale: purchase
        ? {
            saleId: nameBasedId(key, `sale ${ordinal}`),
            ...purchase,
            offerId: null,
            contactId: person,
            activityId: activity?.activityId ?? null,
            refunds: null,
            ...when,
          }
        : null,
    }
  }
}

import { counts, type Activity } from '../activity/activity.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import { foldName } from '../contact/fold.ts'
import type { Sale } from '../sale/sale.ts'

/** Where someone comes from, in the eyes of a touch's chances (algorithms B4). */
export const sources = ['cold', 'met', 'inquiry', 'client', 'referral'] as const
/** One of the sources. */
export type Source = (typeof sources)[number]

/** The chance that one touch brings a sale, before anything is known of one's own touches (algorithms B4). */
export const sourcePriors: Readonly<Record<Source, number>> = { cold: 0.01, met: 0.025, inquiry: 0.05, client: 0.06, referral: 0.08 }

/** Touches made to the people of a source, and the sales that came of them. */
export type Trials = { readonly touches: number; readonly sales: number }
/** One's own touches and sales by source. */
export type SourceRecord = Readonly<Record<Source, Trials>>

const none: Trials = { touches: 0, sales: 0 }
/** Nothing touched and nothing sold yet. */
export const blankRecord: SourceRecord = { cold: none, met: none, inquiry: none, client: none, referral: none }

/** The prior weighs as much as this many touches. */
const priorWeight = 25

/** The chance of a touch to this source once one's own are counted: p' = (k + 25 p) / (N + 25) (algorithms B4). */
export const learnedChance = (source: Source, { touches, sales }: Trials): number => (sales + priorWeight * sourcePriors[source]) / (touches + priorWeight)

const referred = /\b(?:refer|recommand|parrain|bouche a oreille|word of mouth|presente par|introduced)/
const asked = /\b(?:demande|formulaire|inscri|infolettre|newsletter|site|web|inquir|enquir|form\b|sign(?:ed)? up|a ecrit|nous a ecrit)/
const listed = /\b(?:liste?s?|annuaire|bottin|repertoire|directory|achet|bought|froid|cold|porte a porte)\b/

/** What the words of « how we met » say: nothing, or one source. Any other words mean that the two have met. */
export const sourceInWords = (words: string): Exclude<Source, 'client'> => {
  const folded = foldName(words)
  if (folded === '') return 'cold'
  if (referred.test(folded)) return 'referral'
  if (asked.test(folded)) return 'inquiry'
  return listed.test(folded) ? 'cold' : 'met'
}

type Known = Pick<Contact, 'id' | 'relationship' | 'source' | 'firstReachedAt'>

/**
 * Where someone comes from: a client before anything else, then what the words of « how we met » say, an enquiry, and at least a
 * first conversation. One source each, so that one's own figures teach about the people that they were counted on.
 */
export const sourceOf = (
  { id, relationship, source, firstReachedAt }: Known,
  enquirers: ReadonlySet<ContactId>,
  inWords: (words: string) => Exclude<Source, 'client'> = sourceInWords,
): Source => {
  if (relationship === 'client' || relationship === 'past-client') return 'client'
  const said = source === '' ? 'cold' : inWords(source)
  if (said === 'referral' || said === 'inquiry') return said
  if (enquirers.size > 0 && enquirers.has(id)) return 'inquiry'
  return said === 'cold' && firstReachedAt !== null ? 'met' : said
}

type Touched = Pick<Activity, 'direction' | 'contactIds' | 'occurredAt' | 'voidedAt'>
type Sold = Pick<Sale, 'contactId' | 'occurredAt' | 'voidedAt' | 'refunds'>

/**
 * One's own touches and sales by source. Before her first known sale someone counts for where she came from, and after it as a
 * client: else every source would look as if it never sold. Sales older than the first known touch are left out, as their touches are.
 */
export const recordOf = (
  contacts: ReadonlyMap<ContactId, Known>,
  activities: Iterable<Touched>,
  sales: Iterable<Sold>,
  enquirers: ReadonlySet<ContactId>,
): SourceRecord => {
  const touches = [...activities].filter((activity) => counts(activity) && activity.direction === 'out')
  const since = touches.reduce<string>((first, { occurredAt }) => (first === '' || occurredAt < first ? occurredAt : first), '')
  const made = [...sales].filter(({ voidedAt, refunds, contactId }) => voidedAt === null && refunds === null && contactId !== null)
  const firstSale = new Map<ContactId, string>()
  for (const { contactId, occurredAt } of made) {
    const known = firstSale.get(contactId ?? '')
    if (known === undefined || occurredAt < known) firstSale.set(contactId ?? '', occurredAt)
  }
  const tally = Object.fromEntries(sources.map((source) => [source, { touches: 0, sales: 0 }])) as Record<Source, { touches: number; sales: number }>
  const origins = new Map<ContactId, Source>()
  const sourceAt = (id: ContactId, at: string): Source | null => {
    const contact = contacts.get(id)
    if (!contact) return null
    const first = firstSale.get(id)
    if (first !== undefined && first < at) return 'client'
    const known = origins.get(id)
    if (known !== undefined) return known
    // Whoever became a client by a sale that is known was not one before it.
    const origin = sourceOf(first === undefined ? contact : { ...contact, relationship: 'potential' }, enquirers)
    origins.set(id, origin)
    return origin
  }
  for (const { contactIds, occurredAt } of touches) {
    for (const id of contactIds) {
      const source = sourceAt(id, occurredAt)
      if (source !== null) tally[source].touches += 1
    }
  }
  for (const { contactId, occurredAt } of made) {
    const source = occurredAt < since || since === '' ? null : sourceAt(contactId ?? '', occurredAt)
    if (source !== null) tally[source].sales += 1
  }
  return tally
}

import { defaultKinds } from '../activity/kind.ts'
import type { KindId } from '../activity/kind.ts'
import { dayOf, type Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { PlaceReading } from '../contact/gazetteer.ts'
import { findPlace } from '../contact/place.ts'
import type { FirstPeople } from '../day/first-people.ts'
import { defaultCadences, type Cadences } from '../follow-up/cadence.ts'
import type { DatedOffer } from '../follow-up/not-now.ts'
import { asCents, type Cents } from '../sale/sale.ts'
import type { MayContact } from './channels-now.ts'
import type { RankedEvent } from './coming-events.ts'
import type { Signal } from './signal.ts'
import { blankRecord, type SourceRecord } from './source.ts'

/** Everything around the people that the ranking looks at, read at one moment in one zone. */
export type Situation = {
  readonly now: Instant
  readonly zone: string
  readonly cadences: Cadences
  /** One's own touches and sales by source (`recordOf`). */
  readonly record: SourceRecord
  /** Usual minutes of an activity of a kind. */
  readonly minutes: Readonly<Record<KindId, number>>
  /** What a sale brings on average. The same for all, so it orders nobody. */
  readonly averageSale: Cents
  /** The signs that nobody answered (`signalsOf`). */
  readonly signals: ReadonlyMap<ContactId, Signal>
  /** Those who ever sent an enquiry. */
  readonly enquirers: ReadonlySet<ContactId>
  readonly events: readonly RankedEvent[]
  readonly isInvited: (eventId: string, contactId: ContactId) => boolean
  readonly offers: readonly (DatedOffer & { readonly name: string })[]
  /** How strong each relationship is (`strengthOf`); whoever is missing is judged by her last contact alone. */
  readonly strengths: ReadonlyMap<ContactId, number>
  /** Relationships renewed today already (`renewedOn`): three a day at most. */
  readonly renewedToday: number
  /** Left in peace whatever the reasons: do not contact, or a sale being delivered. */
  readonly inPeace: ReadonlySet<ContactId>
  /** Those whom she chose the evening before to come first (`firstPeople`). */
  readonly firsts: FirstPeople | null
  /** Who knows the law; `null` where nobody asks it. */
  readonly may: MayContact | null
  readonly find: (text: string) => PlaceReading
  /** Decides the places that are drawn: the day, unless told otherwise. */
  readonly seed: string
}

const usualMinutes = Object.fromEntries(Object.values(defaultKinds).map(({ id, minutes }) => [id, minutes]))

/** A situation of which only the moment is known, and what is told in `over`. */
export const situationAt = (now: Instant, zone: string, over: Partial<Situation> = {}): Situation => ({
  now,
  zone,
  cadences: defaultCadences,
  record: blankRecord,
  minutes: usualMinutes,
  averageSale: asCents(300_00),
  signals: new Map(),
  enquirers: new Set(),
  events: [],
  isInvited: () => false,
  offers: [],
  strengths: new Map(),
  renewedToday: 0,
  inPeace: new Set(),
  firsts: null,
  may: null,
  find: findPlace,
  seed: dayOf(now, zone),
  ...over,
})

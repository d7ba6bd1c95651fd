import type { KindId } from '../activity/kind.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { Relationship } from '../contact/contact.ts'
import type { EnquiryWay } from '../enquiry/enquiry.ts'

/** Someone's "not now" that came true: why she said it, when, and by what (claim 6). */
type Said = { readonly saidAt: Instant; readonly because: string }

/**
 * Why someone comes next, as stored facts with their dates; `language` turns each into a sentence. Each is one that, taken away, puts
 * her lower (algorithms B4).
 */
export type Reason =
  /** She asked, and waits for an answer since `at` (claim 5). */
  | { readonly kind: 'enquiry'; readonly enquiryId: string; readonly via: EnquiryWay; readonly at: Instant }
  /** She who sells chose her in the evening of `on`, to come first. */
  | { readonly kind: 'chosen'; readonly on: Day }
  | { readonly kind: 'meeting'; readonly due: Day; readonly time: string | null }
  | { readonly kind: 'promised'; readonly due: Day; readonly daysLate: number; readonly step: KindId | null }
  /** A sign of hers that nobody has answered. */
  | { readonly kind: 'wrote' | 'called' | 'visited'; readonly at: Instant }
  | { readonly kind: 'due'; readonly due: Day; readonly daysLate: number }
  /** She said yes, and is to be thanked. */
  | { readonly kind: 'thank'; readonly due: Day; readonly daysLate: number }
  | { readonly kind: 'snoozed'; readonly due: Day }
  /** An event to come near her city. */
  | { readonly kind: 'event-near'; readonly eventId: string; readonly title: string; readonly day: Day; readonly km: number }
  | ({ readonly kind: 'said-date'; readonly day: Day } & Said)
  | ({ readonly kind: 'said-event'; readonly eventId: string; readonly title: string; readonly day: Day; readonly km: number } & Said)
  | ({ readonly kind: 'said-offer'; readonly offerId: string; readonly name: string } & Said)
  /** The next touch, after `touch - 1` that nobody answered, and one more is worth it. */
  | { readonly kind: 'next-touch'; readonly touch: number; readonly lastTouchAt: Instant }
  /** How the two met; `words` as she who sells wrote them, `since` the fact's own moment when it has one. */
  | { readonly kind: 'source'; readonly source: 'met' | 'inquiry' | 'referral'; readonly words: string; readonly since: Instant | null }
  /** A client or a past client; `days` since the last contact, `null` before the first. */
  | { readonly kind: 'client'; readonly relationship: Relationship; readonly lastTouchAt: Instant | null; readonly days: number | null }
  /** À renouer: a relationship that is kept, and is fading. */
  | { readonly kind: 'renew'; readonly relationship: Relationship; readonly lastTouchAt: Instant; readonly days: number }
  | { readonly kind: 'never-contacted'; readonly since: Instant; readonly source: string }
  | { readonly kind: 'quiet'; readonly lastTouchAt: Instant; readonly days: number }

/** The name of a reason. */
export type ReasonKind = Reason['kind']

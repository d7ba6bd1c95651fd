import type { Day, Instant } from '../calendar/day.ts'

/** How an event answers a "not now": what she named has come, or, when she named nothing, the reason she gave no longer holds (claim 6). */
export const notNowAnswers = ['event-near', 'offer', 'words', 'date', 'budget', 'timing'] as const
/** One of the answers. */
export type NotNowAnswer = (typeof notNowAnswers)[number]

/** Why to invite someone, as stored facts; `language` turns them into one sentence (claim 6). */
export type InviteReason =
  | { readonly kind: 'not-now'; readonly reason: string; readonly at: Instant; readonly answer: NotNowAnswer }
  /** Kilometres from her city to the event, as the crow flies; `city` as her page writes it. */
  | { readonly kind: 'near'; readonly km: number; readonly city: string }
  /** One of her interests or tags, as it is written. */
  | { readonly kind: 'interest'; readonly interest: string }
  /** An enquiry of hers about the same subject. */
  | { readonly kind: 'asked'; readonly at: Instant; readonly subject: string }
  | { readonly kind: 'bought'; readonly offer: string; readonly day: Day }
  | { readonly kind: 'took-part'; readonly title: string; readonly day: Day }
  /** A client or past client whom nobody has contacted since. */
  | { readonly kind: 'quiet'; readonly lastTouchAt: Instant }

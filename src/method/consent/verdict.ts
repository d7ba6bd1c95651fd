import type { Day, Instant } from '../calendar/day.ts'
import type { Channel, MessageClass, Purpose, WithdrawalScope, provenanceClaims } from './consent.ts'

/** What makes a contact lawful. The first line needs no consent, the second is consent, the third is a relation, the last are for the telephone. */
export const grounds = [
  ...(['no-address', 'reply', 'her-business', 'quote', 'transaction', 'safety', 'notice', 'delivery'] as const),
  ...(['express-consent', 'consent-to-call'] as const),
  ...(['purchase', 'contract', 'membership', 'inquiry', 'non-business', 'inherited', 'referral'] as const),
  ...(['close-relationship', 'address-disclosed', 'address-published'] as const),
  ...(['business-line', 'call-back', 'not-listed'] as const),
] as const
/** One of the grounds. */
export type Ground = (typeof grounds)[number]

/** What is wanted before the contact may be made, or before the message may leave. */
export const missingThings = [
  ...(['name', 'mailing-address', 'contact-point', 'confirmation', 'call-registration', 'area-code'] as const),
  ...(['consent', 'inquiry', 'informed', 'zone', 'national-list-check'] as const),
  ...(['identity-in-text', 'address-in-text', 'contact-point-in-text', 'unsubscribe', 'single-unsubscribe', 'working-unsubscribe'] as const),
  ...(['relevance-note', 'referrer-full-name', 'referral-statement'] as const),
] as const
/** One of them. */
export type Missing = (typeof missingThings)[number]

/** Why, as facts; `language` has a sentence for each code in both languages. */
export type Why =
  /** Allowed: since the day of the fact, until the last lawful day of this ground (`null`: no end). */
  | {
      readonly code: 'ground'
      readonly ground: Ground
      readonly since: Day | null
      readonly until: Day | null
      readonly isWithCare: boolean
      readonly referrer: string | null
    }
  | { readonly code: 'ended'; readonly ground: Ground; readonly since: Day; readonly firstBlockedDay: Day }
  | { readonly code: 'withdrawn'; readonly scope: WithdrawalScope; readonly on: Day }
  | { readonly code: 'do-not-call'; readonly on: Day }
  /** An address of hers is one that was withdrawn before an erasure. */
  | { readonly code: 'suppressed' }
  | { readonly code: 'no-ground' }
  | { readonly code: 'other-class'; readonly class: MessageClass }
  | { readonly code: 'no-solicitation' }
  | { readonly code: 'not-published' }
  | { readonly code: 'no-relevance' }
  | { readonly code: 'claim'; readonly claim: (typeof provenanceClaims)[number] }
  | { readonly code: 'not-express'; readonly because: 'pre-checked' | 'bundled' | 'unproven' }
  | { readonly code: 'not-close' }
  | { readonly code: 'referral-used' }
  | { readonly code: 'referral-relation' }
  | { readonly code: 'message'; readonly missing: readonly Missing[] }
  | { readonly code: 'sender'; readonly missing: readonly Missing[] }
  | { readonly code: 'country'; readonly country: string }
  | { readonly code: 'listed'; readonly on: Day }
  | { readonly code: 'list-unchecked' }
  | { readonly code: 'list-outdated'; readonly on: Day }
  | { readonly code: 'not-registered' }
  /** Outside the hours of the person called; `null` when no hour of the coming week suits every zone she may be in. */
  | { readonly code: 'hours'; readonly opensAt: Instant | null }
  | { readonly code: 'zone-unknown' }

/** What the law says of one contact at one moment (law A2). On a refusal, `ground` names the one that ended, if any. */
export type Judgement = {
  readonly verdict: 'allow' | 'allow-with-care' | 'block'
  readonly ground: Ground | null
  /** The first day on which it is refused if nothing new happens: that of the ground that carries furthest; `null` without end. */
  readonly firstBlockedDay: Day | null
  /** The event that proves it, or that forbids it. */
  readonly evidenceId: string | null
  readonly missing: readonly Missing[]
  readonly why: Why
}

/** What one may do instead: another channel, a call once the list is checked, a call when her hours open, asking face to face, a public post. */
export type Alternative =
  | { readonly type: 'channel'; readonly channel: Channel; readonly isWithCare: boolean }
  | { readonly type: 'check-list' }
  | { readonly type: 'wait'; readonly until: Instant }
  | { readonly type: 'ask-in-person' }
  | { readonly type: 'post' }

/** A judgement with what one may do instead of what is refused. */
export type Answer = Judgement & { readonly alternatives: readonly Alternative[] }

/** A message as it would leave: its whole text with the lines of the law, each way to unsubscribe it holds, and why it concerns her role. */
export type Draft = {
  readonly text: string
  readonly unsubscribe: readonly { readonly isWorking: boolean }[]
  /** A link to the page that says who writes, for a message too short to say it; empty without one. */
  readonly identificationLink: string
  readonly relevance: string
}

/**
 * What is asked: by which way (a public post has no address), what for, and with which words once they are written. `isAnyHour` sets
 * aside the hours of the telephone, for a list or a page that tells them apart.
 */
export type Question = {
  readonly channel: Channel | 'post'
  readonly purpose: Purpose
  readonly draft?: Draft | undefined
  readonly isAnyHour?: boolean | undefined
}

/** Whether the contact may be made. */
export const isAllowed = ({ verdict }: Pick<Judgement, 'verdict'>): boolean => verdict !== 'block'

/** A refusal for one reason. */
export const blocked = (why: Why, over: Partial<Judgement> = {}): Judgement => ({
  verdict: 'block',
  ground: null,
  firstBlockedDay: null,
  evidenceId: null,
  missing: [],
  why,
  ...over,
})

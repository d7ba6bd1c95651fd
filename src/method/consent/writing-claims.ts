import type { Day } from '../calendar/day.ts'
import { bestOf, endOf, heldClaims, type Held } from './best-claim.ts'
import type { Claim } from './claims.ts'
import { messageClasses, type MessageClass, type Purpose, type WrittenChannel } from './consent.ts'
import { missingOfReferral } from './message-content.ts'
import type { ContactMoment } from './moment.ts'
import type { ConsentStanding } from './standing.ts'
import type { Draft, Missing } from './verdict.ts'

/** What is written to whom: the channel, the purpose, and the message once there is one. */
export type Writing = { readonly channel: WrittenChannel; readonly purpose: Purpose; readonly draft?: Draft | undefined }

/** Whether a purpose is itself a class of message. */
export const isClass = (purpose: Purpose): purpose is MessageClass => (messageClasses as readonly string[]).includes(purpose)
/** The class under which a message is judged when nothing exempts it: asking for consent is a message like another (s.1(3)). */
export const classOf = (purpose: Purpose): MessageClass => (isClass(purpose) ? purpose : 'personal')
/** Whether a ground reaches what is written. */
export const isFor = ({ channels, classes }: Claim, { channel, purpose }: Writing): boolean =>
  (channels === null || channels.includes(channel)) && (classes === null || classes.includes(classOf(purpose)))

/** Under one law: the ground that speaks best, and the end of the one that carries furthest; or the one that the message still fails. */
export type Found =
  | { readonly best: Held; readonly ends: Day | null }
  | { readonly best: undefined; readonly faulty: { readonly held: Held; readonly missing: readonly Missing[] } | undefined }

/** The best ground under the law at place `pack`; `content` is what the message lacks whoever reads it. */
export const bestUnder = (standing: ConsentStanding, moment: ContactMoment, writing: Writing, pack: number, content: readonly Missing[]): Found => {
  const held = heldClaims(standing, moment, 'written', pack, (claim) => isFor(claim, writing))
  const fitting = held.filter(({ claim }) => missingFor(claim, writing.draft, content).length === 0)
  const best = bestOf(fitting)
  if (best) return { best, ends: endOf(fitting) }
  const wanting = bestOf(held)
  return { best, faulty: wanting && { held: wanting, missing: missingFor(wanting.claim, writing.draft, content) } }
}

// Someone close is outside the law (s.6(5)(a)); everyone else is told who writes and how to stop it.
const missingFor = ({ ground, referrer }: Claim, draft: Draft | undefined, content: readonly Missing[]): readonly Missing[] => {
  if (!draft || ground === 'close-relationship') return []
  if (ground === 'referral') return [...content, ...missingOfReferral(draft, referrer ?? '')]
  const needsRelevance = ground === 'address-disclosed' || ground === 'address-published'
  return needsRelevance && draft.relevance.trim() === '' ? [...content, 'relevance-note'] : content
}

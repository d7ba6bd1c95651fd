import { addDays } from '../calendar/day.ts'
import { furthest, nearest } from './best-claim.ts'
import type { Purpose } from './consent.ts'
import { missingInMessage } from './message-content.ts'
import type { ContactMoment } from './moment.ts'
import { refusedWriting } from './refused-writing.ts'
import { freshInquiry, replyDays } from './reply.ts'
import type { Asked } from './said-facts.ts'
import type { ConsentStanding } from './standing.ts'
import { activeStops } from './stops.ts'
import { blocked, type Draft, type Ground, type Judgement } from './verdict.ts'
import { bestUnder, classOf, isClass, type Writing } from './writing-claims.ts'

/** The purposes that need no consent when the message does nothing else (s.6(6)). */
type Free = Extract<Purpose, Ground>
const needsConsent = (purpose: Purpose): boolean => isClass(purpose) || purpose === 'ask-consent' || purpose === 'reply'

/**
 * Whether someone may be written to (law A2, steps 2 to 10): a stop first; then the sender; then what is exempt, what needs no consent,
 * consent, a relation, a referral; last, the message itself.
 */
export const judgeWriting = (standing: ConsentStanding, moment: ContactMoment, writing: Writing): Judgement => {
  const { channel, purpose } = writing
  const general = activeStops(standing, moment.at, channel, null).at(-1)
  const asked = purpose === 'reply' ? freshInquiry(standing, moment, general) : undefined
  const stop = needsConsent(purpose) ? activeStops(standing, moment.at, channel, classOf(purpose)).at(-1) : general
  if (stop && !asked) return blocked(stop.why, { evidenceId: stop.evidenceId })
  if (moment.missing.length > 0) return blocked({ code: 'sender', missing: moment.missing }, { missing: moment.missing })
  if (purpose === 'her-business') return allowed('her-business', null)
  const consented = stop || !needsConsent(purpose) ? undefined : judgeByClaims(standing, moment, writing)
  if (asked) return replyTo(asked, consented)
  return consented ?? withoutConsent(standing, moment, purpose as Free, writing.draft)
}

const allowed = (ground: Ground, evidence: Asked | null, over: Partial<Judgement> = {}): Judgement => ({
  verdict: 'allow',
  ground,
  firstBlockedDay: null,
  evidenceId: evidence?.evidenceId ?? null,
  missing: [],
  why: { code: 'ground', ground, since: evidence?.day ?? null, until: null, isWithCare: false, referrer: null },
  ...over,
})

const replyTo = (asked: Asked, consented: Judgement | undefined): Judgement => {
  const ends = addDays(asked.day, replyDays)
  const why = { code: 'ground', ground: 'reply', since: asked.day, until: addDays(ends, -1), isWithCare: false, referrer: null } as const
  const isCarried = consented !== undefined && consented.verdict !== 'block'
  return allowed('reply', asked, { why, firstBlockedDay: isCarried ? furthest(ends, consented.firstBlockedDay) : ends })
}

const withoutConsent = (standing: ConsentStanding, moment: ContactMoment, purpose: Ground, draft: Draft | undefined): Judgement => {
  const missing = draft ? missingInMessage(draft, moment.sender) : []
  if (missing.length > 0) return blocked({ code: 'message', missing }, { ground: purpose, missing })
  const proofs: readonly Ground[] = ['purchase', 'contract', 'membership', 'inquiry']
  const proof = standing.claims.findLast(({ at, ground }) => at <= moment.at && proofs.includes(ground))
  return allowed(purpose, proof ?? null)
}

const judgeByClaims = (standing: ConsentStanding, moment: ContactMoment, writing: Writing): Judgement => {
  const content = writing.draft ? missingInMessage(writing.draft, moment.sender) : []
  const found = standing.packs.map((_, pack) => bestUnder(standing, moment, writing, pack, content))
  const held = found.filter((each) => each.best !== undefined)
  // The person's own law is the last: its ground is the one to name.
  const hers = held.at(-1)
  if (!hers || held.length < found.length) return refusedWriting(standing, moment, writing, found)
  const { claim, carry } = hers.best
  const isWithCare = held.some(({ best }) => best.carry.isWithCare)
  return {
    verdict: isWithCare ? 'allow-with-care' : 'allow',
    ground: claim.ground,
    firstBlockedDay: held.map(({ ends }) => ends).reduce(nearest),
    evidenceId: claim.evidenceId,
    missing: [],
    why: { code: 'ground', ground: claim.ground, since: claim.day, until: carry.ends && addDays(carry.ends, -1), isWithCare, referrer: claim.referrer },
  }
}

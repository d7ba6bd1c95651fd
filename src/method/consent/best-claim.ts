import type { Day } from '../calendar/day.ts'
import type { Carry, Claim } from './claims.ts'
import type { ContactMoment } from './moment.ts'
import type { ConsentStanding } from './standing.ts'

/** A claim that holds under one law, with how long it does. */
export type Held = { readonly claim: Claim; readonly carry: Carry }

/** The claims in force at a moment under the law at place `pack`, to write or to call, among those that concern the contact. */
export const heldClaims = (
  { claims, informed }: ConsentStanding,
  { at, day }: ContactMoment,
  way: 'written' | 'call',
  pack: number,
  concerns: (claim: Claim) => boolean,
): readonly Held[] => {
  const isInformed = informed.some((told) => told <= at)
  const held: Held[] = []
  for (const claim of claims) {
    const carry = claim[way][pack]
    if (!carry || claim.at > at || (claim.superseded !== null && claim.superseded <= at) || (carry.ends !== null && carry.ends <= day)) continue
    if ((!carry.needsInformed || isInformed) && concerns(claim)) held.push({ claim, carry })
  }
  return held
}

/** The later of two ends; `null`, without end, is the latest. */
export const furthest = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : a > b ? a : b)
/** The earlier of two ends. */
export const nearest = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : a < b ? a : b)

const rankOf = ({ claim: { ground }, carry }: Held): number => {
  const care = carry.isWithCare ? 10 : 0
  if (ground === 'express-consent' || ground === 'consent-to-call') return care
  if (ground === 'referral') return care + 2
  if (ground === 'close-relationship') return care + 3
  return ground === 'address-disclosed' || ground === 'address-published' ? care + 4 : care + 1
}

const isBetter = (a: Held, b: Held): boolean => {
  const byRank = rankOf(a) - rankOf(b)
  if (byRank !== 0) return byRank < 0
  if (a.carry.ends !== b.carry.ends) return furthest(a.carry.ends, b.carry.ends) === a.carry.ends
  if (a.claim.day !== b.claim.day) return a.claim.day > b.claim.day
  return a.claim.evidenceId < b.claim.evidenceId
}

/** The claim that speaks best: without care first, then consent, then the relation that lasts longest (law A2, 6–8). */
export const bestOf = (held: readonly Held[]): Held | undefined => {
  let [best] = held
  for (const other of held) if (best && isBetter(other, best)) best = other
  return best
}

/** The end of the claim that carries furthest. */
export const endOf = (held: readonly Held[]): Day | null => held.map(({ carry }) => carry.ends).reduce(furthest)

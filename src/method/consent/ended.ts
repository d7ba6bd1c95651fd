import type { Held } from './best-claim.ts'
import type { Claim } from './claims.ts'
import type { ContactMoment } from './moment.ts'
import type { ConsentStanding } from './standing.ts'
import type { Why } from './verdict.ts'

/** The ground that ended last under the seller's own law, if one did. */
export const latestEnded = (
  { claims }: ConsentStanding,
  { at, day }: ContactMoment,
  concerns: (claim: Claim) => boolean,
  way: 'written' | 'call',
): Held | undefined => {
  const ended = claims.flatMap((claim): readonly Held[] => {
    const carry = claim[way][0]
    const isPast = carry?.ends && carry.ends <= day && claim.at <= at && (claim.superseded === null || claim.superseded > at)
    return isPast && concerns(claim) ? [{ claim, carry }] : []
  })
  return ended.reduce<Held | undefined>((latest, held) => (latest && (latest.carry.ends ?? '') >= (held.carry.ends ?? '') ? latest : held), undefined)
}

/** Why a ground that ended no longer carries. */
export const endedWhy = ({ claim: { ground, day }, carry: { ends } }: Held): Why =>
  ends === null ? { code: 'no-ground' } : { code: 'ended', ground, since: day, firstBlockedDay: ends }

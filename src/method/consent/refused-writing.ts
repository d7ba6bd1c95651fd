import { heldClaims } from './best-claim.ts'
import type { Doubt } from './claims.ts'
import { endedWhy, latestEnded } from './ended.ts'
import type { ContactMoment } from './moment.ts'
import type { ConsentStanding } from './standing.ts'
import { blocked, type Judgement, type Missing, type Why } from './verdict.ts'
import { classOf, isFor, type Found, type Writing } from './writing-claims.ts'

/**
 * Why a message is refused when no ground carries it under every law: what the message lacks, the law of her country, the ground that
 * ended, the referral used, consent to something else, or the fact that looked like consent and was not.
 */
export const refusedWriting = (standing: ConsentStanding, moment: ContactMoment, writing: Writing, found: readonly Found[]): Judgement => {
  const faulty = found.map((each) => (each.best ? undefined : each.faulty)).find((each) => each !== undefined)
  if (faulty) {
    const { ground, evidenceId } = faulty.held.claim
    return blocked({ code: 'message', missing: faulty.missing }, { ground, evidenceId, missing: faulty.missing })
  }
  if (found[0]?.best) return blocked({ code: 'country', country: standing.country }, { missing: [lackOfInformation(standing, moment, writing) ?? 'consent'] })
  const missing: readonly Missing[] = writing.purpose === 'reply' ? ['inquiry', 'consent'] : ['consent']
  return { ...whatWasThere(standing, moment, writing), missing }
}

const lackOfInformation = (standing: ConsentStanding, moment: ContactMoment, writing: Writing): Missing | undefined => {
  const told = { ...standing, informed: [moment.at] }
  const hers = standing.packs.length - 1
  return heldClaims(told, moment, 'written', hers, (claim) => isFor(claim, writing)).length > 0 ? 'informed' : undefined
}

const whatWasThere = (standing: ConsentStanding, moment: ContactMoment, writing: Writing): Judgement => {
  const known = standing.claims.filter(({ at }) => at <= moment.at)
  const ended = latestEnded(standing, moment, (claim) => isFor(claim, writing), 'written')
  if (ended) return blocked(endedWhy(ended), { ground: ended.claim.ground, evidenceId: ended.claim.evidenceId, firstBlockedDay: ended.carry.ends })
  const used = known.find(({ ground, superseded }) => ground === 'referral' && superseded !== null && superseded <= moment.at)
  if (used) return blocked({ code: 'referral-used' }, { ground: 'referral', evidenceId: used.evidenceId })
  const other = known.find(({ ground, channels }) => ground === 'express-consent' && (channels?.includes(writing.channel) ?? false))
  if (other) return blocked({ code: 'other-class', class: classOf(writing.purpose) }, { evidenceId: other.evidenceId })
  const doubt = worstDoubt(standing, moment)
  return doubt ? blocked(doubt.why, { evidenceId: doubt.evidenceId }) : blocked({ code: 'no-ground' })
}

const gravity: readonly Why['code'][] = [
  'no-solicitation',
  'not-express',
  'claim',
  'not-close',
  'referral-relation',
  'message',
  'not-published',
  'no-relevance',
]

const worstDoubt = ({ doubts }: ConsentStanding, { at }: ContactMoment): Doubt | undefined =>
  doubts
    .filter((doubt) => doubt.at <= at)
    .sort((a, b) => gravity.indexOf(a.why.code) - gravity.indexOf(b.why.code))
    .at(0)

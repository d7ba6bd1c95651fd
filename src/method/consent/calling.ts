import { addDays, type Day } from '../calendar/day.ts'
import type { Line } from '../contact/contact.ts'
import { bestOf, endOf, furthest, heldClaims, nearest } from './best-claim.ts'
import { callBackDays, isAtItsTime, openCallBack } from './call-back.ts'
import { hoursOf } from './call-hours.ts'
import type { Purpose } from './consent.ts'
import { endedWhy, latestEnded } from './ended.ts'
import type { ContactMoment } from './moment.ts'
import { lastCheck, listDays, listFault } from './national-list.ts'
import type { Hours, Pack } from './packs.ts'
import { freshInquiry } from './reply.ts'
import type { CallBack } from './said-facts.ts'
import type { ConsentStanding } from './standing.ts'
import { activeStops, type Stop } from './stops.ts'
import { blocked, type Ground, type Judgement } from './verdict.ts'

/** Calls that sell nothing are outside the rules of telemarketing; a stop and the hours still hold. */
const sellsNothing: readonly Purpose[] = ['her-business', 'quote', 'transaction', 'safety', 'notice', 'delivery']

/** What is asked of a call; `isAnyHour` sets the hours aside, for a plan of the day. */
export type Calling = { readonly purpose: Purpose; readonly isAnyHour: boolean }

/** Whether someone may be called (law A3): a stop first, then the ground, then the hours where she is. */
export const judgeCall = (standing: ConsentStanding, moment: ContactMoment, { purpose, isAnyHour }: Calling): Judgement => {
  const stops = activeStops(standing, moment.at, 'phone', null)
  const stop = stops.at(-1)
  const callBack = openCallBack(standing, moment, stop)
  if (stop && !callBack && !isReplyAfter(stops, standing, moment, purpose)) return blocked(stop.why, { evidenceId: stop.evidenceId })
  const judged = judgeGround(standing, moment, purpose, callBack)
  if (judged.verdict === 'block' || isAnyHour || (callBack && isAtItsTime(callBack, standing, moment))) return judged
  if (standing.zones.length === 0) return blocked({ code: 'zone-unknown' }, { missing: ['zone'], ground: judged.ground, evidenceId: judged.evidenceId })
  const { isOpen, opensAt } = moment.openingOf(standing.zones, callHoursOf(standing, moment))
  return isOpen
    ? judged
    : blocked({ code: 'hours', opensAt }, { ground: judged.ground, evidenceId: judged.evidenceId, firstBlockedDay: judged.firstBlockedDay })
}

const lineFact = ({ lines }: ConsentStanding, { at }: Pick<ContactMoment, 'at'>) => lines.findLast((said) => said.at <= at)

/** Whether the line is a business's: the last fact that says so, else the field of the person. */
export const lineOf = (standing: ConsentStanding, moment: Pick<ContactMoment, 'at'>): Line => lineFact(standing, moment)?.line ?? standing.line

/** The hours of the telephone that the person's own law gives to her line. */
export const callHoursOf = (standing: ConsentStanding, moment: Pick<ContactMoment, 'at'>): Hours =>
  hoursOf(standing.packs.at(-1) as Pack, lineOf(standing, moment))

// A stop to everything leaves her the right to an answer when she asks; « do not call me » does not mean « answer me by telephone ».
const isReplyAfter = (stops: readonly Stop[], standing: ConsentStanding, moment: ContactMoment, purpose: Purpose): boolean =>
  purpose === 'reply' && stops.every(({ scope }) => scope.type === 'all') && freshInquiry(standing, moment, stops.at(-1)) !== undefined

type Candidate = {
  readonly ground: Ground
  readonly evidenceId: string | null
  readonly since: Day | null
  readonly ends: Day | null
  readonly furthest: Day | null
  readonly isWithCare: boolean
}

const judgeGround = (standing: ConsentStanding, moment: ContactMoment, purpose: Purpose, callBack: CallBack | undefined): Judgement => {
  const found = standing.packs.map((pack, place) => candidateUnder(pack, place, standing, moment, purpose, callBack))
  const held = found.filter((candidate) => candidate !== undefined)
  if (held.length < found.length) return refusal(standing, moment, held.length > 0 && found[0] !== undefined)
  const { ground, evidenceId, since, ends } = held.at(-1) as Candidate
  const isWithCare = held.some((candidate) => candidate.isWithCare)
  return {
    verdict: isWithCare ? 'allow-with-care' : 'allow',
    ground,
    firstBlockedDay: held.map((candidate) => candidate.furthest).reduce(nearest),
    evidenceId,
    missing: [],
    why: { code: 'ground', ground, since, until: ends && addDays(ends, -1), isWithCare, referrer: null },
  }
}

const candidateUnder = (
  pack: Pack,
  place: number,
  standing: ConsentStanding,
  moment: ContactMoment,
  purpose: Purpose,
  callBack: CallBack | undefined,
): Candidate | undefined => {
  const lasting = { evidenceId: null, since: null, ends: null, furthest: null, isWithCare: false }
  if (sellsNothing.includes(purpose)) return { ...lasting, ground: purpose as Ground }
  if (lineOf(standing, moment) === 'business') {
    const { evidenceId = null, day: since = null } = lineFact(standing, moment) ?? {}
    return { ...lasting, evidenceId, since, ground: 'business-line', isWithCare: pack.businessLine === 'allow-with-care' }
  }
  const options: Candidate[] = [...claimCandidate(standing, moment, place), ...listCandidate(pack, standing, moment)]
  if (callBack) {
    const ends = addDays(callBack.on, callBackDays + 1)
    options.unshift({ ground: 'call-back', evidenceId: callBack.evidenceId, since: callBack.day, ends, furthest: ends, isWithCare: false })
  }
  const [best] = options
  return best && { ...best, furthest: options.map((option) => option.furthest).reduce(furthest) }
}

const claimCandidate = (standing: ConsentStanding, moment: ContactMoment, place: number): readonly Candidate[] => {
  const held = heldClaims(standing, moment, 'call', place, () => true)
  const best = bestOf(held)
  if (!best) return []
  const { claim, carry } = best
  return [{ ground: claim.ground, evidenceId: claim.evidenceId, since: claim.day, ends: carry.ends, furthest: endOf(held), isWithCare: carry.isWithCare }]
}

const listCandidate = (pack: Pack, standing: ConsentStanding, moment: ContactMoment): readonly Candidate[] => {
  const check = lastCheck(standing, moment)
  if (!pack.hasNationalList || !check || listFault(standing, moment, check)) return []
  const ends = addDays(check.listDay, listDays + 1)
  return [{ ground: 'not-listed', evidenceId: check.evidenceId, since: check.listDay, ends, furthest: ends, isWithCare: false }]
}

const refusal = (standing: ConsentStanding, moment: ContactMoment, isHersAlone: boolean): Judgement => {
  if (isHersAlone) return blocked({ code: 'country', country: standing.country }, { missing: ['consent'] })
  const { hasNationalList } = standing.packs[0] as Pack
  const check = lastCheck(standing, moment)
  const fault = hasNationalList ? listFault(standing, moment, check) : undefined
  const missing = standing.packs.length > 1 ? (['consent'] as const) : (fault?.missing ?? ['consent'])
  const ended = latestEnded(standing, moment, () => true, 'call')
  if (ended) return blocked(endedWhy(ended), { ground: ended.claim.ground, evidenceId: ended.claim.evidenceId, firstBlockedDay: ended.carry.ends, missing })
  if (standing.packs.length > 1) return blocked({ code: 'country', country: standing.country }, { missing })
  return blocked(fault?.why ?? { code: 'no-ground' }, { evidenceId: check?.evidenceId ?? null, missing })
}

import type { Instant } from '../calendar/day.ts'
import { alternativesTo } from './alternatives.ts'
import type { ConsentEvent, SenderProfile } from './consent.ts'
import { judge } from './judge.ts'
import { contactMoment } from './moment.ts'
import { consentStanding, type Recipient } from './standing.ts'
import type { Answer, Question } from './verdict.ts'

/** Everything that decides whether someone may be contacted: her ledger, what is known of her, the question, the moment, the sender. */
export type ContactRequest = Question & {
  readonly events: readonly ConsentEvent[]
  readonly contact: Recipient
  readonly at: Instant
  readonly sender: SenderProfile
}

/**
 * Whether someone may be contacted by this way, for this purpose, at this instant (law A2, A3, A7): the one function that every
 * proposal and every sending goes through, again at dispatch. For many people at once, read their ledgers with one `consentReader`,
 * make one `contactMoment`, and ask `judge`.
 */
export const canContact = ({ events, contact, at, sender, ...question }: ContactRequest): Answer => {
  const standing = consentStanding(events, contact, sender)
  const moment = contactMoment(at, sender)
  const judgement = judge(standing, moment, question)
  return { ...judgement, alternatives: alternativesTo(judgement, standing, moment, question) }
}

import { judge } from '../consent/judge.ts'
import type { ContactMoment } from '../consent/moment.ts'
import type { ConsentStanding } from '../consent/standing.ts'
import { isAllowed, type Judgement } from '../consent/verdict.ts'
import type { Contact } from '../contact/contact.ts'
import type { MayContact } from './channels-now.ts'

// An hour, a city, a reading of the national list, a registration: what may open the telephone without a word of hers.
const passing: readonly Judgement['why']['code'][] = ['hours', 'zone-unknown', 'not-registered']
const mayOpen = ({ why, missing }: Judgement): boolean => passing.includes(why.code) || missing.includes('national-list-check')

/**
 * The law for the ranking: whoever asked for silence, or whose consent is over or was never given, does not come by that channel
 * (algorithms B4, law R2). What opens with an hour, a look at the list or a line of the sender's profile hides nobody.
 */
export const mayContactBy =
  (standingOf: (contact: Contact) => ConsentStanding, moment: ContactMoment): MayContact =>
  (contact, channel, purpose) => {
    const standing = standingOf(contact)
    const question = { channel, purpose: purpose === 'answer' ? 'reply' : 'personal' } as const
    const judgement = judge(standing, moment, question)
    if (isAllowed(judgement)) return 'now'
    if (judgement.why.code === 'sender') return isAllowed(judge(standing, { ...moment, missing: [] }, question)) ? 'later' : 'never'
    return mayOpen(judgement) ? 'later' : 'never'
  }

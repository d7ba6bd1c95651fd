import { daysBetween, type Day } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { WrittenChannel } from './consent.ts'
import { judge } from './judge.ts'
import type { ContactMoment } from './moment.ts'
import type { ConsentStanding } from './standing.ts'
import { isAllowed, type Ground } from './verdict.ts'

/** Days before its end at which a relation is worth a call to ask for consent (law R17). */
export const expiryStages = [30, 7] as const

/** A right to write that ends soon: a reason to call and ask (law R17). */
export type ExpiringConsent = {
  readonly channel: WrittenChannel
  readonly ground: Ground
  readonly evidenceId: string | null
  readonly firstBlockedDay: Day
  /** Days on which one may still write, today included. */
  readonly daysLeft: number
  /** Which of the two reminders this is: within 30 days, or within 7. */
  readonly stage: (typeof expiryStages)[number]
}

/** The right to write to someone that ends within 30 days, while it still allows to ask for consent; `undefined` when none does. */
export const expiringConsent = (standing: ConsentStanding, moment: ContactMoment, channel: WrittenChannel = 'email'): ExpiringConsent | undefined => {
  // Without a dated ground there is nothing to end: most people of a long list stop here.
  if (standing.claims.length === 0) return undefined
  const judgement = judge(standing, moment, { channel, purpose: 'ask-consent' })
  const { ground, evidenceId, firstBlockedDay } = judgement
  if (!isAllowed(judgement) || ground === null || firstBlockedDay === null) return undefined
  const daysLeft = daysBetween(moment.day, firstBlockedDay)
  const stage = expiryStages.findLast((days) => daysLeft <= days)
  return stage && { channel, ground, evidenceId, firstBlockedDay, daysLeft, stage }
}

/** Everyone whose right to be written to ends within 30 days, the soonest first (law R17). */
export const expiryWorkList = (
  people: Iterable<readonly [ContactId, ConsentStanding]>,
  moment: ContactMoment,
): readonly (ExpiringConsent & { readonly contactId: ContactId })[] => {
  const found: (ExpiringConsent & { readonly contactId: ContactId })[] = []
  for (const [contactId, standing] of people) {
    const expiring = expiringConsent(standing, moment)
    if (expiring) found.push({ contactId, ...expiring })
  }
  return found.sort((a, b) => a.daysLeft - b.daysLeft || (a.contactId < b.contactId ? -1 : 1))
}

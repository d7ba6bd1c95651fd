import type { Channel } from '../consent/consent.ts'
import type { Contact } from '../contact/contact.ts'
import { findPlace } from '../contact/place.ts'
import { nearKm } from '../follow-up/not-now.ts'
import type { Event } from './event.ts'
import { matchEvent, readyEvent, type EventMatch, type InviteSetting } from './match-event.ts'
import { noPast, pastOf, type InviteFacts } from './past-with-us.ts'

/** Someone to invite, why, and the channel that the law allows today; `null` when it allows none. */
export type Invitee = EventMatch & { readonly contact: Contact; readonly channel: Channel | null }

/** How to look: the person's day and zone, the distance, how many, a larger gazetteer, and what the law allows (claim 6). */
export type InviteOptions = Pick<InviteSetting, 'today' | 'zone'> &
  Partial<Pick<InviteSetting, 'km' | 'find'>> & { readonly limit?: number; readonly channelFor: (contact: Contact) => Channel | null }

// The law is asked of those who would be shown, and of no more than this many times their number.
const patience = 10

/**
 * Who to invite to an event, best first: those whose "not now" it answers, those near, those interested, those who came or bought,
 * clients not seen for long (claim 6). Whoever already has an invitation is left out; whoever may not be written to or called
 * comes last. Ties go to the one contacted longest ago, then to the smaller id.
 */
export const whoToInvite = (event: Event, facts: InviteFacts, { channelFor, limit = 50, ...options }: InviteOptions): readonly Invitee[] => {
  const ready = readyEvent(event, facts.offers, { km: nearKm, find: findPlace, ...options })
  const pasts = pastOf(facts)
  const found: { readonly contact: Contact; readonly match: EventMatch }[] = []
  for (const contact of facts.contacts) {
    const past = pasts.get(contact.id) ?? noPast
    if (past.invitedTo.has(event.id)) continue
    const match = matchEvent(ready, contact, past)
    if (match) found.push({ contact, match })
  }
  found.sort(before)
  const lawful: Invitee[] = []
  const silent: Invitee[] = []
  for (const { contact, match } of found.slice(0, limit * patience)) {
    if (lawful.length === limit) break
    const channel = channelFor(contact)
    ;(channel === null ? silent : lawful).push({ ...match, contact, channel })
  }
  return [...lawful, ...silent].slice(0, limit)
}

type Found = { readonly contact: Contact; readonly match: EventMatch }
const before = (a: Found, b: Found): number => {
  if (a.match.score !== b.match.score) return b.match.score - a.match.score
  const [lastA, lastB] = [a.contact.lastTouchAt ?? '', b.contact.lastTouchAt ?? '']
  if (lastA !== lastB) return lastA < lastB ? -1 : 1
  return a.contact.id < b.contact.id ? -1 : 1
}

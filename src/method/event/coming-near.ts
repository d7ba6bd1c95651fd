import type { Contact } from '../contact/contact.ts'
import { findPlace } from '../contact/place.ts'
import { nearKm } from '../follow-up/not-now.ts'
import type { Event, Invitation } from './event.ts'
import { matchEvent, readyEvent, type EventMatch } from './match-event.ts'
import { noPast, pastOf, type InviteFacts } from './past-with-us.ts'
import type { InviteOptions } from './who-to-invite.ts'

/** An event to come that concerns someone, and her invitation when she has one. */
export type ComingEvent = EventMatch & { readonly event: Event; readonly invitation: Invitation | null }

/** What is coming up near someone, or for her, soonest first: the reverse of whom to invite (claim 6). */
export const comingNear = (
  contact: Contact,
  facts: Omit<InviteFacts, 'contacts'>,
  options: Omit<InviteOptions, 'channelFor' | 'limit'>,
): readonly ComingEvent[] => {
  const past = pastOf({ ...facts, contacts: [] }).get(contact.id) ?? noPast
  const hers = [...facts.invitations].filter(({ contactId, state }) => contactId === contact.id && state !== 'withdrawn')
  const invitations = new Map(hers.map((each) => [each.eventId, each]))
  return [...facts.events]
    .filter(({ day, until, archivedAt }) => archivedAt === null && (until ?? day) >= options.today)
    .flatMap((event) => {
      const match = matchEvent(readyEvent(event, facts.offers, { km: nearKm, find: findPlace, ...options }), contact, past)
      return match ? [{ ...match, event, invitation: invitations.get(event.id) ?? null }] : []
    })
    .sort((a, b) => (a.event.day < b.event.day ? -1 : a.event.day > b.event.day ? 1 : b.score - a.score))
}

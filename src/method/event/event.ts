import type { Day, Instant } from '../calendar/day.ts'
import type { Channel } from '../consent/consent.ts'
import type { ContactId } from '../contact/contact.ts'
import type { Stood } from '../follow-up/not-now.ts'

/** Something with a place and a date to which people can be invited (claim 6). */
export type Event = {
  readonly id: string
  readonly memberId: string
  readonly title: string
  /** A place of the gazetteer, else free text. */
  readonly place: string
  /** Decimal degrees, when the place is known. */
  readonly latitude: number | null
  readonly longitude: number | null
  readonly venue: string
  readonly day: Day
  /** Local clock time `HH:mm`. */
  readonly time: string | null
  /** The last day, when it lasts more than one. */
  readonly until: Day | null
  readonly offerId: string | null
  readonly subjects: readonly string[]
  readonly link: string
  readonly note: string
  readonly createdAt: Instant
  readonly archivedAt: Instant | null
  /** How it stood before each change of its place or day, oldest first: kept by Entrain alone; absent in what was written before. */
  readonly stood?: readonly Stood[] | null | undefined
}

/** How many changes of an event are remembered. */
export const rememberedChanges = 20

type Standing = Pick<Event, 'day' | 'place' | 'latitude' | 'longitude' | 'archivedAt' | 'stood'>

/** How an event stood before now, once it is written as `wanted`. */
export const stoodBefore = (known: Standing | undefined, wanted: Standing, at: Instant): readonly Stood[] => {
  const stood = known?.stood ?? []
  if (!known) return stood
  const { day, place, latitude, longitude, archivedAt } = known
  const isSame =
    day === wanted.day &&
    place === wanted.place &&
    latitude === wanted.latitude &&
    longitude === wanted.longitude &&
    (archivedAt === null) === (wanted.archivedAt === null)
  if (isSame) return stood
  const last = stood.at(-1)?.until ?? at
  return [...stood, { until: at > last ? at : last, day, place, latitude, longitude, isArchived: archivedAt !== null }].slice(-rememberedChanges)
}

/** Where someone stands with an event; `withdrawn` is an invitation taken back, as though it had never been. */
export const invitationStates = ['invited', 'accepted', 'declined', 'present', 'absent', 'withdrawn'] as const
/** One of the states. */
export type InvitationState = (typeof invitationStates)[number]

/** One person and one event: at most one row of the two. */
export type Invitation = {
  readonly id: string
  readonly eventId: string
  readonly contactId: ContactId
  readonly memberId: string
  readonly state: InvitationState
  readonly channel: Channel | null
  readonly at: Instant
}

/** The id of the invitation of someone to an event: the same on every device. */
export const invitationId = (eventId: string, contactId: ContactId): string => `${eventId}.${contactId}`

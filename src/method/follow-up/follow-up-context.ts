import { isConversation, type Activity } from '../activity/activity.ts'
import { latestUnanswered, type Contact } from '../contact/contact.ts'
import type { Cadence, Cadences } from './cadence.ts'
import { sequencePlace, type Sequence, type SequencePlace } from './sequence.ts'

/** What the spacing of a proposal depends on beside the outcome, as things stand once the touch is counted. */
export type FollowUpContext = {
  /** Outgoing touches since the last answer, this one included. */
  readonly unanswered: number
  readonly cadence: Cadence
  /** The step to come of the sequence she is on; `null` when there is none, or when it stopped. */
  readonly sequenceStep: Extract<SequencePlace, { state: 'under-way' }> | null
}

type Followed = Pick<Contact, 'relationship' | 'unansweredAt' | 'lastReachedAt' | 'sequence'>

/** The context of a proposal for someone, her history counting the touch just made; `sequence` is the one she is on, if any. */
export const followUpContext = (contact: Followed, cadences: Cadences, sequence: Sequence | undefined, zone: string): FollowUpContext => {
  const place = sequence && contact.sequence?.id === sequence.id ? sequencePlace(sequence, contact.sequence.startedAt, contact, zone) : null
  return {
    unanswered: contact.unansweredAt.length,
    cadence: cadences[contact.relationship],
    sequenceStep: place?.state === 'under-way' ? place : null,
  }
}

/** The context of a proposal for someone to whom a touch is being logged: her history is taken as it will be once the touch counts. */
export const contextAfter = (
  contact: Followed,
  touch: Pick<Activity, 'outcome' | 'direction' | 'occurredAt' | 'zone'>,
  cadences: Cadences,
  sequence: Sequence | undefined,
): FollowUpContext => {
  const { occurredAt, direction, zone } = touch
  const spoke = isConversation(touch)
  const lastReachedAt = spoke && (contact.lastReachedAt === null || occurredAt > contact.lastReachedAt) ? occurredAt : contact.lastReachedAt
  const touches = direction === 'out' && !spoke ? [...contact.unansweredAt, occurredAt] : contact.unansweredAt
  return followUpContext({ ...contact, lastReachedAt, unansweredAt: latestUnanswered(touches, lastReachedAt) }, cadences, sequence, zone)
}

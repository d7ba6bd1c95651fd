import { counts, type Activity } from '../activity/activity.ts'
import type { KnownUse } from '../consent/used-facts.ts'
import type { MessageState, OutboundMessage } from './message.ts'

const left: readonly MessageState[] = ['sending', 'sent', 'unsure']

/** What an activity uses up: a message written, a call that was more than a ringing; nothing when it was undone or came from her. */
export const useOfActivity = (activity: Activity): readonly KnownUse[] => {
  const { id, kind, occurredAt, zone, direction, outcome } = activity
  if (!counts(activity) || direction !== 'out') return []
  if (kind === 'email' || kind === 'text') return [{ id, at: occurredAt, zone, way: 'written' }]
  return kind === 'phone' && outcome !== 'no-answer' ? [{ id, at: occurredAt, zone, way: 'called' }] : []
}

/** What a message uses up once it leaves; one that may have left counts, since it is never sent again. */
export const useOfMessage = ({ id, state, at, sentAt }: OutboundMessage): readonly KnownUse[] =>
  left.includes(state) ? [{ id, at: sentAt ?? at, zone: 'UTC', way: 'written' }] : []

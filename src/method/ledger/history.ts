import type { Activity } from '../activity/activity.ts'
import { counts, isConversation } from '../activity/activity.ts'
import type { Instant } from '../calendar/day.ts'
import { blankHistory, latestUnanswered, type Contact, type ContactHistory } from '../contact/contact.ts'

const later = (a: Instant | null, b: Instant): Instant => (a !== null && a > b ? a : b)
const earlier = (a: Instant | null, b: Instant): Instant => (a !== null && a < b ? a : b)

/** The history with one more activity. Order does not matter: late offline facts give the same history (claim 4). */
export const withActivity = (history: ContactHistory, activity: Activity): ContactHistory => {
  if (!counts(activity)) return history
  const at = activity.occurredAt
  const spoke = isConversation(activity)
  const lastReachedAt = spoke ? later(history.lastReachedAt, at) : history.lastReachedAt
  const touches = activity.direction === 'out' && !spoke ? [...history.unansweredAt, at] : history.unansweredAt
  const isNewestWord = activity.note !== '' && (history.lastWordsAt === null || at >= history.lastWordsAt)
  return {
    touches: history.touches + (activity.direction === 'out' ? 1 : 0),
    lastTouchAt: later(history.lastTouchAt, at),
    firstReachedAt: spoke ? earlier(history.firstReachedAt, at) : history.firstReachedAt,
    lastReachedAt,
    lastWords: isNewestWord ? activity.note : history.lastWords,
    lastWordsAt: isNewestWord ? at : history.lastWordsAt,
    unansweredAt: latestUnanswered(touches, lastReachedAt),
  }
}

/** The history that a list of activities tells. */
export const historyOf = (activities: Iterable<Activity>): ContactHistory => {
  let history = blankHistory
  for (const activity of [...activities].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.id < b.id ? -1 : 1))) {
    history = withActivity(history, activity)
  }
  return history
}

/** Whether a touch is a follow-up by itself: to someone reached before it, or a client (claim 2). Nobody has to tick it. */
export const isFollowUp = ({ direction, occurredAt }: Pick<Activity, 'direction' | 'occurredAt'>, { relationship, firstReachedAt }: Contact): boolean =>
  direction === 'out' && (relationship === 'client' || relationship === 'past-client' || (firstReachedAt !== null && firstReachedAt < occurredAt))

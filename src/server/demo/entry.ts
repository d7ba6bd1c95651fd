import type { Outcome } from '#method/activity/activity.ts'
import type { Instant } from '#method/calendar/day.ts'
import type { ActivityEntry, After } from '#method/ledger/operation.ts'

/** An outgoing activity as the story tells it; what comes after is what the outcome proposes. */
export const entry = (
  activityId: string,
  kind: string,
  outcome: Outcome,
  contactIds: readonly string[],
  occurredAt: Instant,
  after: After = { take: 'proposal' },
): ActivityEntry => ({
  activityId,
  kind,
  direction: 'out',
  outcome,
  contactIds,
  minutes: null,
  title: '',
  note: '',
  notNow: null,
  occurredAt,
  zone: 'America/Toronto',
  meeting: null,
  after,
})

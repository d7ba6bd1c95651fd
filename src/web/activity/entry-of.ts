import type { Activity } from '#method/activity/activity.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { ActivityEntry, After } from '#method/ledger/operation.ts'

type Chosen = Pick<ActivityEntry, 'meeting' | 'after'>

// What the activity had set and still stands is told again, so that correcting a note does not move a date.
const chosenBy = (activity: Activity, contact: Contact | undefined): Chosen => {
  const step = contact?.nextStep
  if (step && step.setBy === activity.id && step.origin === 'meeting') return { meeting: { day: step.due, time: step.time }, after: { take: 'proposal' } }
  if (step && step.setBy === activity.id && (step.origin === 'chosen' || step.origin === 'snoozed')) {
    const { due, time, kind, promised, note, origin } = step
    return { meeting: null, after: { take: 'step', step: { due, time, kind, promised, note, origin } } }
  }
  if (contact?.letGo && contact.letGo.setBy === activity.id && activity.outcome !== 'no')
    return { meeting: null, after: { take: 'let-go', reason: contact.letGo.reason } }
  return { meeting: null, after: { take: 'proposal' } satisfies After }
}

// What would change her answer is kept on her page, beside the "not now" that this activity told.
const changeTold = ({ occurredAt, outcome }: Activity, contact: Contact | undefined): ActivityEntry['notNowChange'] =>
  outcome === 'not-now' && contact?.notNow?.at === occurredAt ? (contact.notNow.change ?? null) : null

/** An activity as it could be told again: what a correction starts from. */
export const entryOf = (activity: Activity, contactOf: (id: string) => Contact | undefined): Omit<ActivityEntry, 'activityId'> => ({
  kind: activity.kind,
  direction: activity.direction,
  outcome: activity.outcome,
  contactIds: activity.contactIds,
  minutes: activity.minutes,
  title: activity.title,
  note: activity.note,
  notNow: activity.notNow,
  notNowChange: changeTold(activity, activity.contactIds[0] ? contactOf(activity.contactIds[0]) : undefined),
  occurredAt: activity.occurredAt,
  zone: activity.zone,
  ...chosenBy(activity, activity.contactIds[0] ? contactOf(activity.contactIds[0]) : undefined),
})

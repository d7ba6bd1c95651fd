import type { Instant } from '#method/calendar/day.ts'
import type { MessageEntry } from '#method/ledger/operation.ts'
import { planLog, type Plan } from '../activity/log.ts'
import type { Wrote } from './writing-ways.tsx'

/** A message given to Entrain to send. */
export type Letter = Pick<MessageEntry, 'to' | 'subject' | 'body' | 'language' | 'purpose'>

type Written = {
  readonly activityId: string
  readonly contactId: string
  readonly way: Wrote
  readonly title: string
  readonly at: Instant
  readonly zone: string
}

/** She was written to, from one's own mail program or telephone: the touch, and what takes it back. */
export const writtenPlan = ({ activityId, contactId, way, title, at, zone }: Written): Plan => {
  const told = { kind: way, direction: 'out', outcome: 'sent', minutes: null, title, note: '', notNow: null, meeting: null, sale: null } as const
  return planLog({ ...told, occurredAt: at, zone, after: { take: 'proposal' } }, [{ id: contactId, newName: null }], { activityId, saleId: activityId })
}

type Queued = Letter & { readonly messageId: string; readonly contactId: string; readonly eventId: string | null }

/** Entrain sends it, once, and notes the touch when it has left: the law is asked again at that moment. */
export const queuePlan = (entry: Queued): Plan => ({
  changes: [{ type: 'message.queue', ...entry }],
  undo: [{ type: 'message.cancel', messageId: entry.messageId }],
})

import { v7 } from 'uuid'
import type { Instant } from '#method/calendar/day.ts'
import { invitationId } from '#method/event/event.ts'
import type { Change, Operation } from '#method/ledger/operation.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import { format } from '#wire/ledger/operation.ts'
import type { Tx } from '#server/db/database.ts'
import { readById } from '#server/db/rows.ts'
import { personOf } from '../consent/store.ts'
import { push } from '../ledger/push.ts'

/**
 * Notes a message as what it is once it has left, in the transaction that says so: an e-mail of the day it left, and where it invited her.
 * Its activity has the message's own id, so that it counts once.
 */
export const noteSent = async (tx: Tx, workspaceId: string, message: OutboundMessage, at: Instant): Promise<void> => {
  const { id, memberId, contactId, eventId, subject } = message
  const zone = (await readById(tx, 'settings', workspaceId, memberId))?.zone ?? 'America/Toronto'
  const event = eventId === null ? undefined : await readById(tx, 'event', workspaceId, eventId)
  const changes: Change[] = [
    {
      type: 'activity.record',
      activityId: id,
      kind: 'email',
      direction: 'out',
      outcome: 'sent',
      contactIds: [contactId],
      minutes: null,
      title: event?.title ?? subject,
      note: '',
      notNow: null,
      occurredAt: at,
      zone,
      meeting: null,
      after: { take: 'proposal' },
    },
  ]
  if (event && !(await isAlreadyInvited(tx, workspaceId, event.id, contactId)))
    changes.push({ type: 'invitation.put', invitation: { eventId: event.id, contactId, state: 'invited', channel: 'email', at } })
  const operations = changes.map((change): Operation => ({ id: v7(), at, zone, change }))
  const actor = { workspaceId, memberId, role: 'owner' } as const
  await push(tx, actor, { device: null, format, operations: operations.map((operation) => ({ sequence: null, operation })) })
}

// Whoever answered meanwhile keeps her answer.
const isAlreadyInvited = async (tx: Tx, workspaceId: string, eventId: string, contactId: string): Promise<boolean> => {
  const person = await personOf(tx, workspaceId, contactId)
  const invitation = await readById(tx, 'invitation', workspaceId, invitationId(eventId, person?.id ?? contactId))
  return invitation !== undefined && invitation.state !== 'withdrawn'
}

import { useLingui } from '@lingui/react/macro'
import { asInstant } from '#method/calendar/day.ts'
import { invitationId } from '#method/event/event.ts'
import type { Change } from '#method/ledger/operation.ts'
import type { MessageState, OutboundMessage } from '#method/message/message.ts'
import { useLogging } from '../activity/use-logging.ts'
import { newId, useLedger, useNow, type LedgerView } from '../offline/ledger.ts'
import { queuePlan, writtenPlan } from './message-plans.ts'

const open: readonly MessageState[] = ['queued', 'sending', 'failed', 'blocked', 'unsure']

/** Whether nobody knows yet that a message left: it waits, was held back, or may have left and nobody has said so. */
export const isOpenMessage = (ledger: Pick<LedgerView, 'get'>, { id, state }: OutboundMessage): boolean => open.includes(state) && !isTold(ledger, id)

// Its activity has its own id: the server writes it when the message has left, or whoever knows that it did.
const isTold = (ledger: Pick<LedgerView, 'get'>, messageId: string): boolean => {
  const activity = ledger.get('activity', messageId)
  return activity !== undefined && activity.voidedAt === null
}

/** What can be done about a message that has not left, or may have. */
export function useOutbound() {
  const { t } = useLingui()
  const ledger = useLedger()
  const logging = useLogging()
  const { zone } = useNow()
  return {
    /** Gives the same words again as another message, once: the first is taken back. */
    retry: (message: OutboundMessage): boolean => {
      const { id, contactId, eventId, to, subject, body, purpose, language } = message
      const again = queuePlan({ messageId: newId(), contactId, eventId, to, subject, body, purpose, language })
      return logging(
        { changes: [{ type: 'message.cancel', messageId: id }, ...again.changes], undo: again.undo },
        t`Le courriel repart dès que le réseau le permet.`,
      ).ok
    },
    withdraw: (message: OutboundMessage): boolean => {
      const { contactId, eventId, to, subject, body, purpose, language } = message
      const again = queuePlan({ messageId: newId(), contactId, eventId, to, subject, body, purpose, language })
      return logging({ changes: [{ type: 'message.cancel', messageId: message.id }], undo: again.changes }, t`Le courriel ne partira pas.`).ok
    },
    /** She got it, or it is in the folder of what was sent: it is noted as what it was. */
    left: ({ id, contactId, eventId, subject, at }: OutboundMessage): boolean => {
      const event = eventId === null ? undefined : ledger.get('event', eventId)
      const plan = writtenPlan({ activityId: id, contactId, way: 'email', title: event?.title ?? subject, at, zone })
      const kept = event && ledger.get('invitation', invitationId(event.id, contactId))
      const invited: readonly Change[] =
        event && (kept?.state ?? 'withdrawn') === 'withdrawn'
          ? [{ type: 'invitation.put', invitation: { eventId: event.id, contactId, state: 'invited', channel: 'email', at: asInstant(Date.now()) } }]
          : []
      return logging({ changes: [...plan.changes, ...invited], undo: plan.undo }, '').ok
    },
  }
}

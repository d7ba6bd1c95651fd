import { useLingui } from '@lingui/react/macro'
import { asInstant } from '#method/calendar/day.ts'
import type { Channel } from '#method/consent/consent.ts'
import type { Contact, ContactId } from '#method/contact/contact.ts'
import { invitationId, type Event, type InvitationState } from '#method/event/event.ts'
import type { Change, MessageEntry } from '#method/ledger/operation.ts'
import { refusalSentence } from '#language/refusals.ts'
import { planLog, type Plan } from '../activity/log.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLogging } from '../activity/use-logging.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'

/** A message given to Entrain to send. */
export type Letter = Pick<MessageEntry, 'to' | 'subject' | 'body' | 'language'>

/** The gestures that invite someone to an event, each with its activity, and each taken back as a whole. */
export function useInviting(event: Pick<Event, 'id' | 'title'>) {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const logging = useLogging()
  const { show } = useToast()
  const language = useLanguage()
  const { zone } = useNow()
  const eventId = event.id

  const standing = (contactId: ContactId, state: InvitationState, channel: Channel | null): Change => ({
    type: 'invitation.put',
    invitation: { eventId, contactId, state, channel, at: asInstant(Date.now()) },
  })
  const before = (contactId: ContactId): Change => {
    const kept = ledger.get('invitation', invitationId(eventId, contactId))
    return standing(contactId, kept?.state ?? 'withdrawn', kept?.channel ?? null)
  }
  const withActivity = ({ id }: Contact, kind: 'email' | 'text', channel: Channel, more: Plan): Plan => {
    const told = { kind, direction: 'out', outcome: 'sent', minutes: null, title: event.title, note: '', notNow: null, meeting: null, sale: null } as const
    const activity = planLog({ ...told, occurredAt: asInstant(Date.now()), zone, after: { take: 'proposal' } }, [{ id, newName: null }], {
      activityId: newId(),
      saleId: newId(),
    })
    return {
      changes: [...more.changes, ...activity.changes, standing(id, 'invited', channel)],
      undo: [before(id), ...activity.undo, ...more.undo],
    }
  }
  return {
    /** She was written to, from one's own mail program or telephone: the activity and the invitation, in one tap. */
    wrote: (contact: Contact, channel: 'email' | 'sms' | 'message'): boolean =>
      logging(withActivity(contact, channel === 'email' ? 'email' : 'text', channel, { changes: [], undo: [] }), t`${contact.name} est invitée.`).ok,
    /** Entrain sends it: the law is asked again when it leaves. */
    send: (contact: Contact, letter: Letter): boolean => {
      const messageId = newId()
      const queue: Plan = {
        changes: [{ type: 'message.queue', messageId, contactId: contact.id, eventId, purpose: 'invitation', ...letter }],
        undo: [{ type: 'message.cancel', messageId }],
      }
      return logging(withActivity(contact, 'email', 'email', queue), t`${contact.name} est invitée.`).ok
    },
    /** Where she stands, changed in one tap; the call or message is told elsewhere. */
    stand: (contactId: ContactId, state: InvitationState, channel?: Channel): boolean => {
      const kept = ledger.get('invitation', invitationId(eventId, contactId))
      const written = write(standing(contactId, state, channel ?? kept?.channel ?? null))
      if (written.ok) written.saved.catch(() => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }))
      else show({ text: refusalSentence(written.reason, language) })
      return written.ok
    },
  }
}

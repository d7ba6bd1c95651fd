import { useLingui } from '@lingui/react/macro'
import { asInstant } from '#method/calendar/day.ts'
import type { Channel } from '#method/consent/consent.ts'
import type { Contact, ContactId } from '#method/contact/contact.ts'
import { invitationId, type Event, type InvitationState } from '#method/event/event.ts'
import type { Change } from '#method/ledger/operation.ts'
import { useLogging } from '../activity/use-logging.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { queuePlan, writtenPlan, type Letter } from '../message/message-plans.ts'
import type { Wrote } from '../message/writing-ways.tsx'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'

/** The gestures that invite someone to an event, each with its activity, and each taken back as a whole. */
export function useInviting(event: Pick<Event, 'id' | 'title'>) {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const logging = useLogging()
  const sayRefusal = useSayRefusal()
  const { show } = useToast()
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
  return {
    /** She was written to, from one's own mail program or telephone: the activity and the invitation, in one tap. */
    wrote: ({ id, name }: Contact, way: Wrote): boolean => {
      const { changes, undo } = writtenPlan({ activityId: newId(), contactId: id, way, title: event.title, at: asInstant(Date.now()), zone })
      const invited = standing(id, 'invited', way === 'email' ? 'email' : 'sms')
      return logging({ changes: [...changes, invited], undo: [before(id), ...undo] }, t`${name} est invitée.`).ok
    },
    /** Entrain sends it: the law is asked again when it leaves, and she is invited once it has. */
    send: ({ id, name }: Contact, letter: Letter): boolean =>
      logging(queuePlan({ ...letter, messageId: newId(), contactId: id, eventId }), t`L’invitation de ${name} partira dès que le réseau le permet.`).ok,
    /** Takes an invitation back, as though it had never been. */
    withdraw: ({ id, name }: Contact): boolean =>
      logging({ changes: [standing(id, 'withdrawn', null)], undo: [before(id)] }, t`${name} n’est plus invitée.`).ok,
    /** Where she stands, changed in one tap; the call or message is told elsewhere. */
    stand: (contactId: ContactId, state: InvitationState, channel?: Channel): boolean => {
      const kept = ledger.get('invitation', invitationId(eventId, contactId))
      const written = write(standing(contactId, state, channel ?? kept?.channel ?? null))
      if (written.ok) written.saved.catch(() => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }))
      else sayRefusal(written.reason)
      return written.ok
    },
  }
}

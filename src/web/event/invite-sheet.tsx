import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import type { Event } from '#method/event/event.ts'
import { useMailAccount } from '../message/use-mail-account.ts'
import { WritingForm, type Drafts } from '../message/writing-form.tsx'
import { useLedger } from '../offline/ledger.ts'
import { Sheet } from '../ui/sheet.tsx'
import { useInviting } from './use-inviting.ts'

/** Whom to invite, and why as one sentence. */
export type InviteRequest = { readonly contact: Contact; readonly reason: string }

const inviting = ['event'] as const

type Props = { readonly request: InviteRequest | null; readonly event: Event; readonly onClose: () => void; readonly onCall: (contact: Contact) => void }

/** Invites one person: what can be done is what the law allows today; what was typed is kept until she is invited. */
export function InviteSheet({ request, event, onClose, onCall }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { wrote, send } = useInviting(event)
  const hasAccount = useMailAccount(request !== null)
  const [drafts, setDrafts] = useState<Drafts>({})
  const contact = request ? (ledger.contact(request.contact.id) ?? request.contact) : null
  return (
    <Sheet
      open={contact !== null}
      onClose={onClose}
      title={contact ? t`Inviter ${contact.name}` : ''}
      above={event.title || undefined}
      closeLabel={t`Fermer`}
      side="right"
    >
      {contact && (
        <WritingForm
          key={contact.id}
          contact={contact}
          purposes={inviting}
          lawPurpose="invitation"
          event={event}
          reason={request?.reason ?? ''}
          offer={event.offerId === null ? null : (ledger.get('offer', event.offerId) ?? null)}
          canSend={hasAccount}
          drafts={drafts}
          onDrafts={setDrafts}
          onWrote={(way) => {
            if (wrote(contact, way)) onClose()
          }}
          onSend={(letter) => {
            if (send(contact, letter)) onClose()
          }}
          onCall={() => onCall(contact)}
        />
      )}
    </Sheet>
  )
}

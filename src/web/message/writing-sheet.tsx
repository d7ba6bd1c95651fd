import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { isWaiting } from '#method/enquiry/enquiry.ts'
import type { TemplatePurpose } from '#method/message/template.ts'
import { useLedger, type LedgerView } from '../offline/ledger.ts'
import { Sheet } from '../ui/sheet.tsx'
import { useMailAccount } from './use-mail-account.ts'
import { useWriting } from './use-writing.ts'
import { WritingForm, type Drafts } from './writing-form.tsx'

type Props = {
  readonly contact: Contact | null
  readonly onClose: () => void
  /** She is called instead. */
  readonly onCall: () => void
}

/** Écrire à quelqu’un: a template filled with her details, changed, read over, and sent by the way that the law leaves. */
export function WritingSheet({ contact, onClose, onCall }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { wrote, send } = useWriting()
  const canSend = useMailAccount(contact !== null)
  const [drafts, setDrafts] = useState<Drafts>({})
  const current = contact && (ledger.contact(contact.id) ?? contact)
  const close = (isDone: boolean) => {
    if (!isDone) return
    setDrafts({})
    onClose()
  }
  return (
    <Sheet open={current !== null} onClose={onClose} title={current ? t`Écrire à ${current.name}` : ''} closeLabel={t`Fermer`} side="right">
      {current && (
        <WritingForm
          key={current.id}
          contact={current}
          purposes={purposesFor(ledger, current)}
          event={null}
          offer={lastBought(ledger, current.id)}
          reason=""
          canSend={canSend}
          drafts={drafts}
          onDrafts={setDrafts}
          onWrote={(way) => close(wrote(current, way))}
          onSend={(letter) => close(send(current, letter))}
          onCall={onCall}
        />
      )}
    </Sheet>
  )
}

const fresh = 14 * 86_400_000

/** What one would write to her for, the likeliest first: an answer to who asked, thanks to who just bought, else news. */
const purposesFor = (ledger: LedgerView, contact: Contact): readonly TemplatePurpose[] => {
  const since = asInstant(Date.now() - fresh)
  const hasAsked = ledger.about('enquiry', contact.id).some((enquiry) => isWaiting(enquiry, contact))
  const hasBought = ledger.salesOf(contact.id).some(({ voidedAt, amount, occurredAt }) => voidedAt === null && amount > 0 && occurredAt >= since)
  const first: readonly TemplatePurpose[] = hasAsked ? ['answer'] : hasBought ? ['thanks'] : []
  return [...new Set<TemplatePurpose>([...first, 'follow-up', 'thanks', 'answer', 'other'])]
}

const lastBought = (ledger: LedgerView, contactId: string) => {
  const sale = ledger.salesOf(contactId).find(({ voidedAt, amount, offerId }) => voidedAt === null && amount > 0 && offerId !== null)
  return sale?.offerId ? (ledger.get('offer', sale.offerId) ?? null) : null
}

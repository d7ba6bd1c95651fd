import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { Contact, ContactFields } from '#method/contact/contact.ts'
import { writtenPhone } from '#method/contact/phone.ts'
import { isWaiting, type Enquiry } from '#method/enquiry/enquiry.ts'
import { asBefore, enquiryLabel, fieldsTold, learntFrom, withoutBrought } from '#method/enquiry/learn-from-enquiry.ts'
import type { Change } from '#method/ledger/operation.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useLanguage } from '../activity/use-language.ts'
import { newId, useLedger, useWrite, type LedgerView } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'

const newestFirst = (a: Enquiry, b: Enquiry): number => (a.receivedAt > b.receivedAt ? -1 : a.receivedAt < b.receivedAt ? 1 : a.id < b.id ? -1 : 1)

/** Every enquiry, newest first, those that wait apart. */
export const enquiriesIn = (ledger: Pick<LedgerView, 'all' | 'contact'>): { readonly waiting: readonly Enquiry[]; readonly past: readonly Enquiry[] } => {
  const every = [...ledger.all('enquiry').values()].sort(newestFirst)
  const waits = (enquiry: Enquiry) => isWaiting(enquiry, enquiry.contactId === null ? undefined : ledger.contact(enquiry.contactId))
  return { waiting: every.filter(waits), past: every.filter((enquiry) => !waits(enquiry)) }
}

const edit = ({ id }: Contact, fields: Partial<ContactFields>): readonly Change[] =>
  Object.keys(fields).length === 0 ? [] : [{ type: 'contact.edit', contactId: id, fields }]
const linked = ({ id }: Enquiry, contactId: string | null): Change => ({ type: 'enquiry.link', enquiryId: id, contactId })

/** The enquiries of the workspace, and what can be done with one. */
export const useEnquiries = () => {
  const ledger = useLedger()
  const write = useWrite()
  const language = useLanguage()
  const { show } = useToast()
  const { t } = useLingui()
  const { version } = ledger
  const enquiries = useMemo(() => enquiriesIn(ledger), [version])
  const keep = (change: Change): boolean => {
    const written = write(change)
    if (written.ok) return true
    show({ text: refusalSentence(written.reason, language) })
    return false
  }
  const keepAll = (changes: readonly Change[]): boolean => changes.every(keep)
  return {
    ...enquiries,
    keep,
    /** Says that it is someone known: her page learns what it lacked, and a tap takes both back. */
    link: (enquiry: Enquiry, contactId: string): string | null => {
      const known = ledger.contact(contactId)
      if (!known) return null
      const learnt = learntFrom(enquiry, known, enquiryLabel)
      if (!keepAll([linked(enquiry, contactId), ...edit(known, learnt)])) return null
      show({
        text: t`Cette demande est celle de ${known.name}.`,
        action: { label: t`Annuler`, onPress: () => void keepAll([linked(enquiry, enquiry.contactId), ...edit(known, asBefore(learnt, known))]) },
      })
      return contactId
    },
    /** It was not she: the question is asked again, and what the enquiry had brought to her page leaves it. */
    unlink: (enquiry: Enquiry, known: Contact): void => {
      const fields = withoutBrought(enquiry, known)
      if (!keepAll([linked(enquiry, null), ...edit(known, fields)])) return
      show({
        text: t`Ce n’est pas ${known.name}. Dites de qui vient cette demande.`,
        action: { label: t`Annuler`, onPress: () => void keepAll([linked(enquiry, known.id), ...edit(known, asBefore(fields, known))]) },
      })
    },
    /** Makes her card from what she told, and links the enquiry to it. */
    linkToNew: (enquiry: Enquiry): string | null => {
      const contactId = newId()
      const name = enquiry.name.trim() || enquiry.email || writtenPhone(enquiry.phone, language) || t`Personne sans nom`
      const added: Change = { type: 'contact.add', contactId, fields: { ...fieldsTold(enquiry), name }, step: null }
      return keepAll([added, linked(enquiry, contactId)]) ? contactId : null
    },
    close: (enquiry: Enquiry): void => {
      if (!keep({ type: 'enquiry.close', enquiryId: enquiry.id, closed: true })) return
      show({
        text: t`Demande rangée.`,
        action: { label: t`Annuler`, onPress: () => void keep({ type: 'enquiry.close', enquiryId: enquiry.id, closed: false }) },
      })
    },
  }
}

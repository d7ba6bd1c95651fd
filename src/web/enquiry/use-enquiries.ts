import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { readPhone } from '#method/contact/phone.ts'
import { isWaiting, type Enquiry } from '#method/enquiry/enquiry.ts'
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
  return {
    ...enquiries,
    keep,
    link: (enquiry: Enquiry, contactId: string): boolean => keep({ type: 'enquiry.link', enquiryId: enquiry.id, contactId }),
    /** Makes her card from what she told, and links the enquiry to it. */
    linkToNew: (enquiry: Enquiry): string | null => {
      const contactId = newId()
      const { number, extension } = readPhone(enquiry.phone)
      const fields = {
        name: enquiry.name.trim() || enquiry.email || enquiry.phone || t`Personne sans nom`,
        emails: enquiry.email === '' ? [] : [{ label: '', address: enquiry.email }],
        phones: enquiry.phone === '' ? [] : [{ label: '', number, ...(extension ? { extension } : {}) }],
        city: enquiry.city,
        language: enquiry.language,
        source: t`Demande`,
      }
      return keep({ type: 'contact.add', contactId, fields, step: null }) && keep({ type: 'enquiry.link', enquiryId: enquiry.id, contactId }) ? contactId : null
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

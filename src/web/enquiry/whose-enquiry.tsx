import { Trans, useLingui } from '@lingui/react/macro'
import type { Enquiry } from '#method/enquiry/enquiry.ts'
import { sharedWith } from '#method/enquiry/learn-from-enquiry.ts'
import { useLedger } from '../offline/ledger.ts'
import { Chip } from '../ui/chip.tsx'

type Props = {
  readonly enquiry: Enquiry
  readonly candidates: readonly string[]
  /** Whether she was called already: the question is then about who answered. */
  readonly isCalled: boolean
  readonly onKnown: (contactId: string) => void
  readonly onNew: () => void
}

/** An enquiry that could be someone's: who it may be, and what the two have in common. A person confirms (claim 5). */
export function WhoseEnquiry({ enquiry, candidates, isCalled, onKnown, onNew }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const names = { phone: t`même téléphone`, email: t`même courriel` }
  return (
    <div className="mt-4">
      <p className="mb-2 font-semibold">{isCalled ? <Trans>À qui avez-vous parlé?</Trans> : <Trans>Est-ce quelqu’un que vous connaissez?</Trans>}</p>
      <div className="flex flex-wrap gap-2">
        {candidates.map((contactId) => {
          const contact = ledger.contact(contactId)
          if (!contact) return null
          return (
            <Chip key={contactId} className="py-2 text-left whitespace-normal!" onClick={() => onKnown(contactId)}>
              {[contact.name, ...sharedWith(enquiry, contact).map((one) => names[one])].join(' · ')}
            </Chip>
          )
        })}
        <Chip tone="soft" onClick={onNew}>{t`Nouvelle personne`}</Chip>
      </div>
    </div>
  )
}

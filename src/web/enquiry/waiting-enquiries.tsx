import { Plural } from '@lingui/react/macro'
import { useState } from 'react'
import { useLedger } from '../offline/ledger.ts'
import { later } from '../ui/later.tsx'
import { Link } from '../ui/router.tsx'
import { EnquiryCard } from './enquiry-card.tsx'
import { useEnquiries } from './use-enquiries.ts'

const WritingSheet = later(
  () => import('../message/writing-sheet.tsx'),
  'WritingSheet',
  ({ contact }) => contact !== null,
)

type Props = {
  /** Whether the workspace has any enquiry at all: without one, nothing of this is brought. */
  readonly hasAny: boolean
  readonly onTouch: (contactId: string, kind: 'phone') => void
  readonly onSee: (contactId: string) => void
}

/**
 * On top of Today: the newest enquiry of someone not known yet, and how many others wait (claim 5). Once it is linked, its person is
 * the next one by the ranking, and stands there once.
 */
export function WaitingEnquiries({ onTouch, onSee }: Props) {
  const { waiting } = useEnquiries()
  const ledger = useLedger()
  const [writing, write] = useState<string | null>(null)
  const [first, ...others] = waiting.filter(({ contactId }) => contactId === null)
  return (
    <>
      {first && (
        <div className="grid gap-2">
          <EnquiryCard key={first.id} enquiry={first} onTouch={onTouch} onWrite={write} onSee={onSee} />
          {others.length > 0 && (
            <Link to="/demandes" className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
              <Plural value={others.length} one="Voir # autre demande" other="Voir # autres demandes" />
            </Link>
          )}
        </div>
      )}
      {/* The answer goes on once its person is known, and her enquiry is no longer here. */}
      <WritingSheet
        contact={writing === null ? null : (ledger.contact(writing) ?? null)}
        onClose={() => write(null)}
        onCall={() => {
          if (writing !== null) onTouch(writing, 'phone')
          write(null)
        }}
      />
    </>
  )
}

import { Plural } from '@lingui/react/macro'
import { Link } from '../ui/router.tsx'
import { EnquiryCard } from './enquiry-card.tsx'
import { useEnquiries } from './use-enquiries.ts'

type Props = {
  /** Whether the workspace has any enquiry at all: without one, nothing of this is brought. */
  readonly hasAny: boolean
  readonly onTouch: (contactId: string, kind: 'phone' | 'email') => void
  readonly onSee: (contactId: string) => void
}

/**
 * On top of Today: the newest enquiry of someone not known yet, and how many others wait (claim 5). Once it is linked, its person is
 * the next one by the ranking, and stands there once.
 */
export function WaitingEnquiries({ onTouch, onSee }: Props) {
  const { waiting } = useEnquiries()
  const [first, ...others] = waiting.filter(({ contactId }) => contactId === null)
  if (!first) return null
  return (
    <div className="grid gap-2">
      <EnquiryCard key={first.id} enquiry={first} onTouch={onTouch} onSee={onSee} />
      {others.length > 0 && (
        <Link to="/demandes" className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
          <Plural value={others.length} one="Voir # autre demande" other="Voir # autres demandes" />
        </Link>
      )}
    </div>
  )
}

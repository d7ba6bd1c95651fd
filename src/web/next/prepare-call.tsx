import { useLingui } from '@lingui/react/macro'
import { BookOpen } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import { Button } from '../ui/button.tsx'
import { later } from '../ui/later.tsx'
import type { Asked } from './call-brief.tsx'

const CallBrief = later(
  () => import('./call-brief.tsx'),
  'CallBrief',
  ({ contact }) => contact !== null,
)

type Props = {
  readonly contact: Contact
  readonly reason: string
  readonly asked?: Asked | undefined
  readonly onCall: () => void
  readonly className?: string | undefined
}

/** Opens what to know before a call. */
export function PrepareCall({ contact, reason, asked, onCall, className }: Props) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" size="small" icon={BookOpen} className={className} onClick={() => setOpen(true)}>{t`Préparer l’appel`}</Button>
      <CallBrief
        contact={isOpen ? contact : null}
        reason={reason}
        asked={asked}
        onClose={() => setOpen(false)}
        onCall={() => {
          setOpen(false)
          onCall()
        }}
      />
    </>
  )
}

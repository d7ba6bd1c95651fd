import { useLingui } from '@lingui/react/macro'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import { Button } from '../ui/button.tsx'
import { later } from '../ui/later.tsx'

const WritingSheet = later(
  () => import('./writing-sheet.tsx'),
  'WritingSheet',
  ({ contact }) => contact !== null,
)

type Props = { readonly contact: Contact; readonly onCall: () => void }

/** Opens a message already begun, with her own details. */
export function WriteTo({ contact, onCall }: Props) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" size="small" icon={PenLine} onClick={() => setOpen(true)}>{t`Préparer un message`}</Button>
      <WritingSheet
        contact={isOpen ? contact : null}
        onClose={() => setOpen(false)}
        onCall={() => {
          setOpen(false)
          onCall()
        }}
      />
    </>
  )
}

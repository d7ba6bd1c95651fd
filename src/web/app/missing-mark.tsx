import { Plural } from '@lingui/react/macro'
import { CircleAlert } from 'lucide-react'
import { useMissing } from '../offline/use-missing.ts'
import { Mark } from './mark.tsx'

/** How many changes of this device never reached the server, until the person has looked. */
export function MissingMark({ hasAny }: { readonly hasAny: boolean }) {
  const { missing } = useMissing()
  if (!hasAny || missing.length === 0) return null
  return (
    <Mark to="/a-corriger" icon={CircleAlert}>
      <Plural value={missing.length} one="# à vérifier" other="# à vérifier" />
    </Mark>
  )
}

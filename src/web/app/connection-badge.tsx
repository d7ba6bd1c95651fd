import { Plural, Trans } from '@lingui/react/macro'
import { CircleAlert, CloudOff, LogIn, RefreshCw } from 'lucide-react'
import { useLedger, useNow } from '../offline/ledger.ts'
import { later } from '../ui/later.tsx'
import { Mark } from './mark.tsx'

// A day without the server is long enough to say so in red.
const worryAfter = 24 * 3_600_000

/** What waits for the server, or keeps it away; nothing when all is well. */
export function ConnectionBadge() {
  const { pending, oldestPendingAt, refused, connection, missing } = useLedger()
  const { at } = useNow()
  const worries = oldestPendingAt !== null && Date.parse(at) - Date.parse(oldestPendingAt) > worryAfter
  if (connection === 'outdated')
    return (
      <Mark icon={RefreshCw}>
        <Trans>Mise à jour nécessaire pour synchroniser</Trans>
      </Mark>
    )
  if (refused.length > 0)
    return (
      <Mark to="/a-corriger" icon={CircleAlert}>
        <Plural value={refused.length} one="# à corriger" other="# à corriger" />
      </Mark>
    )
  if (connection === 'signed-out')
    return (
      <Mark to="/entrer" icon={LogIn}>
        <Trans>Reconnectez-vous pour synchroniser</Trans>
      </Mark>
    )
  if (pending > 0)
    return (
      <Mark icon={CloudOff} tone={worries ? 'text-danger' : undefined}>
        <Plural value={pending} one="# en attente" other="# en attente" />
      </Mark>
    )
  return connection === 'offline' ? (
    <Mark icon={CloudOff}>
      <Trans>Hors ligne</Trans>
    </Mark>
  ) : (
    <MissingMark hasAny={missing.length > 0} />
  )
}

const MissingMark = later(
  () => import('./missing-mark.tsx'),
  'MissingMark',
  ({ hasAny }) => hasAny,
)

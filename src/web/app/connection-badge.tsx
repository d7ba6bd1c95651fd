import { Plural, Trans } from '@lingui/react/macro'
import { CircleAlert, CloudOff, LogIn, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLedger, useNow } from '../offline/ledger.ts'
import type { Path } from '../ui/address.ts'
import { classes } from '../ui/classes.ts'
import { Icon, type IconType } from '../ui/icon.tsx'
import { Link } from '../ui/router.tsx'

// A day without the server is long enough to say so in red.
const worryAfter = 24 * 3_600_000

/** What waits for the server, or keeps it away; nothing when all is well. */
export function ConnectionBadge() {
  const { pending, oldestPendingAt, refused, connection } = useLedger()
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
  ) : null
}

type MarkProps = { readonly icon: IconType; readonly to?: Path; readonly tone?: string | undefined; readonly children: ReactNode }

function Mark({ icon, to, tone = 'text-soft', children }: MarkProps) {
  const look = classes('tabular inline-flex min-h-8 items-center gap-2 rounded-full border border-line bg-card px-3 text-[0.875rem] font-medium', tone)
  const inside = (
    <>
      <Icon of={icon} size={17} />
      {children}
    </>
  )
  return to ? (
    <Link to={to} className={classes(look, 'min-h-11')}>
      {inside}
    </Link>
  ) : (
    <span className={look}>{inside}</span>
  )
}

import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import type { Instant } from '#method/calendar/day.ts'

const shown = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** How long the call has lasted, second by second. */
export function CallTimer({ startedAt }: { readonly startedAt: Instant }) {
  const { t } = useLingui()
  const [now, tick] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000))
  return (
    <span role="timer" aria-label={t`Durée de l’appel`} className="tabular">
      {shown(seconds)}
    </span>
  )
}

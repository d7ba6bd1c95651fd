import { useEffect, useState } from 'react'
import type { LogRequest } from '../activity/log-sheet.tsx'
import { keepPendingTouch, readPendingTouch } from '../activity/pending-touch.ts'
import { useLedger } from '../offline/ledger.ts'
import { isUnderSheet } from '../ui/closing.ts'
import { later } from '../ui/later.tsx'

const LogSheet = later(
  () => import('../activity/log-sheet.tsx'),
  'LogSheet',
  ({ request }) => request !== null,
)

/** The phone may have dropped the page while the call lasted: whatever place it was made from, the question is asked on coming back. */
export function AskedAgain() {
  const ledger = useLedger()
  const { status } = ledger
  const [request, setRequest] = useState<LogRequest | null>(null)
  useEffect(() => {
    if (status !== 'ready') return
    const ask = () => {
      const touch = document.visibilityState === 'visible' ? readPendingTouch(Date.now()) : null
      // A screen that was not dropped still asks by itself.
      if (touch && ledger.contact(touch.contactId) && !isUnderSheet()) setRequest({ ...touch, newName: '' })
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
    // oxlint-disable-next-line react/exhaustive-deps -- asked once the ledger is there, not at each of its versions
  }, [status])
  return (
    <LogSheet
      request={request}
      onClose={() => {
        keepPendingTouch(null)
        setRequest(null)
      }}
    />
  )
}

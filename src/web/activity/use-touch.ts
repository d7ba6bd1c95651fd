import { useEffect, useState } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import { useLedger } from '../offline/ledger.ts'
import type { LogRequest } from './log-sheet.tsx'
import { keepPendingTouch, readPendingTouch } from './pending-touch.ts'

/** A channel that was tapped, and the question that comes after it. */
export type Touch = {
  readonly request: LogRequest | null
  /** The channel is open: her call starts, or her message is being written. */
  readonly touched: (contactId: string, kind: string) => void
  /** What happened is told afterwards, without a clock. */
  readonly tell: (contactId: string, kind: string) => void
  readonly close: () => void
}

/** Asks for the outcome on coming back from a channel, even when the phone had dropped the page while the call lasted. */
export const useTouch = (): Touch => {
  const ledger = useLedger()
  const { status } = ledger
  const [request, setRequest] = useState<LogRequest | null>(null)
  useEffect(() => {
    if (status !== 'ready') return
    const ask = () => {
      const touch = document.visibilityState === 'visible' ? readPendingTouch(Date.now()) : null
      if (touch && ledger.contact(touch.contactId)) setRequest((current) => current ?? { ...touch, newName: '' })
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
    // oxlint-disable-next-line react/exhaustive-deps -- asked once the ledger is there, not at each of its versions
  }, [status])
  return {
    request,
    touched: (contactId, kind) => {
      const touch = { contactId, kind, startedAt: asInstant(Date.now()) }
      keepPendingTouch(touch)
      setRequest({ ...touch, newName: '' })
    },
    tell: (contactId, kind) => setRequest({ contactId, kind, newName: '', startedAt: null }),
    close: () => {
      keepPendingTouch(null)
      setRequest(null)
    },
  }
}

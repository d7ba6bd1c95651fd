import { useState } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import type { LogRequest } from './log-sheet.tsx'
import { keepPendingTouch } from './pending-touch.ts'

/** What a screen does of someone it opens a channel to: the question is asked at once, and again if the phone drops the page meanwhile. */
export const useTouch = () => {
  const [request, setRequest] = useState<LogRequest | null>(null)
  return {
    request,
    /** A channel was opened now: it times the call. */
    touch: (contactId: string, kind: string): void => {
      const touch = { contactId, kind, startedAt: asInstant(Date.now()) }
      keepPendingTouch(touch)
      setRequest({ ...touch, newName: '' })
    },
    /** Something done before is told now. */
    note: (contactId: string, kind: string): void => setRequest({ kind, contactId, newName: '', startedAt: null }),
    close: (): void => {
      keepPendingTouch(null)
      setRequest(null)
    },
  }
}

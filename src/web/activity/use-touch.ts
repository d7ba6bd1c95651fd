import { useState } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import type { LogRequest } from './log-sheet.tsx'
import { keepPendingTouch } from './pending-touch.ts'

/** A channel that was tapped, and the question that comes after it. */
export type Touch = {
  readonly request: LogRequest | null
  /** A channel was opened now: it times the call. */
  readonly touch: (contactId: string, kind: string) => void
  /** Something done before is told now. */
  readonly note: (contactId: string, kind: string) => void
  readonly close: () => void
}

/** What a screen does of someone it opens a channel to: the question is asked at once, and again if the phone drops the page meanwhile. */
export const useTouch = (): Touch => {
  const [request, setRequest] = useState<LogRequest | null>(null)
  return {
    request,
    touch: (contactId, kind) => {
      const touch = { contactId, kind, startedAt: asInstant(Date.now()) }
      keepPendingTouch(touch)
      setRequest({ ...touch, newName: '' })
    },
    note: (contactId, kind) => setRequest({ kind, contactId, newName: '', startedAt: null }),
    close: () => {
      keepPendingTouch(null)
      setRequest(null)
    },
  }
}

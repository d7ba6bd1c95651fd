import { useEffect, useRef } from 'react'
import { callServer } from '../offline/server-call.ts'
import { useLedger } from '../offline/ledger.ts'

const patience = 60_000
const pause = 500

/**
 * Takes an import of past activities back. The device holds a window of them only, so the server does it: first what waits here
 * leaves, then it is asked until the whole of it is withdrawn. `false` without network.
 */
export const useTakeBack = (): ((importId: string) => Promise<boolean>) => {
  const { pending } = useLedger()
  const waiting = useRef(pending)
  useEffect(() => {
    waiting.current = pending
  }, [pending])
  return async (importId) => {
    const until = Date.now() + patience
    while (waiting.current > 0) {
      if (Date.now() > until) return false
      await new Promise((after) => setTimeout(after, pause))
    }
    for (;;) {
      const reply = await callServer(globalThis.fetch, `/api/imports/${importId}`, { method: 'DELETE' }, () => Date.now())
      if (reply.came !== 'answer') return false
      if ((reply.body as { readonly undoneAt: string | null }).undoneAt !== null) return true
    }
  }
}

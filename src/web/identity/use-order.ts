import { useRef, useState } from 'react'
import type { Asked } from './ask.ts'

/** One order to the server at a time, with what it answered when it said no. */
export function useOrder() {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<{ readonly reason: string; readonly sentence: string } | null>(null)
  const running = useRef(false)
  /** Answers the value, or nothing when it was refused or another order is still on its way. */
  const run = async <T>(order: () => Promise<Asked<T>>): Promise<{ readonly value: T } | undefined> => {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    setRefusal(null)
    const answer = await order()
    running.current = false
    setBusy(false)
    if (answer.ok) return { value: answer.value }
    setRefusal({ reason: answer.reason, sentence: answer.sentence })
    return undefined
  }
  return { busy, refusal, run }
}

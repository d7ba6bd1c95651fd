import { useCallback, useEffect, useState } from 'react'
import { ask, type Asked } from './ask.ts'

/** What the server knows and this device does not keep. `reload` keeps the last answer on screen until the next one is here. */
export function useAsked<T>(path: string): { readonly answer: Asked<T> | null; readonly reload: () => void } {
  const [answer, setAnswer] = useState<Asked<T> | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isGone = false
    void ask<T>('GET', path).then((next) => {
      if (!isGone) setAnswer(next)
    })
    return () => {
      isGone = true
    }
  }, [path, round])
  return { answer, reload: useCallback(() => setRound((before) => before + 1), []) }
}

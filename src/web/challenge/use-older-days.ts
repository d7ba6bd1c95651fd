import { useCallback, useEffect, useState } from 'react'
import type { Challenge } from '#method/challenge/challenge.ts'
import type { OlderDots } from '#method/challenge/challenge-progress.ts'
import type { ChallengeDaysAnswer } from '#wire/challenge/challenge.ts'
import { useLedger } from '../offline/ledger.ts'
import { keepAnswer, readAnswer } from '../offline/kept-answer.ts'
import { callServer } from '../offline/server-call.ts'

const askServer = async (): Promise<ChallengeDaysAnswer['challenges'] | null> => {
  const reply = await callServer(globalThis.fetch, '/api/challenges/days', {}, () => Date.now())
  return reply.came === 'answer' ? ((reply.body as Partial<ChallengeDaysAnswer> | null)?.challenges ?? null) : null
}

const keptName = 'challenge-days'
// Asked for by the card beside the day and by the screen: once for both.
const told = new Map<string, ChallengeDaysAnswer['challenges']>()

/** What a challenge holds of the days that left the device; `null` when all of its days are there, or nothing is known of the others. */
export type OlderDaysOf = (challenge: Challenge) => OlderDots | null

/**
 * The days of challenges that the device no longer holds, as the server tells them, kept for the days without network: a challenge that was
 * won stays won, and one of a year does not lose its beginning.
 */
export const useOlderDays = (challenges: readonly Challenge[]): OlderDaysOf => {
  const ledger = useLedger()
  const { status, workspace, windowFrom, connection } = ledger
  const key = workspace ? `${workspace.id} ${workspace.memberId}` : ''
  const [days, setDays] = useState(told.get(key) ?? null)
  const isAsked = status === 'ready' && challenges.some(({ from }) => from < windowFrom)
  useEffect(() => {
    if (!isAsked || !workspace) return
    let isWanted = true
    const show = (found: ChallengeDaysAnswer['challenges'] | null): void => {
      if (!found) return
      told.set(key, found)
      if (isWanted) setDays(found)
    }
    void (async () => {
      if (!told.has(key)) show(await readAnswer(workspace, keptName))
      const found = await askServer()
      show(found)
      if (found) await keepAnswer(workspace, keptName, found)
    })()
    return () => {
      isWanted = false
    }
  }, [key, isAsked, windowFrom, connection === 'online'])
  return useCallback(
    ({ id, from }) => {
      const items = from < windowFrom ? days?.[id] : undefined
      return items ? { before: windowFrom, items } : null
    },
    [days, windowFrom],
  )
}

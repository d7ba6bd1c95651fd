import { startTransition, useEffect, useState } from 'react'
import type { Day, Instant } from '#method/calendar/day.ts'
import type { Bilan, BilanScope } from '#method/evidence/bilan.ts'
import type { BilanAnswer } from '#wire/evidence/evidence.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { callServer } from '../offline/server-call.ts'
import { bilanOnDevice, deviceLog } from './device-bilan.ts'
import { keepBilan, readKeptBilan } from './kept-bilan.ts'

/** The figures of a span and what they rest on. */
export type BilanShown = {
  readonly span: string
  readonly bilan: Bilan
  /** `server`: the whole log; `device`: what the device holds, from `since` on. */
  readonly rests: 'server' | 'device'
  readonly since: Day | null
  /** When the server told them, if it was not just now. */
  readonly olderThan: Instant | null
}

type Held = { readonly key: string; readonly shown: BilanShown }
/** `days`: what happened in the span. `journeys`: what it says of people on their way to a sale, which takes longer to tell. */
type Reads = 'days' | 'journeys'

// Coming back to the screen finds what was told of the same log.
const told = new Map<string, { readonly version: number; readonly held: Held }>()

// A long log is told again on the server while its last answer is shown.
const againMs = 4000
const mostAgain = 15

const askServer = async ({ from, to, kind, source }: BilanScope): Promise<BilanAnswer | null> => {
  const asked = Object.entries({ from, to, kind, source }).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
  const reply = await callServer(globalThis.fetch, `/api/evidence${asked.length > 0 ? `?${asked.join('&')}` : ''}`, {}, () => Date.now())
  if (reply.came !== 'answer') return null
  const answer = reply.body as Partial<BilanAnswer> | null
  // A later shape belongs to a newer Entrain: what the device holds is shown instead.
  return answer?.version === 1 ? (answer as BilanAnswer) : null
}

/**
 * The Bilan of the days from `from` to `to`, `null` before the first one is told. What the device holds is enough for its
 * window, and always fresh; for longer, the server is asked and its last answer kept for the days without network.
 */
export const useBilan = (reads: Reads, span: string, from: Day | null, to: Day | null = null): BilanShown | null => {
  const ledger = useLedger()
  const { today, zone } = useNow()
  const { version, status, workspace, windowFrom, connection } = ledger
  const key = [reads, span, from, to, today, zone, workspace?.memberId].join('|')
  const [device, setDevice] = useState<Held | null>(told.get(key)?.held ?? null)
  const [server, setServer] = useState<Held | null>(null)
  const isLong = from === null || from < windowFrom
  const hasNothingToSend = ledger.pending === 0

  useEffect(() => {
    if (status !== 'ready') return
    const before = told.get(key)
    if (before?.version === version) return setDevice(before.held)
    let isWanted = true
    const since = isLong ? windowFrom : from
    const scope: BilanScope = { today, from: since, to, kind: null, source: null }
    void bilanOnDevice(deviceLog(ledger, zone), scope, reads === 'journeys', () => isWanted).then((bilan) => {
      if (!bilan) return
      const held: Held = { key, shown: { span, bilan, rests: 'device', since, olderThan: null } }
      told.set(key, { version, held })
      startTransition(() => setDevice(held))
    })
    return () => {
      isWanted = false
    }
  }, [version, status, key])

  useEffect(() => {
    if (!isLong || status !== 'ready' || !workspace || !hasNothingToSend) return
    let isWanted = true
    const scope: BilanScope = { today, from, to, kind: null, source: null }
    const show = (bilan: Bilan, olderThan: Instant | null) =>
      startTransition(() => setServer({ key, shown: { span, bilan, rests: 'server', since: bilan.scope.from, olderThan } }))
    void (async () => {
      let answer = await askServer(scope)
      for (let times = 0; answer; times += 1) {
        const { told: when, ...bilan } = answer
        const at = when.at as Instant
        await keepBilan(workspace, scope, span, { bilan, at })
        if (isWanted) show(bilan, when.isBehind ? at : null)
        if (!when.isBehind || times === mostAgain) return
        await new Promise((after) => setTimeout(after, againMs))
        const newer = isWanted ? await askServer(scope) : null
        if (!newer) return
        answer = newer
      }
      const kept = await readKeptBilan(workspace, scope, span)
      if (isWanted && kept) show(kept.bilan, kept.at)
    })()
    return () => {
      isWanted = false
    }
  }, [key, isLong, status, workspace?.id, hasNothingToSend, connection === 'online'])

  if (isLong && server?.key === key) return server.shown
  // The span before stays on screen until the next is told: nothing blinks.
  return device?.shown ?? null
}

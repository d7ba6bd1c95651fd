import { useEffect, useMemo, useState } from 'react'
import type { Day } from '#method/calendar/day.ts'
import { pastTouches, type OwnPast } from '#method/plan/past-touches.ts'
import { useLedger, type LedgerView } from '../offline/ledger.ts'
import { keepAnswer, readAnswer } from '../offline/kept-answer.ts'
import { callServer } from '../offline/server-call.ts'

/** Some days, both included; `null`: without end on that side. */
export type PastDays = { readonly from: Day | null; readonly to: Day | null }

const isWithin = (day: Day, { from, to }: PastDays): boolean => (from === null || from <= day) && (to === null || day <= to)

/** What the device knows of these days: nothing of before its window, sales no more than the touches that led to them. */
const pastOnDevice = (ledger: LedgerView, { from, to }: PastDays): OwnPast => {
  const memberId = ledger.workspace?.memberId
  const days = { from: from === null || from < ledger.windowFrom ? ledger.windowFrom : from, to }
  const isAsked = (fact: { readonly memberId: string; readonly day: Day }): boolean => fact.memberId === memberId && isWithin(fact.day, days)
  return pastTouches({
    contact: (id) => ledger.contact(id),
    currency: ledger.settings().currency,
    activities: [...ledger.all('activity').values()].filter(isAsked),
    sales: [...ledger.all('sale').values()].filter(isAsked),
  })
}

// Another shape belongs to another Entrain: what the device holds is shown instead.
const asPast = (answer: unknown): OwnPast | null => {
  const past = answer as Partial<OwnPast> | null
  return past?.touches && past.sales && past.sold !== undefined && past.timed ? (past as OwnPast) : null
}

const askServer = async ({ from, to }: PastDays): Promise<OwnPast | null> => {
  const asked = Object.entries({ from, to }).flatMap(([name, day]) => (day === null ? [] : [`${name}=${day}`]))
  const reply = await callServer(globalThis.fetch, `/api/evidence/past${asked.length > 0 ? `?${asked.join('&')}` : ''}`, {}, () => Date.now())
  return reply.came === 'answer' ? asPast(reply.body) : null
}

// Two figures of one screen ask for the same days at once, and coming back to it finds what was told before.
const told = new Map<string, OwnPast>()
const onTheirWay = new Map<string, Promise<OwnPast | null>>()

const askOnce = (key: string, days: PastDays): Promise<OwnPast | null> => {
  const before = onTheirWay.get(key)
  if (before) return before
  const asking = askServer(days).finally(() => onTheirWay.delete(key))
  onTheirWay.set(key, asking)
  return asking
}

/**
 * What her own log says of her touches and sales. What the device holds is enough for its window; for longer the server tells the whole log,
 * what came from files too, and its last answer is kept for the days without network. `rests` says which one is told.
 */
export const useOwnPast = ({ from, to }: PastDays): OwnPast & { readonly rests: 'server' | 'device' } => {
  const ledger = useLedger()
  const { status, workspace, windowFrom, connection, version } = ledger
  const key = [workspace?.id, workspace?.memberId, from, to].join('|')
  const [server, setServer] = useState<{ readonly key: string; readonly past: OwnPast } | null>(null)
  const isLong = from === null || from < windowFrom
  const hasNothingToSend = ledger.pending === 0
  useEffect(() => {
    if (!isLong || status !== 'ready' || !workspace || (!hasNothingToSend && connection === 'online')) return
    let isWanted = true
    void (async () => {
      const past = (await askOnce(key, { from, to })) ?? asPast(await readAnswer(workspace, `past|${from}`))
      if (!past) return
      told.set(key, past)
      if (isWanted) setServer({ key, past })
      await keepAnswer(workspace, `past|${from}`, past)
    })()
    return () => {
      isWanted = false
    }
  }, [key, isLong, status, hasNothingToSend, connection === 'online'])
  const whole = isLong ? (server?.key === key ? server.past : told.get(key)) : undefined
  return useMemo(() => (whole ? { ...whole, rests: 'server' } : { ...pastOnDevice(ledger, { from, to }), rests: 'device' }), [whole, version, from, to])
}

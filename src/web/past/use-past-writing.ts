import { useState } from 'react'
import type { Day, Instant } from '#method/calendar/day.ts'
import { backAgain, letGoByFile } from '#method/past/back-again.ts'
import { byPerson } from '#method/past/past-parts.ts'
import { paceOf, spreadFirstSteps } from '#method/follow-up/spread-first-steps.ts'
import type { Refusal } from '#method/ledger/operation.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { planPast } from './past-plan.ts'
import type { PastPreview } from './use-past-preview.ts'

type ReadPreview = Extract<PastPreview, { readonly state: 'read' }>

export type PastWriting =
  | { readonly state: 'idle' }
  | { readonly state: 'writing'; readonly done: number; readonly whole: number }
  | { readonly state: 'written'; readonly importId: string; readonly summary: ReadPreview['summary'] }
  | { readonly state: 'stopped'; readonly importId: string; readonly done: number; readonly reason: Refusal | 'not-kept' }

/** Writes a past part by part, each kept on the device before the next. */
export function usePastWriting() {
  const ledger = useLedger()
  const write = useWrite()
  const { today, zone } = useNow()
  const [writing, setWriting] = useState<PastWriting>({ state: 'idle' })
  const start = async ({ facts, people, summary, name }: ReadPreview): Promise<void> => {
    const calendar = ledger.calendar()
    const due = new Map<Day, number>()
    const letGo = new Map<string, Instant>()
    for (const person of ledger.people()) {
      const since = letGoByFile(person)
      if (since !== null) letGo.set(person.id, since)
      if (person.nextStep) due.set(person.nextStep.due, (due.get(person.nextStep.due) ?? 0) + 1)
    }
    const again = backAgain(byPerson(facts), letGo)
    const importId = newId()
    const plan = planPast({
      importId,
      file: name.slice(0, 200),
      facts,
      people,
      unknownKinds: summary.unknownKinds,
      again,
      days: spreadFirstSteps(summary.newPeople + again.open.length, today, paceOf(ledger.goals(), today, calendar), calendar, due),
      today,
    })
    const whole = plan.reduce((sum, { facts: count }) => sum + count, 0)
    let done = 0
    setWriting({ state: 'writing', done, whole })
    for (const { change, facts: count, at } of plan) {
      const written = at === null ? write(change) : write(change, { at, zone })
      if (!written.ok) return setWriting({ state: 'stopped', importId, done, reason: written.reason })
      try {
        await written.saved
      } catch {
        return setWriting({ state: 'stopped', importId, done, reason: 'not-kept' })
      }
      done += count
      setWriting({ state: 'writing', done, whole })
    }
    setWriting({ state: 'written', importId, summary })
  }
  return { writing, start, forget: () => setWriting({ state: 'idle' }) }
}

import { useState } from 'react'
import type { Day } from '#method/calendar/day.ts'
import { paceOf, spreadFirstSteps } from '#method/follow-up/spread-first-steps.ts'
import type { Refusal } from '#method/ledger/operation.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { partsOf, type ImportPlan } from './import-plan.ts'

export type Writing =
  | { readonly state: 'idle' }
  | { readonly state: 'writing'; readonly done: number; readonly whole: number }
  | { readonly state: 'written'; readonly importId: string; readonly added: number; readonly completed: number }
  | { readonly state: 'stopped'; readonly importId: string; readonly done: number; readonly reason: Refusal | 'not-kept' }

/** Writes an import part by part, each kept on the device before the next. */
export function useImportWriting() {
  const ledger = useLedger()
  const write = useWrite()
  const { today } = useNow()
  const [writing, setWriting] = useState<Writing>({ state: 'idle' })
  const start = async (plan: ImportPlan, file: string): Promise<void> => {
    const calendar = ledger.calendar()
    const due = new Map<Day, number>()
    for (const { nextStep } of ledger.people()) if (nextStep) due.set(nextStep.due, (due.get(nextStep.due) ?? 0) + 1)
    const parts = partsOf(plan.rows, spreadFirstSteps(plan.added, today, paceOf(ledger.goals(), today, calendar), calendar, due), today)
    const importId = newId()
    const whole = plan.rows.length
    let done = 0
    setWriting({ state: 'writing', done, whole })
    for (const rows of parts) {
      const written = write({ type: 'contact.import', importId, file: file.slice(0, 200), rows })
      if (!written.ok) return setWriting({ state: 'stopped', importId, done, reason: written.reason })
      try {
        await written.saved
      } catch {
        return setWriting({ state: 'stopped', importId, done, reason: 'not-kept' })
      }
      done += rows.length
      setWriting({ state: 'writing', done, whole })
    }
    setWriting({ state: 'written', importId, added: plan.added, completed: plan.completed })
  }
  return { writing, start, forget: () => setWriting({ state: 'idle' }) }
}

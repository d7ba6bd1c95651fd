import { useState } from 'react'
import { asInstant, type Day } from '#method/calendar/day.ts'
import { paceOf, spreadFirstSteps } from '#method/follow-up/spread-first-steps.ts'
import type { ImportRow, Refusal } from '#method/ledger/operation.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import type { Provenance } from './provenance-field.tsx'
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
  // Someone who says nothing of a file adds nothing to what the law already answers: no ground.
  const claim = async (rows: readonly ImportRow[], provenance: Provenance): Promise<void> => {
    if (provenance === 'unknown') return
    const fact = { type: 'import-claim', claim: provenance, words: '' } as const
    const reachable = rows.filter(({ isNew, fields }) => isNew && ((fields.emails?.length ?? 0) > 0 || (fields.phones?.length ?? 0) > 0))
    await Promise.all(
      reachable.flatMap(({ contactId }) => {
        const noted = write({ type: 'consent.record', consentId: newId(), contactId, fact, occurredAt: asInstant(Date.now()) })
        return noted.ok ? [noted.saved] : []
      }),
    )
  }
  const start = async (plan: ImportPlan, file: string, provenance: Provenance): Promise<void> => {
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
        await claim(rows, provenance)
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

import { useState } from 'react'
import type { PlannedActivity } from '#method/plan/planned-activities.ts'
import type { PlanChoice } from './plan-choice.ts'

/** What the conversation holds so far, as it was typed. */
export type PlanDraft = {
  readonly step: number
  readonly wish: string
  /** What one sale usually brings, as typed. */
  readonly sale: string
  /** « Sur 20 personnes, combien achètent? », as typed, for each activity where she said it. */
  readonly guesses: Partial<Readonly<Record<PlannedActivity, string>>>
  /** What is left of 100 $ of sales, as typed, for a wish in profit. */
  readonly margin: string
  readonly minutes: number
  readonly chosen: readonly PlannedActivity[]
  /** The plan she chose among those shown; `null` before she does. */
  readonly option: PlanChoice | null
}

const blank: PlanDraft = { step: 1, wish: '', sale: '', guesses: {}, margin: '', minutes: 120, chosen: ['clients', 'met', 'first-calls'], option: null }
const key = 'entrain-plan'

const kept = (first: Partial<PlanDraft>): PlanDraft => {
  try {
    const text = sessionStorage.getItem(key)
    return { ...blank, ...first, ...(text ? (JSON.parse(text) as Partial<PlanDraft>) : {}) }
  } catch {
    return { ...blank, ...first }
  }
}

/** The conversation, kept while it lasts: a call in the middle of it loses nothing. */
export const usePlanDraft = (first: Partial<PlanDraft>) => {
  const [draft, setDraft] = useState<PlanDraft>(() => kept(first))
  const keep = (next: PlanDraft): void => {
    setDraft(next)
    try {
      sessionStorage.setItem(key, JSON.stringify(next))
    } catch {
      // Without storage the conversation lasts as long as the page.
    }
  }
  const forget = (): void => {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // Nothing was kept.
    }
  }
  return { draft, change: (fields: Partial<PlanDraft>) => keep({ ...draft, ...fields }), forget }
}

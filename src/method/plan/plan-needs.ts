import { usableShare } from './capacity.ts'
import type { PlanContent } from './kept-plan.ts'

/** What a kept plan asks of a working day, and the most activities that its hours hold; `null` for a plan that was made without numbers. */
export type PlanNeeds = { readonly perDay: number; readonly most: number | null }

/** What a kept plan needs (algorithms B2: a plan that needs more is said, and never raises the goal). */
export const planNeeds = ({ type, perDay, minutesPerDay }: PlanContent): PlanNeeds | null => {
  const { touches, minutes } = (perDay ?? {}) as Readonly<Record<string, unknown>>
  if (type !== 'result' || typeof touches !== 'number' || !(touches > 0)) return null
  const each = typeof minutes === 'number' && minutes > 0 ? minutes / touches : null
  const most = each !== null && typeof minutesPerDay === 'number' ? Math.floor((usableShare * minutesPerDay) / each + 1e-9) : null
  return { perDay: touches, most }
}

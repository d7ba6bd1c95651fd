import { addDays, dayOf, type Day, type Instant } from '../calendar/day.ts'
import type { KindId } from '../activity/kind.ts'
import { rememberedTouches, type ContactHistory } from '../contact/contact.ts'

/** The most steps of a sequence: one more touch than are remembered would never be counted. */
export const longestSequence = rememberedTouches

/** A named sequence of steps on which someone can be put; it stops at the first answer (claim 4). */
export type Sequence = {
  readonly id: string
  readonly name: string
  /** `day` counts from the day she was put on it. */
  readonly steps: readonly { readonly day: number; readonly kind: KindId; readonly templateId: string | null }[]
  readonly archived: boolean
}

/** Where someone stands in a sequence: the step to come, or why there is none. */
export type SequencePlace =
  | { readonly state: 'under-way'; readonly index: number; readonly due: Day; readonly kind: KindId; readonly templateId: string | null }
  | { readonly state: 'answered'; readonly at: Instant }
  | { readonly state: 'finished' }

/** Outgoing touches since she was put on the sequence that nobody answered, among those remembered. */
export const touchesSince = ({ unansweredAt }: Pick<ContactHistory, 'unansweredAt'>, startedAt: Instant): number =>
  unansweredAt.filter((at) => at >= startedAt).length

/**
 * Where someone put on a sequence at `startedAt` stands: the number of touches since is the step she is at, and the first answer
 * stops it. Nothing is stored of it, so a fact told late or undone moves the place by itself (claim 4).
 */
export const sequencePlace = (
  { steps }: Pick<Sequence, 'steps'>,
  startedAt: Instant,
  history: Pick<ContactHistory, 'lastReachedAt' | 'unansweredAt'>,
  zone: string,
): SequencePlace => {
  const { lastReachedAt } = history
  if (lastReachedAt !== null && lastReachedAt >= startedAt) return { state: 'answered', at: lastReachedAt }
  const index = touchesSince(history, startedAt)
  const step = steps[index]
  if (!step) return { state: 'finished' }
  return { state: 'under-way', index, due: addDays(dayOf(startedAt, zone), step.day), kind: step.kind, templateId: step.templateId }
}

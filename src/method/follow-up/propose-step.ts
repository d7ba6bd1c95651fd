import { addDays, type Day } from '../calendar/day.ts'
import { workingDayFrom, type WorkCalendar } from '../calendar/schedule.ts'
import { isConversation, type Outcome } from '../activity/activity.ts'
import type { LetGoReason, NextStep } from '../contact/contact.ts'
import { spacingAfter } from './cadence.ts'
import type { FollowUpContext } from './follow-up-context.ts'

/** Days until the next step that each outcome proposes; the person may change each (claim 4). */
export type StepDefaults = Readonly<Record<Exclude<Outcome, 'no' | 'meeting-booked'>, number>>

/** The method's own defaults. */
export const stepDefaults: StepDefaults = {
  reached: 7,
  'message-left': 2,
  'no-answer': 2,
  sent: 3,
  replied: 7,
  'not-now': 90,
  yes: 7,
  done: 7,
}

/** What an outcome proposes for someone: a next step, or letting go. */
export type Proposal = { readonly nextStep: NextStep } | { readonly letGo: LetGoReason }

/**
 * The next step that an outcome proposes, on a working day. A "no" lets go, a booked meeting keeps its own date (tomorrow
 * when none is known yet), a "yes" is thanked within a week (claim 4). With a `context`, the cadence of the relationship spaces the
 * touches that nobody answers: the outcome's own days, and at least the spacing, then she rests; a
 * sequence under way gives its own step.
 */
export const proposeStep = (
  outcome: Outcome,
  kind: string,
  today: Day,
  defaults: StepDefaults,
  calendar: WorkCalendar,
  meeting?: { readonly day: Day; readonly time: string | null },
  context?: FollowUpContext,
): Proposal => {
  if (outcome === 'no') return { letGo: 'said-no' }
  if (outcome === 'meeting-booked') {
    const due = meeting?.day ?? workingDayFrom(addDays(today, 1), calendar)
    return { nextStep: { due, time: meeting?.time ?? null, kind: 'in-person', promised: true, note: '', origin: 'meeting', setBy: null } }
  }
  const step = isConversation({ outcome }) ? undefined : context?.sequenceStep
  if (step) {
    const tomorrow = addDays(today, 1)
    return { nextStep: proposed(workingDayFrom(step.due > tomorrow ? step.due : tomorrow, calendar), step.kind) }
  }
  const days = context ? daysAfter(outcome, defaults[outcome], context) : defaults[outcome]
  const next = proposed(workingDayFrom(addDays(today, days), calendar), outcome === 'not-now' ? null : kindAfter(kind))
  return { nextStep: outcome === 'yes' ? { ...next, origin: 'thanks' } : next }
}

const proposed = (due: Day, kind: string | null): NextStep => ({ due, time: null, kind, promised: false, note: '', origin: 'proposed', setBy: null })

const daysAfter = (outcome: Outcome, usual: number, { unanswered, cadence }: FollowUpContext): number =>
  isConversation({ outcome }) ? usual : Math.max(usual, spacingAfter(cadence, unanswered))

// An event or a post is not how one follows up with a person; picking up the phone is (claim 5).
const kindAfter = (kind: string): string => (kind === 'networking' || kind === 'post' || kind === 'meeting' ? 'phone' : kind)

/** The first step of someone new: make contact, from `day` on. */
export const firstStep = (day: Day): NextStep => ({ due: day, time: null, kind: null, promised: false, note: '', origin: 'first', setBy: null })

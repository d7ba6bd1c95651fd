import type { Day } from '../calendar/day.ts'
import type { Contact } from '../contact/contact.ts'

type Known = Pick<Contact, 'nextStep' | 'lastTouchAt'>

// The first step of a whole file of people is due from the day they came: it points at nobody.
const dueOf = ({ nextStep: step }: Known, today: Day): Day | null => (step && step.origin !== 'first' && step.due <= today ? step.due : null)
const latestFirst = (a: string, b: string): number => (a > b ? -1 : a < b ? 1 : 0)

/** Among people who answer a search equally well, whom one is likeliest to mean: a step that is due, the earliest first, then the latest contacted. */
export const atHandFirst =
  (today: Day) =>
  (a: Known, b: Known): number => {
    const [dueA, dueB] = [dueOf(a, today), dueOf(b, today)]
    if (dueA && dueB && dueA !== dueB) return dueA < dueB ? -1 : 1
    if (Boolean(dueA) !== Boolean(dueB)) return dueA ? -1 : 1
    return latestFirst(a.lastTouchAt ?? '', b.lastTouchAt ?? '')
  }

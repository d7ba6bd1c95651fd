import { addDays, dayOf, daysBetween, instantAt, type Day, type Instant } from '../calendar/day.ts'
import { isOpen, type Contact, type NextStep } from '../contact/contact.ts'

/** Why someone comes next, as stored facts; `language` turns it into one sentence (claim 4). */
export type Reason =
  | { readonly kind: 'meeting'; readonly due: Day; readonly time: string | null }
  | { readonly kind: 'promised'; readonly due: Day; readonly daysLate: number }
  | { readonly kind: 'due'; readonly due: Day; readonly daysLate: number }
  | { readonly kind: 'snoozed'; readonly due: Day }
  | { readonly kind: 'never-contacted'; readonly since: Instant; readonly source: string }
  | { readonly kind: 'quiet'; readonly lastTouchAt: Instant; readonly days: number }

/** Someone to contact, and why. */
export type Suggestion = { readonly contact: Contact; readonly reason: Reason }

/** Days during which someone just contacted is left in peace, unless a step is due. */
export const restDays = 2

type Bounds = { readonly today: Day; readonly todayBegan: Instant; readonly restBegan: Instant }
type Placed = { readonly contact: Contact; readonly step: NextStep; readonly group: number; readonly key: string }

// The order of the groups: promises, other steps due, never contacted and due, never contacted, quiet for long.
const place = (contact: Contact, { today, todayBegan, restBegan }: Bounds): Placed | null => {
  const step = contact.nextStep
  if (!isOpen(contact) || !step) return null
  const { lastTouchAt } = contact
  const isDue = step.due <= today
  if (lastTouchAt !== null && lastTouchAt >= todayBegan && !(isDue && step.origin === 'meeting')) return null
  if (isDue && step.origin !== 'first') return { contact, step, group: step.promised ? 0 : 1, key: `${step.due}${step.time ?? '99:99'}` }
  if (lastTouchAt === null) {
    if (!isDue && step.origin !== 'first') return null
    return { contact, step, group: isDue ? 2 : 3, key: `${step.due}${contact.createdAt}` }
  }
  if (!isDue && (step.promised || step.origin === 'snoozed' || step.origin === 'chosen')) return null
  return lastTouchAt >= restBegan ? null : { contact, step, group: 4, key: lastTouchAt }
}

const reasonOf = ({ contact, step, group }: Placed, today: Day, zone: string): Reason => {
  if (group === 4 && contact.lastTouchAt !== null) {
    return { kind: 'quiet', lastTouchAt: contact.lastTouchAt, days: daysBetween(dayOf(contact.lastTouchAt, zone), today) }
  }
  if (group >= 2) return { kind: 'never-contacted', since: contact.createdAt, source: contact.source }
  if (step.origin === 'meeting') return { kind: 'meeting', due: step.due, time: step.time }
  if (step.origin === 'snoozed') return { kind: 'snoozed', due: step.due }
  return { kind: step.promised ? 'promised' : 'due', due: step.due, daysLate: daysBetween(step.due, today) }
}

const before = (a: Placed, b: Placed): number => a.group - b.group || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.contact.id < b.contact.id ? -1 : 1)

/**
 * Who comes next: promises due (oldest first), other steps due, people never contacted, then the longest without contact.
 * Nobody touched today, put off until later, or promised for another day. Stable: ties go to the smaller id.
 */
export const nextContacts = (contacts: Iterable<Contact>, today: Day, zone: string, limit: number): readonly Suggestion[] => {
  // Instants compare as text, so the zone is asked twice and not once per person.
  const bounds = { today, todayBegan: instantAt(today, '00:00', zone), restBegan: instantAt(addDays(today, 1 - restDays), '00:00', zone) }
  const placed: Placed[] = []
  for (const contact of contacts) {
    const found = place(contact, bounds)
    if (found) placed.push(found)
  }
  placed.sort(before)
  return placed.slice(0, limit).map((found) => ({ contact: found.contact, reason: reasonOf(found, today, zone) }))
}

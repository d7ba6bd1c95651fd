import { addDays, mondayOf, type Day } from '../calendar/day.ts'
import { isForgotten, isOpen, type Contact } from '../contact/contact.ts'

/** The Suivis screen: open people by the date of their next step, oldest first in each part (claim 4). */
export type Waiting = {
  readonly late: readonly Contact[]
  readonly today: readonly Contact[]
  readonly thisWeek: readonly Contact[]
  readonly later: readonly Contact[]
  /** Open people without a next step: always empty, and shown so. */
  readonly forgotten: readonly Contact[]
}

const byDue = (a: Contact, b: Contact): number => {
  const dueA = `${a.nextStep?.due ?? ''}${a.nextStep?.time ?? '99:99'}`
  const dueB = `${b.nextStep?.due ?? ''}${b.nextStep?.time ?? '99:99'}`
  return dueA < dueB ? -1 : dueA > dueB ? 1 : a.id < b.id ? -1 : 1
}

/** Who is waiting on `today`, part by part. */
export const waitingOn = (contacts: Iterable<Contact>, today: Day): Waiting => {
  const sunday = addDays(mondayOf(today), 6)
  const parts = { late: [] as Contact[], today: [] as Contact[], thisWeek: [] as Contact[], later: [] as Contact[], forgotten: [] as Contact[] }
  for (const contact of contacts) {
    if (isForgotten(contact)) parts.forgotten.push(contact)
    if (!isOpen(contact) || !contact.nextStep) continue
    const { due } = contact.nextStep
    parts[due < today ? 'late' : due === today ? 'today' : due <= sunday ? 'thisWeek' : 'later'].push(contact)
  }
  for (const part of Object.values(parts)) part.sort(byDue)
  return parts
}

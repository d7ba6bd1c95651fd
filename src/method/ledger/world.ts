import type { Activity } from '../activity/activity.ts'
import { dayOf, type Day } from '../calendar/day.ts'
import { workingDayFrom, type WorkCalendar } from '../calendar/schedule.ts'
import { isForgotten, type Contact, type ContactId } from '../contact/contact.ts'
import { firstStep } from '../follow-up/propose-step.ts'
import type { Author, Decision, Operation, Put, Refusal, Rows, Table, World } from './operation.ts'

/** A refusal, as a decision. */
export const refuse = (reason: Refusal): Decision => ({ ok: false, reason })
/** Rows to keep, as a decision. */
export const accept = (...puts: readonly Put[]): Decision => ({ ok: true, puts })

/** Whether someone may take back what was written: her own, or anything where she is an owner. */
export const mayTakeBack = (row: { readonly memberId: string }, author: Author): boolean => row.memberId === author.memberId || author.isOwner

/** The world as it is once `puts` are kept. */
export const worldWith = (world: World, puts: readonly Put[]): World => {
  if (puts.length === 0) return world
  const kept = new Map(puts.map((put) => [`${put.table} ${put.row.id}`, put.row]))
  const current = <T extends Table>(table: T, row: Rows[T]): Rows[T] => (kept.get(`${table} ${row.id}`) as Rows[T] | undefined) ?? row
  return {
    ...world,
    get: (table, id) => (kept.get(`${table} ${id}`) as Rows[typeof table] | undefined) ?? world.get(table, id),
    activitiesOf: (contactId) => {
      const known = world.activitiesOf(contactId).map((activity) => current('activity', activity))
      const ids = new Set(known.map(({ id }) => id))
      const added = puts.flatMap((put) =>
        put.table === 'activity' && !ids.has(put.row.id) && put.row.contactIds.some((id) => canonicalIn(world, id) === contactId) ? [put.row] : [],
      )
      return [...known, ...added]
    },
    mergedInto: (contactId) => world.mergedInto(contactId).map((row) => current('contact', row)),
    importedBy: (importId) => world.importedBy(importId).map((row) => current('contact', row)),
    refundsOf: (saleId) => world.refundsOf(saleId).map((row) => current('sale', row)),
  }
}

/** The person that `id` stands for once merges are followed; `id` itself when nobody is known by it. */
export const canonicalIn = (world: Pick<World, 'get'>, id: ContactId): ContactId => {
  let current = id
  // A chain of merges is short; the bound only guards against a loop that no decision can make.
  for (let hop = 0; hop < 50; hop += 1) {
    const next = world.get('contact', current)?.mergedInto
    if (!next) return current
    current = next
  }
  return current
}

/**
 * The people on whom something stands: an activity or a sale that counts, an enquiry, an invitation, a message. What a file claims of
 * consent is no fact of hers.
 */
export const peopleWithFacts = (world: Pick<World, 'get'>, all: <T extends Table>(table: T) => Iterable<Rows[T]>): ReadonlySet<ContactId> => {
  const people = new Set<ContactId>()
  const add = (id: ContactId | null): void => void (id !== null && people.add(canonicalIn(world, id)))
  for (const { voidedAt, contactIds } of all('activity')) if (voidedAt === null) contactIds.forEach(add)
  for (const { voidedAt, contactId } of all('sale')) if (voidedAt === null) add(contactId)
  for (const { contactId } of all('enquiry')) add(contactId)
  for (const { contactId } of all('invitation')) add(contactId)
  for (const { state, contactId } of all('message')) if (state !== 'cancelled') add(contactId)
  return people
}

/** The person that `id` stands for, or `undefined`. */
export const contactIn = (world: World, id: ContactId): Contact | undefined => world.get('contact', canonicalIn(world, id))

/** The member's working days. */
export const calendarOf = (world: World, author: Author): WorkCalendar => ({
  schedules: world.schedulesOf(author.memberId),
  daysOff: world.daysOffOf(author.memberId),
})

/** The day on which an operation was made, where it was made. */
export const dayOfOperation = ({ at, zone }: Pick<Operation, 'at' | 'zone'>): Day => dayOf(at, zone)

/** The contact with a first step where it would otherwise be forgotten: the guarantee of claim 4 at every door. */
export const neverForgotten = (contact: Contact, today: Day, calendar: WorkCalendar): Contact =>
  isForgotten(contact) ? { ...contact, nextStep: firstStep(workingDayFrom(today, calendar)) } : contact

/** A put of a contact. */
export const putContact = (row: Contact): Put => ({ table: 'contact', row })
/** A put of an activity. */
export const putActivity = (row: Activity): Put => ({ table: 'activity', row })

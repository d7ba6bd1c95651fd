import { dayOf, instantAt, type Day, type Instant } from '#method/calendar/day.ts'
import { decide } from '#method/ledger/decide.ts'
import type { Change, Operation, Put, Rows, Table, World } from '#method/ledger/operation.ts'
import type { Chance } from './chance.ts'

/** A workspace in memory in which the story is lived, so that each gesture of it follows from the ones before, as in life. */
export const createDesk = (chance: Chance, zone: string, memberId: string) => {
  const rows = new Map<string, Put>()
  const contacts = new Map<string, Rows['contact']>()
  const operations: Operation[] = []
  const schedules: Rows['schedule'][] = []
  const daysOff: Rows['dayOff'][] = []
  const world: World = {
    isComplete: true,
    get: <T extends Table>(table: T, id: string) => (table === 'contact' ? contacts.get(id) : rows.get(`${table} ${id}`)?.row) as Rows[T] | undefined,
    // The story neither undoes nor merges, so nothing is recounted.
    activitiesOf: () => [],
    mergedInto: () => [],
    importedBy: () => [],
    peopleWithFacts: () => new Set(),
    refundsOf: () => [],
    schedulesOf: () => schedules,
    daysOffOf: () => daysOff,
  }
  const write = (at: Instant, change: Change): void => {
    const operation: Operation = { id: chance.id(), at, zone, change }
    const decision = decide(world, operation, { memberId, isOwner: true })
    if (!decision.ok) throw new Error(`the story writes what the method refuses: ${change.type}, ${decision.reason}`)
    for (const put of decision.puts) {
      if (put.table === 'contact') contacts.set(put.row.id, put.row)
      else rows.set(`${put.table} ${put.row.id}`, put)
      // Written once each in the story, so appending is enough.
      if (put.table === 'schedule') schedules.push(put.row)
      if (put.table === 'dayOff') daysOff.push(put.row)
    }
    operations.push(operation)
  }
  return {
    operations,
    contacts,
    write,
    calendar: () => ({ schedules, daysOff }),
    at: (day: Day, time: string): Instant => instantAt(day, time, zone),
    dayOf: (instant: Instant): Day => dayOf(instant, zone),
  }
}
/** The desk at which the story is lived. */
export type Desk = ReturnType<typeof createDesk>

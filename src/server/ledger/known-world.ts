import type { Activity } from '#method/activity/activity.ts'
import type { Put, Rows, Table, World } from '#method/ledger/operation.ts'
import { tables } from '#method/ledger/operation.ts'
import { canonicalIn, peopleWithFacts } from '#method/ledger/world.ts'

/** The rows that a batch touches, in memory: a world for `decide` that takes in each decision before the next one. */
export type KnownWorld = World & {
  /** Takes in a row that was read. */
  readonly know: <T extends Table>(table: T, row: Rows[T]) => void
  /** Takes in that facts stand on these people, without the facts themselves. */
  readonly standOn: (contactIds: readonly string[]) => void
  /** Takes in what a decision came to; those rows are to be written. */
  readonly keep: (puts: readonly Put[]) => void
  readonly has: (table: Table, id: string) => boolean
  readonly all: <T extends Table>(table: T) => Iterable<Rows[T]>
  /** What was kept since the beginning, by table. */
  readonly kept: <T extends Table>(table: T) => readonly Rows[T][]
}

type Store = { [T in Table]: Map<string, Rows[T]> }
const emptyStore = (): Store => Object.fromEntries(tables.map((table) => [table, new Map()])) as unknown as Store

/** An empty known world. */
export const knownWorld = (): KnownWorld => {
  const rows = emptyStore()
  const changed = emptyStore()
  const activitiesWith = new Map<string, Set<string>>()
  const stoodOn = new Set<string>()

  const know = <T extends Table>(table: T, row: Rows[T]): void => {
    ;(rows[table] as Map<string, Rows[T]>).set(row.id, row)
    if (table !== 'activity') return
    for (const id of (row as Activity).contactIds) {
      const ids = activitiesWith.get(id)
      if (ids) ids.add(row.id)
      else activitiesWith.set(id, new Set([row.id]))
    }
  }
  const get = <T extends Table>(table: T, id: string): Rows[T] | undefined => (rows[table] as Map<string, Rows[T]>).get(id)
  const where = <T extends Table>(table: T, holds: (row: Rows[T]) => boolean): readonly Rows[T][] =>
    [...(rows[table] as Map<string, Rows[T]>).values()].filter(holds)

  return {
    isComplete: true,
    get,
    know,
    has: (table, id) => rows[table].has(id),
    all: (table) => (rows[table] as Map<string, Rows[typeof table]>).values(),
    kept: (table) => [...(changed[table] as Map<string, Rows[typeof table]>).values()],
    keep: (puts) => {
      for (const { table, row } of puts) {
        know(table, row as never)
        ;(changed[table] as Map<string, unknown>).set(row.id, row)
      }
    },
    activitiesOf: (contactId) => {
      const ids = new Set<string>()
      for (const [id, own] of activitiesWith) {
        if (id === contactId || canonicalIn({ get }, id) === contactId) for (const activityId of own) ids.add(activityId)
      }
      return [...ids].flatMap((id) => rows.activity.get(id) ?? [])
    },
    mergedInto: (contactId) => where('contact', ({ id, mergedInto }) => mergedInto !== null && canonicalIn({ get }, id) === contactId),
    importedBy: (importId) => where('contact', (contact) => contact.importId === importId),
    peopleWithFacts: () => new Set([...stoodOn, ...peopleWithFacts({ get }, (table) => (rows[table] as Map<string, Rows[typeof table]>).values())]),
    standOn: (contactIds) => contactIds.forEach((id) => stoodOn.add(id)),
    refundsOf: (saleId) => where('sale', (sale) => sale.refunds === saleId),
    schedulesOf: (memberId) => where('schedule', (schedule) => schedule.memberId === memberId),
    daysOffOf: (memberId) => where('dayOff', (dayOff) => dayOff.memberId === memberId),
  }
}

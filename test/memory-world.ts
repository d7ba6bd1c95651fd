import type { Activity } from '#method/activity/activity.ts'
import { decide } from '#method/ledger/decide.ts'
import { tables, type Author, type Operation, type Put, type Refusal, type Rows, type Table, type World } from '#method/ledger/operation.ts'
import { canonicalIn, peopleWithFacts } from '#method/ledger/world.ts'

/** A whole workspace in memory, written only through `decide`: what the server and every device must agree with. */
export const memoryWorld = () => {
  const rows = new Map<Table, Map<string, Put['row']>>(tables.map((table) => [table, new Map()]))
  const every = <T extends Table>(table: T): readonly Rows[T][] => [...(rows.get(table)?.values() ?? [])] as unknown as readonly Rows[T][]
  const world: World = {
    isComplete: true,
    get: (table, id) => rows.get(table)?.get(id) as Rows[typeof table] | undefined,
    activitiesOf: (contactId) => every('activity').filter((activity: Activity) => activity.contactIds.some((id) => canonicalIn(world, id) === contactId)),
    mergedInto: (contactId) => every('contact').filter(({ id }) => id !== contactId && canonicalIn(world, id) === contactId),
    importedBy: (importId) => every('contact').filter((contact) => contact.importId === importId),
    peopleWithFacts: () => peopleWithFacts(world, every),
    refundsOf: (saleId) => every('sale').filter((sale) => sale.refunds === saleId),
    schedulesOf: (memberId) => every('schedule').filter((schedule) => schedule.memberId === memberId),
    daysOffOf: (memberId) => every('dayOff').filter((dayOff) => dayOff.memberId === memberId),
  }
  const write = (operation: Operation, author: Author): Refusal | null => {
    const decision = decide(world, operation, author)
    if (!decision.ok) return decision.reason
    for (const put of decision.puts) rows.get(put.table)?.set(put.row.id, put.row)
    return null
  }
  return { world, every, write }
}

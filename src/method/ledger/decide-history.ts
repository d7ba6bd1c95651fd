import type { Activity, ToldByFile } from '../activity/activity.ts'
import { isBuiltIn } from '../activity/kind.ts'
import { dayOf } from '../calendar/day.ts'
import { isErased, type Contact } from '../contact/contact.ts'
import { isMadeOfWord } from '../past/kind-of-word.ts'
import { nameBasedId } from '../past/name-based-id.ts'
import type { Sale } from '../sale/sale.ts'
import { historyOf, withActivity } from './history.ts'
import type { Author, Change, Decision, ImportBatch, Operation, PastActivity, PastSale, Put, World } from './operation.ts'
import { accept, canonicalIn, contactIn, mayTakeBack, putActivity, putContact, refuse } from './world.ts'

type Of<T extends Change['type']> = Extract<Change, { type: T }>

const toldByFile = ({ line, isDayOnly }: ToldByFile): ToldByFile => ({ line: line ?? null, isDayOnly: isDayOnly === true ? true : null })

const activityOf = (past: PastActivity, importId: string, memberId: string): Activity => ({
  id: past.activityId,
  memberId,
  kind: past.kind,
  direction: past.direction,
  outcome: past.outcome,
  contactIds: [...new Set(past.contactIds)],
  minutes: past.minutes,
  title: past.title,
  note: past.note,
  notNow: past.notNow,
  occurredAt: past.occurredAt,
  day: dayOf(past.occurredAt, past.zone),
  zone: past.zone,
  standingBefore: {},
  corrects: null,
  voidedAt: null,
  importId,
  ...toldByFile(past),
})

const saleOf = (past: PastSale, importId: string, memberId: string): Sale => ({
  id: past.saleId,
  memberId,
  amount: past.amount,
  currency: past.currency,
  offerId: past.offerId,
  contactId: past.contactId,
  activityId: past.activityId ?? null,
  refunds: past.refunds ?? null,
  note: past.note,
  occurredAt: past.occurredAt,
  day: dayOf(past.occurredAt, past.zone),
  zone: past.zone,
  voidedAt: null,
  importId,
  ...toldByFile(past),
})

// Each undoing gives one more id; nobody undoes a file that often.
const mostUndone = 50

/** The ids under which a fact of a file may stand, in order: its own, then one more for each import of it that was taken back. */
export const idsOfPast = (world: Pick<World, 'get'>, table: 'activity' | 'sale', id: string): readonly string[] => {
  const ids = [id]
  for (let hop = 0; hop < mostUndone; hop += 1) {
    const row = world.get(table, ids.at(-1) ?? id)
    const batch = row?.importId ? world.get('importBatch', row.importId) : undefined
    if (!row || !batch || row.voidedAt === null || batch.undoneAt === null) break
    ids.push(nameBasedId(row.id, batch.id))
  }
  return ids
}

/** Under which id a fact is to be written; `null` when it is there. */
const freeId = (world: World, table: 'activity' | 'sale', id: string): string | null => {
  const last = idsOfPast(world, table, id).at(-1) ?? id
  return world.get(table, last) ? null : last
}

/**
 * Takes in one part of a history: facts and what they tell of each person. Steps stay as they are, since what the past
 * proposed has gone by. What is there already is left alone, so the same part twice changes nothing; what an import brought
 * before it was taken back comes again, the kinds that its words made too. Nothing is written of someone who was erased.
 */
export const importHistory = (world: World, operation: Operation, change: Of<'history.import'>, author: Author): Decision => {
  const { importId, file } = change
  const people = [...change.activities.flatMap(({ contactIds }) => contactIds), ...change.sales.flatMap(({ contactId }) => contactId ?? [])]
  if (people.some((id) => !world.get('contact', id))) return refuse('unknown-contact')
  if (change.activities.some(({ kind }) => !isBuiltIn(kind) && !world.get('kind', kind))) return refuse('unknown-kind')
  const isGone = (id: string): boolean => {
    const contact = contactIn(world, id)
    return contact !== undefined && isErased(contact)
  }
  const activities = change.activities.flatMap((past) => {
    const id = past.contactIds.some(isGone) ? null : freeId(world, 'activity', past.activityId)
    return id === null ? [] : [activityOf({ ...past, activityId: id }, importId, author.memberId)]
  })
  const sales = pastSales(world, change, activities, author).filter(({ contactId }) => contactId === null || !isGone(contactId))
  const touched = new Map<string, Contact>()
  for (const activity of activities) {
    for (const id of new Set(activity.contactIds.map((one) => canonicalIn(world, one)))) {
      const contact = touched.get(id) ?? world.get('contact', id)
      if (contact) touched.set(id, { ...contact, ...withActivity(contact, activity) })
    }
  }
  const before: ImportBatch = world.get('importBatch', importId) ?? blankBatch(importId, file, operation, author)
  const batch = { ...before, activities: before.activities + activities.length, sales: before.sales + sales.length }
  return accept(
    { table: 'importBatch', row: batch },
    ...broughtBack(world, activities),
    ...activities.map(putActivity),
    ...[...touched.values()].map(putContact),
    ...sales.map((row): Put => ({ table: 'sale', row })),
  )
}

/** The kinds of these activities that a file had made, and that were put away since. */
const broughtBack = (world: World, activities: readonly Activity[]): readonly Put[] =>
  [...new Set(activities.map(({ kind }) => kind))].flatMap((id): readonly Put[] => {
    const kind = world.get('kind', id)
    return kind?.archived === true && isMadeOfWord(kind) ? [{ table: 'kind', row: { ...kind, archived: false } }] : []
  })

/** What is left of a sale once its refunds are taken off, those of `coming` included; nothing of one undone. */
const leftOf = (world: World, sale: Sale, coming: readonly Sale[]): number =>
  sale.voidedAt === null
    ? [...world.refundsOf(sale.id), ...coming.filter(({ refunds }) => refunds === sale.id)].reduce(
        (left, { amount, voidedAt }) => (voidedAt === null ? left + amount : left),
        sale.amount as number,
      )
    : 0

/**
 * The sales of a part that are not there yet, under the ids they are to be written with; what they name is found under the id it
 * goes by now. A refund of which too little is left is not written: somebody recorded it meanwhile.
 */
const pastSales = (world: World, { importId, sales }: Of<'history.import'>, activities: readonly Activity[], { memberId }: Author): readonly Sale[] => {
  const brought = new Set(activities.map(({ id }) => id))
  const made: Sale[] = []
  const current = (table: 'activity' | 'sale', id: string): string => idsOfPast(world, table, id).at(-1) ?? id
  const actOf = ({ activityId }: PastSale): string | null => {
    const id = (activityId ?? null) === null ? null : current('activity', activityId as string)
    return id !== null && (brought.has(id) || world.get('activity', id)) ? id : null
  }
  for (const past of sales) {
    const id = freeId(world, 'sale', past.saleId)
    if (id === null) continue
    const told = { ...past, saleId: id, activityId: actOf(past) }
    if ((past.refunds ?? null) === null) {
      made.push(saleOf(told, importId, memberId))
      continue
    }
    const refunds = current('sale', past.refunds as string)
    const sale = made.find((one) => one.id === refunds) ?? world.get('sale', refunds)
    if (sale && sale.refunds === null && sale.currency === past.currency && leftOf(world, sale, made) + past.amount >= 0) {
      made.push(saleOf({ ...told, refunds }, importId, memberId))
    }
  }
  return made
}

/** An import that brought nothing yet. */
export const blankBatch = (id: string, file: string, { at }: Operation, { memberId }: Author): ImportBatch => ({
  id,
  memberId,
  file,
  at,
  added: 0,
  completed: 0,
  activities: 0,
  sales: 0,
  filled: {},
  undoneAt: null,
})

/** Takes part of a history back: its facts no longer count, and each person's history is told again without them. */
export const undoHistory = (world: World, operation: Operation, change: Of<'history.undo'>, author: Author): Decision => {
  const { importId, activityIds, saleIds } = change
  const batch = world.get('importBatch', importId)
  if (!batch) return refuse('unknown-import')
  if (!mayTakeBack(batch, author)) return refuse('not-yours')
  const undone = activityIds.flatMap((id) => {
    const activity = world.get('activity', id)
    return activity?.importId === importId && activity.voidedAt === null ? [{ ...activity, voidedAt: operation.at }] : []
  })
  const gone = new Set(undone.map(({ id }) => id))
  const people = new Set(undone.flatMap(({ contactIds }) => contactIds.map((id) => canonicalIn(world, id))))
  const contacts = [...people].flatMap((id) => {
    const contact = contactIn(world, id)
    return contact ? [{ ...contact, ...historyOf(world.activitiesOf(id).filter((activity) => !gone.has(activity.id))) }] : []
  })
  const sales = saleIds.flatMap((id): Put[] => {
    const sale = world.get('sale', id)
    return sale?.importId === importId && sale.voidedAt === null ? [{ table: 'sale', row: { ...sale, voidedAt: operation.at } }] : []
  })
  return accept(...undone.map(putActivity), ...contacts.map(putContact), ...sales)
}

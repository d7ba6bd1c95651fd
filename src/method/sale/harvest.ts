import type { Day } from '../calendar/day.ts'
import { asCents, type Cents, type Sale } from './sale.ts'

/** What came in over some days: the total per currency and the sales themselves, oldest first. */
export type Harvest = { readonly totals: ReadonlyMap<string, Cents>; readonly sales: readonly Sale[] }

/** The harvest of the days from `from` to `to`, both included; refunds are taken off, undone sales left out (claim 3). */
export const harvest = (sales: Iterable<Sale>, from: Day, to: Day): Harvest => {
  const kept = [...sales].filter((sale) => sale.voidedAt === null && from <= sale.day && sale.day <= to)
  kept.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.id < b.id ? -1 : 1))
  const totals = new Map<string, Cents>()
  for (const { currency, amount } of kept) totals.set(currency, asCents((totals.get(currency) ?? 0) + amount))
  return { totals, sales: kept }
}

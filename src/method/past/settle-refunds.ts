import type { Day, Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { Sale } from '../sale/sale.ts'

/** What is looked at of a sale to know whether a refund takes it back. */
export type SaleMark = Pick<Sale, 'id' | 'contactId' | 'currency' | 'line' | 'isDayOnly'> & {
  readonly amount: number
  readonly occurredAt: Instant
  readonly day: Day
}
/** A sale that is there already, or a refund of it. */
export type KnownSale = SaleMark & { readonly refunds: string | null }

type Candidate = SaleMark & { left: number }

const placed = (a: SaleMark, b: SaleMark): number =>
  a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.id < b.id ? -1 : 1)

/** Whether a sale came before a refund: by the clocks; on one day of which a clock is not known, any sale of it may have. */
const mayPrecede = (sale: SaleMark, refund: SaleMark): boolean =>
  sale.isDayOnly || refund.isDayOnly ? sale.day <= refund.day : sale.occurredAt <= refund.occurredAt

/**
 * Which sale each refund of a file takes back: of the same person and currency, the latest before it of which enough is left.
 * Answers the sale of each refund by id; a refund that none fits is absent. `known` holds what is there already: a refund of the file
 * that came in before takes nothing twice.
 */
export const settleRefunds = (sales: Iterable<SaleMark>, refunds: readonly SaleMark[], known: readonly KnownSale[]): ReadonlyMap<string, string> => {
  const buyers = new Set(refunds.map(({ contactId }) => contactId))
  const coming = new Set(refunds.map(({ id }) => id))
  const candidates = new Map<string, Candidate>()
  for (const sale of known) if (sale.refunds === null) candidates.set(sale.id, { ...sale, left: sale.amount })
  for (const sale of sales) if (buyers.has(sale.contactId)) candidates.set(sale.id, { ...sale, left: sale.amount })
  for (const { id, refunds: taken, amount } of known) {
    const sale = taken === null || coming.has(id) ? undefined : candidates.get(taken)
    if (sale) sale.left += amount
  }
  const bought = new Map<ContactId, Candidate[]>()
  for (const sale of [...candidates.values()].sort(placed))
    if (sale.contactId !== null) bought.set(sale.contactId, [...(bought.get(sale.contactId) ?? []), sale])
  const settled = new Map<string, string>()
  for (const refund of [...refunds].sort(placed)) {
    const fits = (sale: Candidate): boolean => sale.currency === refund.currency && sale.left + refund.amount >= 0 && mayPrecede(sale, refund)
    const own = (bought.get(refund.contactId ?? '') ?? []).filter(fits)
    const sale = own.findLast((one) => placed(one, refund) < 0) ?? own[0]
    if (!sale) continue
    sale.left += refund.amount
    settled.set(refund.id, sale.id)
  }
  return settled
}

import type { Day, Instant } from '../calendar/day.ts'
import type { Sale } from '../sale/sale.ts'
import { nameBasedId } from './name-based-id.ts'

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

/** What one refund of a file takes back of one sale; the first part goes by the id of the refund. */
export type RefundPart = { readonly id: string; readonly refunds: string; readonly amount: number }

/** How many sales one refund may take back together. */
const mostParts = 50
// Thousands of sales may name nobody: beyond these, the latest, none is looked at.
const mostLooked = 20_000

const partId = (refund: string, part: number): string => (part === 0 ? refund : nameBasedId(refund, `part ${part}`))
const listOf = ({ contactId, currency }: SaleMark): string => `${contactId ?? ''} ${currency}`

/** The sales that may have come before a refund, the latest first; those of its day of which no clock is known last. */
function* before(refund: SaleMark, sales: readonly Candidate[]): Generator<Candidate, void> {
  let [from, end] = [0, sales.length]
  while (from < end) {
    const middle = (from + end) >> 1
    if (placed(sales[middle] as Candidate, refund) < 0) from = middle + 1
    else end = middle
  }
  for (let place = from - 1; place >= Math.max(0, from - mostLooked); place -= 1) {
    const sale = sales[place] as Candidate
    if (mayPrecede(sale, refund)) yield sale
  }
  for (let place = from; place < sales.length && (sales[place] as Candidate).day <= refund.day; place += 1) {
    const sale = sales[place] as Candidate
    if (mayPrecede(sale, refund)) yield sale
  }
}

/** The latest sale before a refund of which enough is left. */
const whole = (refund: SaleMark, sales: readonly Candidate[]): Candidate | undefined => {
  for (const sale of before(refund, sales)) if (sale.left + refund.amount >= 0) return sale
  return undefined
}

/** What a refund takes of the latest sales before it that have something left, when together they are enough. */
const split = (refund: SaleMark, sales: readonly Candidate[]): readonly RefundPart[] | null => {
  let wanted = -refund.amount
  const taken: (readonly [Candidate, number])[] = []
  for (const sale of before(refund, sales)) {
    if (sale.left <= 0) continue
    const part = Math.min(sale.left, wanted)
    taken.push([sale, part])
    wanted -= part
    if (wanted === 0 || taken.length === mostParts) break
  }
  if (wanted > 0) return null
  return taken.map(([sale, part], place) => {
    sale.left -= part
    return { id: partId(refund.id, place), refunds: sale.id, amount: -part }
  })
}

/**
 * Which sales each refund of a file takes back: of the same person (or of nobody, like it) and currency, the latest before it of which
 * enough is left; when there is none, the latest together. Answers the parts of each refund by its id; one that none fit is absent.
 * `known` holds what is there already: a refund of the file that came in before takes nothing twice.
 */
export const settleRefunds = (
  sales: Iterable<SaleMark>,
  refunds: readonly SaleMark[],
  known: readonly KnownSale[],
): ReadonlyMap<string, readonly RefundPart[]> => {
  const wanted = new Set(refunds.map(listOf))
  const coming = new Set(refunds.flatMap(({ id }) => Array.from({ length: mostParts }, (_, part) => partId(id, part))))
  const candidates = new Map<string, Candidate>()
  for (const sale of known) if (sale.refunds === null) candidates.set(sale.id, { ...sale, left: sale.amount })
  for (const sale of sales) if (wanted.has(listOf(sale))) candidates.set(sale.id, { ...sale, left: sale.amount })
  for (const { id, refunds: taken, amount } of known) {
    const sale = taken === null || coming.has(id) ? undefined : candidates.get(taken)
    if (sale) sale.left += amount
  }
  const bought = new Map<string, Candidate[]>()
  for (const sale of [...candidates.values()].sort(placed)) {
    const list = bought.get(listOf(sale))
    if (list) list.push(sale)
    else bought.set(listOf(sale), [sale])
  }
  const settled = new Map<string, readonly RefundPart[]>()
  const ordered = [...refunds].sort(placed)
  for (const refund of ordered) {
    const sale = whole(refund, bought.get(listOf(refund)) ?? [])
    if (!sale) continue
    sale.left += refund.amount
    settled.set(refund.id, [{ id: refund.id, refunds: sale.id, amount: refund.amount }])
  }
  // Only then those that one sale does not cover, so that they take nothing from what another takes whole.
  for (const refund of ordered) {
    const parts = settled.has(refund.id) ? null : split(refund, bought.get(listOf(refund)) ?? [])
    if (parts) settled.set(refund.id, parts)
  }
  return settled
}

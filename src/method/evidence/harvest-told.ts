import { asCents, type Cents, type Sale } from '../sale/sale.ts'
import { isRefund } from './journeys.ts'

/** What came in, in one currency: the sales, what was taken back, and what remains. `mean` is of the sales, in cents to the last digit. */
export type HarvestTold = {
  readonly currency: string
  readonly sales: number
  readonly gross: Cents
  readonly refunds: number
  readonly refunded: Cents
  readonly net: Cents
  readonly mean: number | null
}

/** The harvest by currency, apart from everything else (claim 3); the caller leaves out what was undone or falls outside of the days. */
export const harvestTold = (sales: readonly Sale[]): readonly HarvestTold[] =>
  [...new Set(sales.map(({ currency }) => currency))].sort().map((currency) => {
    const own = sales.filter((sale) => sale.currency === currency)
    const paid = own.filter((sale) => !isRefund(sale))
    const gross = paid.reduce((sum, { amount }) => sum + amount, 0)
    const net = own.reduce((sum, { amount }) => sum + amount, 0)
    return {
      currency,
      sales: paid.length,
      gross: asCents(gross),
      refunds: own.length - paid.length,
      refunded: asCents(gross - net),
      net: asCents(net),
      mean: paid.length === 0 ? null : gross / paid.length,
    }
  })

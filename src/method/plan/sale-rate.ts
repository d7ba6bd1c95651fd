import { betaQuantile } from '../chance/beta.ts'
import type { Prior } from './touch-kind.ts'

/** What one's own log says of a kind of touch: how many, and how many of them led to a sale. */
export type PastTouches = { readonly touches: number; readonly sales: number }

/** The rate of sales per touch as a Beta(a, b): what is known, and how well. */
export type SaleRate = { readonly a: number; readonly b: number }

/** The rate after one's own touches (algorithms B1). Sales above the number of touches are the caller's to refuse. */
export const saleRateOf = (prior: Prior, { touches, sales }: PastTouches): SaleRate => ({
  a: prior.weight * prior.rate + sales,
  b: prior.weight * (1 - prior.rate) + touches - sales,
})

/** The mean of the rate; 0 when nothing at all is known. */
export const meanRate = ({ a, b }: SaleRate): number => (a + b > 0 ? a / (a + b) : 0)

/** The rate at that share of what is believed: 0.05 and 0.95 hold nine tenths. */
export const rateAt = (share: number, { a, b }: SaleRate): number => betaQuantile(share, a, b)

// Beyond that a number would say nothing.
const MOST_PER_SALE = 20_000

/**
 * "Entre 16 et 120 conversations par vente": touches per sale at the 95th and 5th percentiles of the rate, at least one, in
 * whole touches. `to` is `null` beyond 20,000, and `from` is 20,000 where nothing is believed to sell.
 */
export const touchesPerSale = (rate: SaleRate): { readonly from: number; readonly to: number | null } => {
  const slow = 1 / rateAt(0.05, rate)
  return { from: Math.min(MOST_PER_SALE, Math.max(1, Math.round(1 / rateAt(0.95, rate)))), to: slow <= MOST_PER_SALE ? Math.max(1, Math.round(slow)) : null }
}

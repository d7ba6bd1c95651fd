import { gammaQuantile } from '../chance/incomplete-gamma.ts'

/** The mean value of a sale as an inverse gamma (alpha, beta); single values are exponential around it (algorithms B1). Cents. */
export type SaleValue = { readonly alpha: number; readonly beta: number }

const USUAL_WEIGHT = 3

/**
 * What is known of the mean sale, from the usual sale that the person names (worth three sales) and her past sales, in cents.
 * Refunds are left out: they are negative in reports and change neither the number nor the value of sales here.
 */
export const saleValueOf = (usual: number, past: readonly number[]): SaleValue => {
  const kept = past.filter((value) => value >= 0)
  return { alpha: USUAL_WEIGHT + 1 + kept.length, beta: USUAL_WEIGHT * Math.max(0, usual) + kept.reduce((sum, value) => sum + value, 0) }
}

/** The mean of the mean sale, in cents. */
export const meanValue = ({ alpha, beta }: SaleValue): number => beta / (alpha - 1)

/** The mean sale at that share of what is believed, in cents: 0.05 and 0.95 hold nine tenths. */
export const valueAt = (share: number, { alpha, beta }: SaleValue): number => (beta > 0 ? beta / gammaQuantile(1 - share, alpha) : 0)

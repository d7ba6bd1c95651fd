import { normalQuantile } from '../chance/normal.ts'
import type { Interval } from '../chance/proportion.ts'
import { fewestAtRisk } from './kaplan-meier.ts'

/** What each of `n` things (a "no", a conversation) comes to in cents, to the last digit, with limits at 95 %; `null` under ten sales or ten things. */
export type ValuePer = { readonly sales: number; readonly n: number; readonly total: number; readonly value: number | null; readonly limits: Interval | null }

/** The fewest sales, and the fewest things, for a value to be told. */
export const fewestForValue = fewestAtRisk

const z = normalQuantile(0.975)

/** The squared relative error of the sum of `amounts`, their number being fixed. */
const spreadOf = (amounts: readonly number[], total: number): number => {
  const mean = total / amounts.length
  const variance = amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / (amounts.length - 1)
  return variance / (mean * mean) / amounts.length
}

const valuePer = (amounts: readonly number[], n: number, countSpread: number): ValuePer => {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const told = { sales: amounts.length, n, total }
  if (amounts.length < fewestForValue || n < fewestForValue || total <= 0) return { ...told, value: null, limits: null }
  const value = total / n
  const half = z * Math.sqrt(spreadOf(amounts, total) + Math.max(0, countSpread))
  return { ...told, value, limits: { lower: value * Math.exp(-half), upper: value * Math.exp(half) } }
}

/**
 * What a "no" is worth: the mean sale times the sales there are for each "no", which is the harvest over the number of "no"
 * (claim 7). Limits by the delta method on its logarithm: the spread of the amounts, and sales and "no" as two counts of Poisson.
 * It says how many "no" stand beside a sale, not that a "no" brings one.
 */
export const valueOfANo = (amounts: readonly number[], noes: number): ValuePer => valuePer(amounts, noes, 1 / amounts.length + 1 / noes)

/** What a conversation, or a touch, is worth: the harvest over their number, of which the sales are a part. */
export const valueOfEach = (amounts: readonly number[], n: number): ValuePer => valuePer(amounts, n, 1 / amounts.length - 1 / n)

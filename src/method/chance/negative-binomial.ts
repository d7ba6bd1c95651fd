import { betaAbove, betaCdf } from './beta.ts'
import { logBetaPower } from './gamma.ts'

/** Counts with this mean and variance mean + mean² / size; a small size is a restless person, an infinite one a Poisson count. */
export type NegativeBinomial = { readonly mean: number; readonly size: number }

// A size beyond this is a Poisson count to nine digits, and still a number to compute with.
const LARGEST_SIZE = 1e12

/** The model with that mean and variance; a variance at or under the mean gives the Poisson limit. */
export const negativeBinomialOf = (mean: number, variance: number): NegativeBinomial => ({
  mean,
  size: variance > mean ? Math.min(LARGEST_SIZE, (mean * mean) / (variance - mean)) : LARGEST_SIZE,
})

// The chance that a count goes on, P(X > n) = I_more(n + 1, size); small when the size is large, so it is the one to keep exact.
const moreOf = ({ mean, size }: NegativeBinomial): number => mean / (mean + Math.min(size, LARGEST_SIZE))

/** P(X = count). */
export const negativeBinomialPmf = (count: number, model: NegativeBinomial): number => {
  if (count < 0) return 0
  if (!(model.mean > 0) || !(model.size > 0)) return count === 0 ? 1 : 0
  const size = Math.min(model.size, LARGEST_SIZE)
  const more = moreOf(model)
  if (count === 0) return Math.exp(size * Math.log1p(-more))
  return Math.exp(logBetaPower(more, count, size)) / count
}

/** P(X ≤ count). */
export const negativeBinomialCdf = (count: number, model: NegativeBinomial): number => {
  if (count < 0) return 0
  if (!(model.mean > 0) || !(model.size > 0)) return 1
  return betaAbove(moreOf(model), Math.floor(count) + 1, Math.min(model.size, LARGEST_SIZE))
}

/** P(X ≥ count): the chance of reaching `count`; certain at 0 and below. */
export const negativeBinomialAtLeast = (count: number, model: NegativeBinomial): number => {
  if (count <= 0) return 1
  if (!(model.mean > 0) || !(model.size > 0)) return 0
  return betaCdf(moreOf(model), Math.ceil(count), Math.min(model.size, LARGEST_SIZE))
}

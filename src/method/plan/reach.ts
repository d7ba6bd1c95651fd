import { betaBinomialPmfs } from '../chance/beta-binomial.ts'
import type { SaleRate } from './sale-rate.ts'
import type { SaleValue } from './sale-value.ts'

/** The most touches a plan may ask for in its period; beyond, it says « pas atteignable avec ces chiffres ». */
export const mostTouches = 20_000

/** At place k, the chance that k sales are not enough for the wish; past its end they are. */
export type Shortfall = Float64Array

/** A number of touches of one rate. */
export type Touches = { readonly rate: SaleRate; readonly touches: number }

// Sums of doubles stop short of one; nothing that is shown lies below.
const ENOUGH = 1e-12

/**
 * When sales fall short of `wish` cents: S of k sales has S/(S + beta) ~ Beta(k, alpha), so each k adds one term to the chance
 * that they suffice (algorithms B1). Terms are kept as logarithms: a wish of thousands of sales starts below the smallest double.
 */
export const shortfallOfMoney = (wish: number, { alpha, beta }: SaleValue): Shortfall => {
  if (!(wish > 0)) return new Float64Array(0)
  const all = [1]
  const missing = wish / (wish + beta)
  const none = alpha * Math.log(beta / (wish + beta))
  let enough = Math.exp(none)
  let term = none + Math.log(missing * alpha)
  for (let k = 1; k <= mostTouches && 1 - enough > ENOUGH; k += 1) {
    all.push(1 - enough)
    enough += Math.exp(term)
    term += Math.log((missing * (k + alpha)) / (k + 1))
  }
  return Float64Array.from(all)
}

/** When sales fall short of `wish` sales or clients: as long as there are fewer. */
export const shortfallOfSales = (wish: number): Shortfall => new Float64Array(Math.min(mostTouches + 1, Math.max(0, Math.ceil(wish)))).fill(1)

// Beyond that many counts, neighbours are taken together: the curve is smooth there, and a phone has to draw it at every key.
const MOST_PLACES = 256

/** Counts taken `step` at a time, each shared between its two neighbours so that the mean stays. */
const thinned = (pmf: Float64Array, step: number, places: number): Float64Array => {
  if (step === 1) return pmf
  const all = new Float64Array(places + 1)
  for (let k = 0; k < pmf.length && k < places * step; k += 1) {
    const place = Math.floor(k / step)
    const beyond = (k - place * step) / step
    const p = pmf[k] ?? 0
    all[place] = (all[place] ?? 0) + p * (1 - beyond)
    all[place + 1] = (all[place + 1] ?? 0) + p * beyond
  }
  return all
}

/** The shortfall that remains after one more kind of touch, from each count of the others. */
const after = (pmf: Float64Array, shortfall: Shortfall, wanted: number): Shortfall => {
  const rest = new Float64Array(wanted)
  for (let place = 0; place < wanted; place += 1) {
    let sum = 0
    const end = Math.min(pmf.length, shortfall.length - place)
    for (let k = 0; k < end; k += 1) sum += (pmf[k] ?? 0) * (shortfall[place + k] ?? 0)
    rest[place] = sum
  }
  return rest
}

/**
 * The chance that these touches bring the wish (algorithms B1): exact for one kind of touch, and for several up to 256 sales;
 * beyond, within half a point.
 */
export const chanceOfReaching = (shortfall: Shortfall, all: readonly Touches[]): number => {
  if (shortfall.length === 0) return 1
  const made = all.filter(({ touches }) => touches > 0)
  const step = made.length > 1 ? Math.ceil(shortfall.length / MOST_PLACES) : 1
  let rest = step === 1 ? shortfall : shortfall.filter((_, k) => k % step === 0)
  made.forEach(({ rate, touches }, index) => {
    const pmf = thinned(betaBinomialPmfs(touches, rate.a, rate.b), step, rest.length)
    rest = after(pmf, rest, index === made.length - 1 ? 1 : rest.length)
  })
  return Math.min(1, Math.max(0, 1 - (rest[0] ?? 0)))
}

/** The least whole number from `from` to `to` that is enough, where more than enough stays enough; `null` when none is. */
export const leastEnough = (isEnough: (count: number) => boolean, from: number, to: number): number | null => {
  if (!isEnough(to)) return null
  let low = from
  let high = to
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

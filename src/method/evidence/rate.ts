import { jeffreys, newcombe, wilson, type Interval } from '../chance/proportion.ts'

/** `count` out of `n`, of one name (a kind, a source). */
export type Counted = { readonly name: string; readonly count: number; readonly n: number }

/** A rate with its n and limits at 95 %: Wilson's, shown, and Jeffreys' beside them. `rate` is `null` when n = 0 (algorithms B6). */
export type Rate = { readonly count: number; readonly n: number; readonly rate: number | null; readonly wilson: Interval; readonly jeffreys: Interval }

/** The rate of `count` out of `n`. */
export const rateOf = (count: number, n: number): Rate => ({ count, n, rate: n > 0 ? count / n : null, wilson: wilson(count, n), jeffreys: jeffreys(count, n) })

/** What may be said of two rates. `too-few` and `no-clear-difference` read the same on screen: « pas encore de différence claire ». */
export type Verdict = 'first-higher' | 'second-higher' | 'no-clear-difference' | 'too-few'

/** The first rate minus the second, with Newcombe's limits at `level`; limits are `null` when there are too few (algorithms B6). */
export type Difference = {
  readonly first: string
  readonly second: string
  readonly n: readonly [number, number]
  readonly difference: number | null
  readonly limits: Interval | null
  readonly level: number
  readonly verdict: Verdict
}

/** Fewer than this on either side, and two rates are not compared (algorithms B6). */
export const fewestToCompare = 20
/** More than this compared at once, and the limits widen to 99 % (algorithms B6). */
export const mostAtUsualLimits = 4

/** Whether two rates differ: only with at least 20 on both sides and limits of the difference that leave 0 out (algorithms B6). */
export const differenceOf = (first: Counted, second: Counted, level = 0.95): Difference => {
  const named = { first: first.name, second: second.name, n: [first.n, second.n] as const, level }
  if (first.n < fewestToCompare || second.n < fewestToCompare) return { ...named, difference: null, limits: null, verdict: 'too-few' }
  const limits = newcombe(first.count, first.n, second.count, second.n, level)
  const verdict = limits.lower > 0 ? 'first-higher' : limits.upper < 0 ? 'second-higher' : 'no-clear-difference'
  return { ...named, difference: first.count / first.n - second.count / second.n, limits, verdict }
}

/** Rates side by side, and every pair of those large enough to be compared. */
export type Comparison = { readonly rates: readonly (Rate & { readonly name: string })[]; readonly level: number; readonly differences: readonly Difference[] }

/** Rates by name, in the order of their names, compared two by two; at 99 % when more than four are compared at once (algorithms B6). */
export const compare = (groups: Iterable<Counted>): Comparison => {
  const sorted = [...groups].sort((a, b) => (a.name < b.name ? -1 : 1))
  const large = sorted.filter(({ n }) => n >= fewestToCompare)
  const level = large.length > mostAtUsualLimits ? 0.99 : 0.95
  return {
    rates: sorted.map(({ name, count, n }) => ({ name, ...rateOf(count, n) })),
    level,
    differences: large.flatMap((first, place) => large.slice(place + 1).map((second) => differenceOf(first, second, level))),
  }
}

import { normalQuantile } from '../chance/normal.ts'
import type { Interval } from '../chance/proportion.ts'

/** One journey: how long it lasted, and whether it ended in a sale (`isEvent`) or is only seen so far. */
export type Observation = { readonly time: number; readonly isEvent: boolean }

/** The curve at one distinct time: who was still there just before it, who bought, who is seen no further. */
export type SurvivalStep = {
  readonly time: number
  readonly atRisk: number
  readonly events: number
  readonly censored: number
  /** The share not yet sold after this time. */
  readonly survival: number
  /** Greenwood's; `null` once nobody is left unsold. */
  readonly standardError: number | null
  /** Log-log limits at 95 %; `null` before the first sale and once nobody is left unsold, where they are not defined. */
  readonly limits: Interval | null
}

/** A Kaplan–Meier curve, with its n. `median` is the first time at which half have bought, `null` when that is not reached. */
export type SurvivalCurve = { readonly n: number; readonly events: number; readonly steps: readonly SurvivalStep[]; readonly median: number | null }

/** Under this number still followed, the curve says nothing (algorithms B5). */
export const fewestAtRisk = 10

const z = normalQuantile(0.975)
// A product of fractions may miss one half by its last digit.
const HALF = 0.5 + 1e-12

const limitsOf = (survival: number, spread: number): Interval | null => {
  if (survival <= 0 || survival >= 1) return null
  const center = Math.log(-Math.log(survival))
  const half = (z * Math.sqrt(spread)) / Math.abs(Math.log(survival))
  return { lower: Math.exp(-Math.exp(center + half)), upper: Math.exp(-Math.exp(center - half)) }
}

const byTime = (a: readonly [number, unknown], b: readonly [number, unknown]): number => a[0] - b[0]

/** The product-limit curve with Greenwood's error and log-log limits; at ties, sales come before censorings (algorithms B5). Order of the observations does not matter. */
export const kaplanMeier = (observations: Iterable<Observation>): SurvivalCurve => {
  const tallies = new Map<number, { events: number; censored: number }>()
  for (const { time, isEvent } of observations) {
    const tally = tallies.get(time) ?? { events: 0, censored: 0 }
    if (isEvent) tally.events += 1
    else tally.censored += 1
    tallies.set(time, tally)
  }
  const times = [...tallies].sort(byTime)
  const n = times.reduce((sum, [, { events, censored }]) => sum + events + censored, 0)
  let atRisk = n
  let survival = 1
  let spread = 0
  const steps = times.map(([time, { events, censored }]): SurvivalStep => {
    const before = atRisk
    if (events > 0) {
      survival *= (before - events) / before
      spread += events / (before * (before - events))
    }
    atRisk -= events + censored
    const standardError = survival > 0 ? survival * Math.sqrt(spread) : null
    return { time, atRisk: before, events, censored, survival, standardError, limits: limitsOf(survival, spread) }
  })
  return { n, events: steps.reduce((sum, { events }) => sum + events, 0), steps, median: steps.find(({ survival }) => survival <= HALF)?.time ?? null }
}

/** The part of a curve that may be shown: where at least ten were still followed, and a median only inside it (algorithms B5). */
export const shownCurve = ({ n, events, steps, median }: SurvivalCurve): SurvivalCurve => {
  const shown = steps.filter(({ atRisk }) => atRisk >= fewestAtRisk)
  const last = shown.at(-1)?.time
  return { n, events, steps: shown, median: median !== null && last !== undefined && median <= last ? median : null }
}

/** How much of the curve has been sold by `time`, with its limits; zero before the first step. */
export const soldBy = ({ steps }: SurvivalCurve, time: number): { readonly share: number; readonly limits: Interval | null } => {
  const step = steps.findLast((each) => each.time <= time)
  if (!step) return { share: 0, limits: null }
  return { share: 1 - step.survival, limits: step.limits && { lower: 1 - step.limits.upper, upper: 1 - step.limits.lower } }
}

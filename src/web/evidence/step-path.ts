import { soldBy, type SurvivalCurve } from '#method/evidence/kaplan-meier.ts'

/** The curve from one time to the next: the share that had bought, and the limits where they are known. */
export type Stair = { readonly from: number; readonly to: number; readonly share: number; readonly lower: number; readonly upper: number }

/** The stairs of what was sold, from 0 to the last time shown; each holds until the next sale. */
export const stairsOf = (curve: SurvivalCurve): readonly Stair[] => {
  const last = curve.steps.at(-1)?.time ?? 0
  const times = [0, ...curve.steps.filter(({ events }) => events > 0).map(({ time }) => time)]
  return [...new Set(times)].map((from, place, all) => {
    const { share, limits } = soldBy(curve, from)
    return { from, to: all[place + 1] ?? last, share, lower: limits?.lower ?? share, upper: limits?.upper ?? share }
  })
}

const tops = [0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1] as const
/** The first round share above every limit. */
export const topOf = (stairs: readonly Stair[]): number => {
  const most = Math.max(0, ...stairs.map(({ upper }) => upper))
  return tops.find((top) => top >= most) ?? 1
}

const steps = [1, 2, 5, 7, 10, 14, 20, 30, 60, 90, 120, 180, 365] as const
/** Round places on the axis, at most `most` of them after 0, the last at or before `end`. */
export const ticksOf = (end: number, most: number): readonly number[] => {
  const step = steps.find((each) => end / each <= most) ?? Math.ceil(end / most)
  return Array.from({ length: Math.floor(end / step) }, (_, place) => (place + 1) * step)
}

/** How many are still followed just before `time`. */
export const atRiskAt = ({ steps: all }: SurvivalCurve, time: number): number => all.find((step) => step.time >= time)?.atRisk ?? 0

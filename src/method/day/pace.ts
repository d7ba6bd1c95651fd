import { negativeBinomialAtLeast, negativeBinomialOf } from '../chance/negative-binomial.ts'

/** What the pace is read from. Clock times are hours of the person's own clock, 14.5 being half past two in the afternoon. */
export type PaceFacts = {
  /** The clock times of up to 30 latest working days with at least one activity. */
  readonly days: readonly (readonly number[])[]
  readonly now: number
  readonly done: number
  readonly goal: number
  /** What a day is expected to hold before anything is known of the person: mu0, `usualCount` unless a vector says otherwise. */
  readonly usual: number
  /** The hours she works, until her own days say better. */
  readonly hours: { readonly from: number; readonly to: number }
}

/** What the person's own days say of a day: the usual count, how restless it is (small = restless), how much activities come in clumps. */
export type DayModel = { readonly mean: number; readonly size: number; readonly clump: number; readonly shareBy: (time: number) => number }

/** How sure the end of the day is, and where it would end (algorithms B3). `chance` is of reaching the goal, `byModel` the same before days alike are asked. */
export type Pace = {
  readonly left: number
  readonly model: DayModel
  readonly share: number
  readonly remaining: { readonly mean: number; readonly variance: number }
  readonly byModel: number
  readonly chance: number
  readonly expectedFinish: number
}

/** The hours until the person says otherwise. */
export const usualHours = { from: 9, to: 17 } as const
/**
 * What a day holds of anyone until her own say otherwise (mu0 of algorithms B3): never her goal, which says what she wishes and not what she
 * does; a goal of forty does not make forty likely.
 */
export const usualCount = 12
/** Days of history that the pace reads at most. */
export const mostPaceDays = 30

// Parameters of algorithms B3, set before its last measurement.
const PRIOR_ACTIVITIES = 10
const PRIOR_DAYS = 2
const PRIOR_WEIGHT = 4
const PRIOR_SIZE = 3
const PRIOR_CLUMP = 2
const CLUMP_HOURS = [10, 12, 14, 16] as const
const ALIKE = 0.8
// Two days have a variance, and it says nothing.
const FEWEST_DAYS = 3

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
const sum = (values: Iterable<number>): number => {
  let total = 0
  for (const value of values) total += value
  return total
}
const doneBy = (day: readonly number[], time: number): number => day.filter((hour) => hour <= time).length

/** The share of a day that is done by a clock time: her own days, with ten activities spread over her hours. */
const sharesOf = (days: PaceFacts['days'], { from, to }: PaceFacts['hours']): DayModel['shareBy'] => {
  const all = Float64Array.from(days.flat()).sort()
  return (time) => {
    let before = 0
    for (let high = all.length; before < high;) {
      const middle = (before + high) >> 1
      if ((all[middle] ?? Infinity) <= time) before = middle + 1
      else high = middle
    }
    const prior = to > from ? clamp((time - from) / (to - from), 0, 1) : Number(time >= from)
    return (before + PRIOR_ACTIVITIES * prior) / (all.length + PRIOR_ACTIVITIES)
  }
}

const sizeOf = (counts: readonly number[], mean: number): number => {
  const n = counts.length
  if (n < FEWEST_DAYS) return PRIOR_SIZE
  const own = sum(counts) / n
  const variance = sum(counts.map((count) => (count - own) ** 2)) / (n - 1)
  const moments = clamp(mean ** 2 / Math.max(variance - mean, 0.02 * mean), 0.5, 50)
  return Math.exp((PRIOR_WEIGHT * Math.log(PRIOR_SIZE) + n * Math.log(moments)) / (PRIOR_WEIGHT + n))
}

const clumpOf = (days: PaceFacts['days'], shareBy: DayModel['shareBy']): number => {
  const perDay = days.map((day) => {
    const apart = CLUMP_HOURS.map((hour) => {
      const share = shareBy(hour)
      return (doneBy(day, hour) - day.length * share) ** 2 / Math.max(day.length * share * (1 - share), 0.25)
    })
    return sum(apart) / apart.length
  })
  return clamp((PRIOR_WEIGHT * PRIOR_CLUMP + sum(perDay)) / (PRIOR_WEIGHT + days.length), 1, 30)
}

/** What the person's days say of a day to come (algorithms B3); with none, what is usual. */
export const dayModelOf = ({ days, usual, hours }: Pick<PaceFacts, 'days' | 'usual' | 'hours'>): DayModel => {
  const counts = days.map((day) => day.length)
  const mean = (PRIOR_DAYS * usual + sum(counts)) / (PRIOR_DAYS + days.length)
  const shareBy = sharesOf(days, hours)
  return { mean, size: sizeOf(counts, mean), clump: clumpOf(days, shareBy), shareBy }
}

/** The pace of a day in its course: the chance of reaching the goal, and where the day would end (claim 3, algorithms B3). */
export const paceOf = (facts: PaceFacts): Pace => {
  const { days, now, done, goal } = facts
  const model = dayModelOf(facts)
  const share = model.shareBy(now)
  const left = Math.max(0, goal - done)
  const sure = model.size + done / model.clump
  const mean = (sure * (1 - share)) / (model.size / model.mean + share / model.clump)
  const variance = model.clump * mean + mean ** 2 / sure
  const byModel = negativeBinomialAtLeast(left, negativeBinomialOf(mean, Math.max(variance, 1.001 * mean)))
  // Days that had come as far by this hour speak too, the more the closer they had come.
  const alike = days.map((day) => {
    const before = doneBy(day, now)
    return { weight: Math.exp(-0.5 * ((Math.sqrt(before) - Math.sqrt(done)) / ALIKE) ** 2), after: day.length - before }
  })
  const weight = PRIOR_WEIGHT + sum(alike.map((each) => each.weight))
  const reached = sum(alike.map((each) => (each.after >= left ? each.weight : 0)))
  const after = sum(alike.map((each) => each.weight * each.after))
  return {
    left,
    model,
    share,
    remaining: { mean, variance },
    byModel,
    chance: (reached + PRIOR_WEIGHT * byModel) / weight,
    expectedFinish: done + (after + PRIOR_WEIGHT * mean) / weight,
  }
}

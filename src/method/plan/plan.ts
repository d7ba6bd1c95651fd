import { usableMinutes } from './capacity.ts'
import type { MixLine } from './mix.ts'
import { salesFromPool, touchesPerPerson, touchesWithin } from './pool.ts'
import { meanRate, saleRateOf, touchesPerSale, type PastTouches, type SaleRate } from './sale-rate.ts'
import type { SaleValue } from './sale-value.ts'
import { priorOfGuess, priors, type Guess, type Prior, type TouchKind } from './touch-kind.ts'

/** What is wished for in one period: cents, or a number of sales or clients. */
export type Wanted = { readonly type: 'money'; readonly cents: number } | { readonly type: 'sales'; readonly count: number }

/** A kind of activity that the person is ready to do. */
export type PlanLine = {
  readonly id: string
  /** To whom it goes; `null` when it is done without counting on a sale, such as a post: only its minimum is planned. */
  readonly touch: TouchKind | null
  readonly past: PastTouches
  /** « Sur 20, combien achètent ? », in place of the starting belief. */
  readonly guess: Guess | null
  /** A starting belief that the person edited. */
  readonly prior: Prior | null
  /** Minutes of one, as `minutesEach` learns them. */
  readonly minutesEach: number
  /** What she wants to keep of it in the period in any case. */
  readonly minimum: number
  /** People of that kind who can be reached; `null` when nobody counted them. */
  readonly people: number | null
}

/** Everything that a plan is made of; the same request always gives the same plan. */
export type PlanRequest = {
  readonly wanted: Wanted
  /** The usual sale that the person names, in cents; worth three sales. */
  readonly usualSale: number
  /** Her past sales, in cents; refunds (negative) are left out. */
  readonly pastSales: readonly number[]
  readonly lines: readonly PlanLine[]
  /** Working days in the period; a mean such as 4.8 days a week is welcome. */
  readonly workingDays: number
  readonly minutesPerDay: number
}

/** Why no plan can be made of a request. */
export type PlanRefusal = 'no-activity' | 'no-working-days' | 'more-sales-than-touches'

/** What is known of a line, for « Entre 16 et 120 conversations par vente (n = 60, 2 ventes) ». */
export type LineFacts = {
  readonly id: string
  readonly rate: SaleRate
  readonly mean: number
  readonly perSale: { readonly from: number; readonly to: number | null }
  /** Her own touches and sales behind it; with none, the rate is a starting belief and the screen says so. */
  readonly past: PastTouches
}

/** So many of each activity, and what that means in days and minutes. */
export type PlanOption = {
  readonly touches: number
  /** P(wish reached). */
  readonly chance: number
  readonly minutes: number
  readonly lines: readonly { readonly id: string; readonly touches: number; readonly newPeople: number }[]
  /** Activities per working day, rounded up, and minutes per working day. */
  readonly perDay: { readonly touches: number; readonly minutes: number }
  readonly isFeasible: boolean
  /** What would fit when it does not: so many working days, or a lower wish (cents or sales) at the same chance. Never shrunk silently. */
  readonly wouldFit: { readonly workingDays: number | null; readonly wanted: Wanted } | null
}

/** The answer to a wish: two plans, and what the plan at the mean rate is worth. `null`: not reachable with these figures. */
export type Plan = {
  readonly ok: true
  readonly facts: readonly LineFacts[]
  readonly value: SaleValue
  /** Whether any sale of her own is behind the figures. */
  readonly hasOwnSales: boolean
  /** The plan that expects exactly the wish: it succeeds about one time in three. */
  readonly average: PlanOption | null
  readonly even: PlanOption | null
  readonly prudent: PlanOption | null
  readonly usableMinutes: number
  /** Everything that the hours allow. */
  readonly withinHours: PlanOption
}

/** What stands in the way of a request, or `null`. */
export const refusalOf = ({ lines, workingDays }: PlanRequest): PlanRefusal | null => {
  if (!lines.some(({ touch }) => touch !== null)) return 'no-activity'
  if (!(workingDays > 0)) return 'no-working-days'
  return lines.some(({ past }) => past.sales > past.touches) ? 'more-sales-than-touches' : null
}

/** The rate of a line after its own touches; one that sells nothing never does. */
export const rateOfLine = ({ touch, prior, guess, past }: PlanLine): SaleRate =>
  touch === null ? { a: 0, b: 1 } : saleRateOf((guess && priorOfGuess(guess)) ?? prior ?? priors[touch], past)

/** What is known of each line that sells. */
export const factsOf = (lines: readonly PlanLine[]): readonly LineFacts[] =>
  lines.flatMap((line) => {
    if (line.touch === null) return []
    const rate = rateOfLine(line)
    return [{ id: line.id, rate, mean: meanRate(rate), perSale: touchesPerSale(rate), past: line.past }]
  })

/**
 * The people who can be reached and the sales to expect once each was touched six times (algorithms B1, pool rule); `null` where nobody was counted. A
 * meeting is with people who are counted already.
 */
export const poolOf = (lines: readonly PlanLine[]): { readonly people: number; readonly touches: number; readonly sales: number } | null => {
  const counted = lines.flatMap((line) =>
    line.touch === null || line.touch === 'meeting' || line.people === null ? [] : [{ line, touch: line.touch, people: line.people }],
  )
  const people = counted.reduce((sum, each) => sum + each.people, 0)
  if (people === 0) return null
  const sales = counted.reduce((sum, each) => sum + salesFromPool(each.people, meanRate(rateOfLine(each.line)), each.touch), 0)
  return { people, touches: touchesPerPerson, sales }
}

// A kind of one's own may say that it takes no time; a plan could then hold any number of it.
const LEAST_MINUTES = 0.1

// New people can be met, asked for or called; a past client or a booked meeting cannot be found outside.
const isFindable = ({ touch }: PlanLine): boolean => touch !== 'client' && touch !== 'meeting'

const mixLineOf = (line: PlanLine): MixLine => {
  const minutesEach = Math.max(LEAST_MINUTES, line.minutesEach)
  const most = line.touch !== null && line.people !== null ? touchesWithin(line.people) : null
  return { id: line.id, worth: meanRate(rateOfLine(line)) / minutesEach, minutesEach, minimum: Math.max(0, line.minimum), most }
}

/** The lines as the mix weighs them, within the people who can be reached today. */
export const linesWithin = (lines: readonly PlanLine[]): readonly MixLine[] => lines.map(mixLineOf)

/** The same once all of them were reached: everyone known first, then new people, of the kinds that can be found when there is one. */
export const linesBeyond = (lines: readonly PlanLine[]): readonly MixLine[] => {
  const anyKind = !lines.some((line) => line.touch !== null && isFindable(line))
  return lines.map((line) => {
    const known = mixLineOf(line)
    const minimum = Math.max(known.minimum, known.most ?? 0)
    return { ...known, minimum, most: anyKind || isFindable(line) ? null : known.most }
  })
}

/** Minutes that the request leaves for activities. */
export const usableOf = ({ minutesPerDay, workingDays }: PlanRequest): number => usableMinutes(minutesPerDay, workingDays)

import { daysFrom, type Day } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'
import { salesBand, type SalesBand } from './band.ts'
import type { PlanContent } from './kept-plan.ts'
import { endOf, type Period } from './period.ts'
import { rateOfLine, type PlanOption, type PlanRequest, type Wanted } from './plan.ts'
import { meanRate, type SaleRate } from './sale-rate.ts'

/** The numbers of an accepted plan, to keep in its content: per period, what of each activity and what was believed of it. */
export type PlanNumbers = {
  readonly wanted: Wanted
  readonly period: Period
  /** Working days in the period when the plan was made. */
  readonly workingDays: number
  readonly option: 'even' | 'prudent'
  readonly touches: number
  readonly chance: number
  /** Lines that sell, with the Beta(a, b) of their rate. */
  readonly lines: readonly { readonly id: string; readonly touches: number; readonly rate: SaleRate }[]
}

/** The numbers to keep of an option that was accepted. */
export const planNumbers = (request: PlanRequest, period: Period, option: PlanOption, name: PlanNumbers['option']): PlanNumbers => {
  const lines = request.lines.flatMap((line, place) => {
    const touches = option.lines[place]?.touches ?? 0
    return line.touch === null ? [] : [{ id: line.id, touches, rate: rateOfLine(line) }]
  })
  const touches = lines.reduce((sum, line) => sum + line.touches, 0)
  return { wanted: request.wanted, period, workingDays: request.workingDays, option: name, touches, chance: option.chance, lines }
}

const isLine = (line: unknown): boolean => {
  const { id, touches, rate } = (line ?? {}) as Readonly<Record<string, unknown>>
  const { a, b } = (rate ?? {}) as Readonly<Record<string, unknown>>
  return typeof id === 'string' && typeof touches === 'number' && typeof a === 'number' && typeof b === 'number'
}

/** The numbers in the content of a kept plan; `null` when it was made without them, such as an activity that was accepted as it is. */
export const numbersIn = (content: PlanContent): PlanNumbers | null => {
  const { wanted, period, workingDays, touches, lines } = content
  const isWhole = typeof wanted === 'object' && wanted !== null && typeof period === 'object' && period !== null && typeof workingDays === 'number'
  if (!isWhole || typeof touches !== 'number' || !Array.isArray(lines) || !lines.every(isLine)) return null
  return content as unknown as PlanNumbers
}

/** What happened since a plan was accepted: the touches of its lines and the sales, through the last day that is over. */
export type Happened = { readonly touches: Readonly<Record<string, number>>; readonly sales: number }

/** A plan beside what happened. Information only: `below` is never a reproach, and says that a plan can be redone. */
export type PlanComparison = {
  /** Working days that are over, of the plan's own period when it ends. */
  readonly days: number
  /** To the last digit: the plan's touches, for the working days that are over. */
  readonly planned: number
  readonly done: number
  /** Sales that the touches done were expected to bring, and the band that holds four times in five. */
  readonly expectedSales: number
  readonly band: SalesBand
  readonly sales: number
  readonly standing: 'too-early' | 'below' | 'within' | 'above'
}

const FEWEST_DAYS = 5

/** The last day that a plan is compared on: `through`, or its own last day once it is over. What happens after it is another plan's. */
export const lastDayOf = ({ period }: Pick<PlanNumbers, 'period'>, from: Day, through: Day): Day => {
  const last = period.type === 'every' ? through : endOf(period, from)
  return last < through ? last : through
}

/**
 * A kept plan compared with what happened from `from`, the day it was accepted, to `through`, the last day that is over (claim 1): touches
 * planned for the working days that went by, and sales against what the touches *done* were expected to bring, by the rates of that day.
 * Before five working days it is too early to say.
 */
export const comparePlan = (plan: PlanNumbers, happened: Happened, calendar: WorkCalendar, from: Day, through: Day): PlanComparison => {
  const days = daysFrom(from, lastDayOf(plan, from, through)).filter((day) => isWorkingDay(day, calendar)).length
  const made = plan.lines.map(({ id, rate }) => ({ rate, touches: Math.max(0, happened.touches[id] ?? 0) }))
  const band = salesBand(made)
  const { sales } = happened
  return {
    days,
    planned: plan.workingDays > 0 ? (plan.touches * days) / plan.workingDays : 0,
    done: made.reduce((sum, { touches }) => sum + touches, 0),
    expectedSales: made.reduce((sum, { rate, touches }) => sum + touches * meanRate(rate), 0),
    band,
    sales,
    standing: days < FEWEST_DAYS ? 'too-early' : sales < band.lower ? 'below' : sales > band.upper ? 'above' : 'within',
  }
}

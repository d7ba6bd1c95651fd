import { daysNeeded } from './capacity.ts'
import { mixOf, type Mix, type MixLine } from './mix.ts'
import {
  factsOf,
  linesBeyond,
  linesWithin,
  rateOfLine,
  refusalOf,
  usableOf,
  type Plan,
  type PlanOption,
  type PlanRefusal,
  type PlanRequest,
  type Wanted,
} from './plan.ts'
import { newPeopleFor } from './pool.ts'
import { meanRate, type SaleRate } from './sale-rate.ts'
import { chanceOfReaching, leastEnough, mostTouches, shortfallOfMoney, shortfallOfSales, type Shortfall } from './reach.ts'
import { meanValue, saleValueOf, type SaleValue } from './sale-value.ts'

/** What every option of one plan stands on. */
type Ground = {
  readonly request: PlanRequest
  readonly value: SaleValue
  readonly shortfall: Shortfall
  readonly rates: readonly SaleRate[]
  /** The lines within the people known today, and with new ones. */
  readonly within: readonly MixLine[]
  readonly beyond: readonly MixLine[]
  readonly usable: number
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

const shortfallOf = (wanted: Wanted, value: SaleValue): Shortfall =>
  wanted.type === 'money' ? shortfallOfMoney(wanted.cents, value) : shortfallOfSales(wanted.count)

const chanceOf = ({ rates }: Ground, mix: Mix, shortfall: Shortfall): number =>
  chanceOfReaching(
    shortfall,
    rates.flatMap((rate, place) => (rate.a > 0 ? [{ rate, touches: mix[place] ?? 0 }] : [])),
  )

/** The largest wish of whole dollars or sales that the hours bring at that chance. */
const lowerWish = (ground: Ground, target: number): Wanted => {
  const { wanted } = ground.request
  const mix = mixOf(ground.within, ground.usable)
  const at = (steps: number): Wanted => (wanted.type === 'money' ? { type: 'money', cents: steps * 100 } : { type: 'sales', count: steps })
  const isTooMuch = (steps: number): boolean => chanceOf(ground, mix, shortfallOf(at(steps), ground.value)) < target
  const most = wanted.type === 'money' ? Math.ceil(wanted.cents / 100) : Math.ceil(wanted.count)
  return at(Math.max(0, (leastEnough(isTooMuch, 0, most) ?? most + 1) - 1))
}

const linesOf = ({ request }: Ground, mix: Mix): PlanOption['lines'] =>
  request.lines.map(({ id, touch, people }, place) => {
    const touches = mix[place] ?? 0
    return { id, touches, newPeople: touch === null || people === null ? 0 : newPeopleFor(touches, people) }
  })

const optionOf = (ground: Ground, mix: Mix, target: number | null): PlanOption => {
  const { workingDays, minutesPerDay } = ground.request
  const touches = sumOf(mix)
  const minutes = sumOf(mix.map((count, place) => count * (ground.beyond[place]?.minutesEach ?? 0)))
  const isFeasible = minutes <= ground.usable + 1e-9
  return {
    touches,
    chance: chanceOf(ground, mix, ground.shortfall),
    minutes,
    lines: linesOf(ground, mix),
    perDay: { touches: Math.ceil(touches / workingDays - 1e-9), minutes: minutes / workingDays },
    isFeasible,
    wouldFit: isFeasible || target === null ? null : { workingDays: daysNeeded(minutes, minutesPerDay), wanted: lowerWish(ground, target) },
  }
}

// Beyond any number of the shortest activity that could stand beside twenty thousand others.
const MOST_UNITS = 1 << 26

/** The mix of the fewest minutes that is enough, in steps of the shortest activity that sells. */
const leastMix = (lines: readonly MixLine[], isEnough: (mix: Mix) => boolean): Mix | null => {
  const sellers = lines.filter(({ worth }) => worth > 0)
  if (sellers.length === 0) return null
  const unit = Math.min(...sellers.map(({ minutesEach }) => minutesEach))
  const from = Math.ceil(sumOf(lines.map(({ minimum, most, minutesEach }) => Math.min(minimum, most ?? Infinity) * minutesEach)) / unit)
  const at = (units: number): Mix => mixOf(lines, units * unit)
  const tooMany = leastEnough((units) => sumOf(at(units)) > mostTouches, from, MOST_UNITS) ?? MOST_UNITS
  const units = leastEnough((count) => isEnough(at(count)), from, tooMany - 1)
  return units === null ? null : at(units)
}

const leastOption = (ground: Ground, isEnough: (mix: Mix) => boolean, target: number | null): PlanOption | null => {
  const isCounted = ground.within.every(({ worth, most }) => worth === 0 || most !== null)
  // Where people were not counted, they are no limit: what fails then is beyond twenty thousand touches.
  const mix = leastMix(ground.within, isEnough) ?? (isCounted ? leastMix(ground.beyond, isEnough) : null)
  return mix && optionOf(ground, mix, target)
}

const groundOf = (request: PlanRequest): Ground => {
  const value = saleValueOf(request.usualSale, request.pastSales)
  return {
    request,
    value,
    shortfall: shortfallOf(request.wanted, value),
    rates: request.lines.map(rateOfLine),
    within: linesWithin(request.lines),
    beyond: linesBeyond(request.lines),
    usable: usableOf(request),
  }
}

/**
 * The plan for a wish (claim 1, algorithms B1): the least minutes at which it comes true one time in two (`even`) and four times in five
 * (`prudent`), within the people who can be reached when that is possible, otherwise with the number of new ones that it takes.
 */
export const makePlan = (request: PlanRequest): Plan | { readonly ok: false; readonly reason: PlanRefusal } => {
  const reason = refusalOf(request)
  if (reason) return { ok: false, reason }
  const ground = groundOf(request)
  const { wanted, lines, pastSales } = request
  const wishedSales = wanted.type === 'money' ? wanted.cents / meanValue(ground.value) : wanted.count
  const expected = (mix: Mix): number => sumOf(ground.rates.map((rate, place) => (mix[place] ?? 0) * meanRate(rate)))
  const withChance = (target: number): PlanOption | null => leastOption(ground, (mix) => chanceOf(ground, mix, ground.shortfall) >= target, target)
  return {
    ok: true,
    facts: factsOf(lines),
    value: ground.value,
    hasOwnSales: pastSales.some((cents) => cents > 0) || lines.some(({ past }) => past.sales > 0),
    average: leastOption(ground, (mix) => expected(mix) >= wishedSales - 1e-9, null),
    even: withChance(0.5),
    prudent: withChance(0.8),
    usableMinutes: ground.usable,
    withinHours: optionOf(ground, mixOf(ground.within, ground.usable), null),
  }
}

import { wilson, type Interval } from '../chance/proportion.ts'
import { daysBetween, type Day } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import type { Journey } from './journeys.ts'
import { kaplanMeier, shownCurve, soldBy, type Observation, type SurvivalCurve } from './kaplan-meier.ts'

/** The people behind a curve: those who bought, those still open, those let go, who all stay in the count (algorithms B5). */
export type Followed = { readonly people: number; readonly sold: number; readonly open: number; readonly lost: number }

/** What happens at touch number `touch`: the share of those who got there that bought, and the part it has in all the sales. */
export type TouchHazard = {
  readonly touch: number
  readonly atRisk: number
  readonly sales: number
  readonly hazard: number
  readonly wilson: Interval
  readonly shareOfSales: number
}

/** Touches to the first sale. `curve` holds what may be shown; `laterSales` came at touches where fewer than ten were left. */
export type TouchesToSale = Followed & { readonly curve: SurvivalCurve; readonly hazards: readonly TouchHazard[]; readonly laterSales: number }

/** How many end up buying, once it can be said: at least 20 people still followed beyond twice the 90th percentile of the days to sale. */
export type Plateau =
  | { readonly isTooEarly: true; readonly beyond: number | null; readonly atRisk: number; readonly needed: number }
  | { readonly isTooEarly: false; readonly beyond: number; readonly atRisk: number; readonly share: number; readonly limits: Interval | null }

/** Days from the first touch to the first sale. There is no mean of those who bought: without the others it misleads. */
export type DaysToSale = Followed & { readonly curve: SurvivalCurve; readonly plateau: Plateau }

/** How many must be followed for the plateau to be told (algorithms B5). */
export const fewestOnPlateau = 20

const isSold = ({ sales }: Journey): boolean => sales.length > 0

/** Those followed, of whom `lost` says who was let go. */
const followedOf = (journeys: readonly Journey[], lost: (id: ContactId | null) => boolean): Followed => {
  const sold = journeys.filter(isSold).length
  const gone = journeys.filter((journey) => !isSold(journey) && lost(journey.contactId)).length
  return { people: journeys.length, sold, open: journeys.length - sold - gone, lost: gone }
}

// At a touch where nobody stopped, those at risk are those of the next one where somebody did.
const hazardAt = (touch: number, { steps }: SurvivalCurve, allSales: number): TouchHazard => {
  const step = steps.find(({ time }) => time >= touch)
  const atRisk = step?.atRisk ?? 0
  const sales = step?.time === touch ? step.events : 0
  return { touch, atRisk, sales, hazard: sales / atRisk, wilson: wilson(sales, atRisk), shareOfSales: allSales === 0 ? 0 : sales / allSales }
}

/** Touches until the first sale, people still open or let go kept at the touches they got (claim 4, algorithms B5). Journeys without a touch are left to the caller. */
export const touchesToSale = (journeys: readonly Journey[], lost: (id: ContactId | null) => boolean): TouchesToSale => {
  const full = kaplanMeier(journeys.map((journey): Observation => ({ time: journey.touches.length, isEvent: isSold(journey) })))
  const curve = shownCurve(full)
  const hazards = Array.from({ length: curve.steps.at(-1)?.time ?? 0 }, (_, place) => hazardAt(place + 1, curve, full.events))
  const shown = hazards.reduce((sum, { sales }) => sum + sales, 0)
  return { ...followedOf(journeys, lost), curve, hazards, laterSales: full.events - shown }
}

/** The nearest-rank percentile of a sorted list. */
const percentile = (sorted: readonly number[], share: number): number | null => sorted[Math.ceil(share * sorted.length) - 1] ?? null

const plateauOf = (observations: readonly Observation[], curve: SurvivalCurve): Plateau => {
  const soldAfter = observations
    .filter(({ isEvent }) => isEvent)
    .map(({ time }) => time)
    .sort((a, b) => a - b)
  const last = percentile(soldAfter, 0.9)
  const beyond = last === null ? null : 2 * last
  const atRisk = beyond === null ? 0 : observations.filter(({ time }) => time > beyond).length
  if (beyond === null || atRisk < fewestOnPlateau) return { isTooEarly: true, beyond, atRisk, needed: fewestOnPlateau }
  return { isTooEarly: false, beyond, atRisk, ...soldBy(curve, Infinity) }
}

const daysOf = (journeys: readonly Journey[], asOf: Day): readonly Observation[] =>
  journeys.flatMap(({ touches: [first], sales: [sale] }) =>
    first ? [{ time: Math.max(0, daysBetween(first.day, sale?.day ?? asOf)), isEvent: sale !== undefined }] : [],
  )

/** How many days a first sale usually takes. `of` says who was asked: everyone, or those who bought alone, whose median is too short. */
export type UsualDays = { readonly days: number; readonly of: 'everyone' | 'buyers' }

const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The median of the whole curve of the days to a first sale; where half never bought, that of the days of those who did; `null` without a sale. */
export const usualDays = (journeys: readonly Journey[], asOf: Day): UsualDays | null => {
  const observations = daysOf(journeys, asOf)
  const { median } = kaplanMeier(observations)
  if (median !== null) return { days: median, of: 'everyone' }
  const days = medianOf(observations.filter(({ isEvent }) => isEvent).map(({ time }) => time))
  return days === null ? null : { days, of: 'buyers' }
}

/** Days from the first touch to the first sale; whoever has not bought, let go or not, is followed up to `asOf` (claim 4, algorithms B5). */
export const daysToSale = (journeys: readonly Journey[], asOf: Day, lost: (id: ContactId | null) => boolean): DaysToSale => {
  const observations = daysOf(journeys, asOf)
  const curve = shownCurve(kaplanMeier(observations))
  return { ...followedOf(journeys, lost), curve, plateau: plateauOf(observations, curve) }
}

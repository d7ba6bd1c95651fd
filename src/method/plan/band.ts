import { chanceOfReaching, leastEnough, mostTouches, shortfallOfSales, type Touches } from './reach.ts'

/** Whole numbers of sales, both included. */
export type SalesBand = { readonly lower: number; readonly upper: number }

/**
 * The sales that these touches bring four times in five: from where a tenth lies nearest below, up to where the whole is nearest to 80 %. Counts
 * are whole: when none at all is already likelier than a tenth, the other end makes up for it.
 */
export const salesBand = (all: readonly Touches[]): SalesBand => {
  const below = (count: number): number => 1 - chanceOfReaching(shortfallOfSales(count), all)
  const made = all.reduce((sum, { touches }) => sum + touches, 0)
  const most = Math.min(mostTouches, made)
  const nearest = (share: number): number => {
    const first = leastEnough((count) => below(count) >= share, 0, most) ?? most + 1
    return first > 0 && share - below(first - 1) < below(first) - share ? first - 1 : first
  }
  const lower = Math.min(nearest(0.1), most)
  return { lower, upper: Math.max(lower, nearest(0.8 + below(lower)) - 1) }
}

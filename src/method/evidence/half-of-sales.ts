import type { TouchesToSale } from './time-to-sale.ts'
import { fewestAtRisk } from './kaplan-meier.ts'

/** The latest touch such that half of the sales came at it or later; `null` under ten sales, which would only tell of chance. */
export const halfOfSalesAt = ({ hazards, laterSales }: TouchesToSale): number | null => {
  const all = hazards.reduce((sum, { sales }) => sum + sales, laterSales)
  if (all < fewestAtRisk) return null
  let later = laterSales
  // Most of them came where too few were left to draw a curve: what is known is that they came after it.
  if (later * 2 >= all) return hazards.length + 1
  for (const { touch, sales } of hazards.toReversed()) {
    later += sales
    if (later * 2 >= all) return touch
  }
  return null
}

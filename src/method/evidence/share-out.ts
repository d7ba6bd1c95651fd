import { asCents, type Cents } from '../sale/sale.ts'

/** What falls to one name: to the last digit, and in whole cents. */
export type Credit = { readonly name: string; readonly exact: number; readonly cents: Cents }

// Sums of thirds and sevenths differ by their last digits with the order of the sales; ties must not.
const steady = (value: number): number => Math.round(value * 1e6) / 1e6

/**
 * Whole cents for each name that add up to `total` exactly: the largest remainders get the cents left over, ties by name
 * (algorithms B6). `exact` holds cents, not negative, whose sum is `total`; answered in the order of the names.
 */
export const shareOut = (total: Cents, exact: ReadonlyMap<string, number>): readonly Credit[] => {
  const shares = [...exact].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => ({ name, exact: value, cents: Math.floor(steady(value)) }))
  const left = total - shares.reduce((sum, { cents }) => sum + cents, 0)
  const byRemainder = [...shares].sort((a, b) => steady(b.exact - b.cents) - steady(a.exact - a.cents))
  const lucky = new Set(byRemainder.slice(0, left).map(({ name }) => name))
  return shares.map(({ name, exact, cents }) => ({ name, exact, cents: asCents(cents + (lucky.has(name) ? 1 : 0)) }))
}

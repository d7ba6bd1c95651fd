import { readMoney, type MoneyRefusal } from '#method/sale/money.ts'
import { asCents, type Cents } from '#method/sale/sale.ts'

/** What is being typed of a sale. */
export type SaleDraft = { readonly amount: string; readonly currency: string; readonly offerId: string }

/** A sale read from what is typed, or why not. */
export type SaleReading =
  | { readonly ok: true; readonly sale: { readonly amount: Cents; readonly currency: string; readonly offerId: string | null } }
  | { readonly ok: false; readonly reason: MoneyRefusal | 'not-positive' }

// Ten million dollars: the largest amount that a door lets through.
const largest = 1_000_000_000

/** Reads the amount as people type it; a currency written with it wins over the one chosen. */
export const readSale = ({ amount, currency, offerId }: SaleDraft): SaleReading => {
  const read = readMoney(amount)
  if (!read.ok) return read
  if (read.cents <= 0) return { ok: false, reason: 'not-positive' }
  if (read.cents > largest) return { ok: false, reason: 'too-large' }
  return { ok: true, sale: { amount: asCents(read.cents), currency: read.currency ?? currency, offerId: offerId || null } }
}

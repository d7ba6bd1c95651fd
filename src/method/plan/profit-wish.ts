import { salesForProfit, type WishReading } from './wish.ts'

/** « 40 », « 40 % » as a share; `null` for what is no margin above 0 and up to 100. */
export const readMargin = (text: string): number | null => {
  const written = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/u.exec(text.trim())?.[1]
  const share = written === undefined ? 0 : Number(written.replace(',', '.')) / 100
  return share > 0 && share <= 1 ? share : null
}

/**
 * A wish in profit once the margin is known: the sales that leave it (algorithms B1, « a wish in profit needs a margin field »). Asks for the period
 * when it was not said; any other reading comes back as it is.
 */
export const withMargin = (reading: WishReading, margin: number | null): WishReading => {
  if (reading.ok || reading.ask !== 'margin' || margin === null) return reading
  const { amount, period } = reading.heard
  const cents = amount === null ? null : salesForProfit(amount, margin)
  if (cents === null) return reading
  if (period === null) return { ok: false, ask: 'period', heard: reading.heard }
  return { ok: true, wish: { type: 'money', cents, currency: null, isMore: false, period } }
}

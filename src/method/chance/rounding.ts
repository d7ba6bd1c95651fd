/** The nearest whole number, halves upwards: 2.5 gives 3, −2.5 gives −2. */
export const roundHalfUp = (value: number): number => Math.floor(value + 0.5)

/** A probability as it is shown: in percent by steps of 5, never 0 or 100 unless it is certain (algorithms B0). */
export const shownPercent = (probability: number): number => {
  if (!(probability > 0)) return 0
  if (probability >= 1) return 100
  return Math.min(95, Math.max(5, roundHalfUp(probability * 20) * 5))
}

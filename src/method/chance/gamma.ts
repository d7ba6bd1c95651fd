const HALF_LOG_TWO_PI = 0.918_938_533_204_672_8

// Beyond ten the series below is exact to the last digits of a double.
const LARGE = 10

/** What Stirling's formula leaves out of ln Γ(x), for x ≥ 10. */
const stirlingRest = (x: number): number => {
  const square = 1 / (x * x)
  return (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360_360 - square / 156)))))) / x
}

/** ln Γ(x) for x > 0; infinite at 0 and below, where the method never goes. */
export const logGamma = (x: number): number => {
  if (!(x > 0)) return Infinity
  let product = 1
  let up = x
  while (up < LARGE) {
    product *= up
    up += 1
  }
  return (up - 0.5) * Math.log(up) - up + HALF_LOG_TWO_PI + stirlingRest(up) - Math.log(product)
}

/** ln B(a, b) for a, b > 0, without the loss of digits that three large ln Γ would bring. */
export const logBeta = (a: number, b: number): number => {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (large < LARGE) return logGamma(small) + logGamma(large) - logGamma(small + large)
  const share = small / (small + large)
  const rest = stirlingRest(large) - stirlingRest(small + large)
  if (small < LARGE) return logGamma(small) + rest + small - small * Math.log(small + large) + (large - 0.5) * Math.log1p(-share)
  return HALF_LOG_TWO_PI - 0.5 * Math.log(large) + stirlingRest(small) + rest + (small - 0.5) * Math.log(share) + large * Math.log1p(-share)
}

/** ln of the number of ways to choose k among n. */
export const logChoose = (n: number, k: number): number => -Math.log(n + 1) - logBeta(n - k + 1, k + 1)

/** ln of xᵃ (1 − x)ᵇ / B(a, b) for 0 < x < 1, written around the mean when near it, so that large a and b cancel before they are added. */
export const logBetaPower = (x: number, a: number, b: number): number => {
  const mean = a / (a + b)
  const away = x - mean
  const isFar = Math.abs(away) > 0.5 * Math.min(mean, 1 - mean)
  if (isFar || Math.min(a, b) < LARGE) return a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)
  const height = 0.5 * Math.log(b * mean) - HALF_LOG_TWO_PI - stirlingRest(a) - stirlingRest(b) + stirlingRest(a + b)
  return height + a * Math.log1p(away / mean) + b * Math.log1p(-away / (1 - mean))
}

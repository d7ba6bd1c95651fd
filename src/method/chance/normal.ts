const DENSITY_AT_ZERO = 0.398_942_280_401_432_7

/** The share of a standard normal below x, exact to the last digits in the lower tail too. */
export const normalCdf = (x: number): number => {
  if (Number.isNaN(x)) return NaN
  const density = DENSITY_AT_ZERO * Math.exp(-0.5 * x * x)
  if (Math.abs(x) > 4) return x < 0 ? density * tailRatio(-x) : 1 - density * tailRatio(x)
  let sum = x
  let term = x
  for (let odd = 3; odd < 200; odd += 2) {
    term *= (x * x) / odd
    if (sum + term === sum) break
    sum += term
  }
  return 0.5 + density * sum
}

/** Mills' ratio beyond 4, as a continued fraction read from its end. */
const tailRatio = (x: number): number => {
  if (x > 40) return 0
  let rest = 0
  for (let k = 120; k >= 1; k -= 1) rest = k / (x + rest)
  return 1 / (x + rest)
}

/** The x with that share of a standard normal below it; infinite at 0 and 1. */
export const normalQuantile = (share: number): number => {
  if (!(share > 0)) return -Infinity
  if (share >= 1) return Infinity
  if (share > 0.5) return -normalQuantile(1 - share)
  // Hastings' start is right to three digits; Newton doubles the digits of ln Φ at each step.
  const t = Math.sqrt(-2 * Math.log(share))
  let x = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
  for (let round = 0; round < 4; round += 1) {
    const below = normalCdf(x)
    x -= (Math.log(below / share) * below) / (DENSITY_AT_ZERO * Math.exp(-0.5 * x * x))
  }
  return x
}

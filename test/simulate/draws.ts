import type { Chance } from '../torture/chance.ts'

const uniform = (chance: Chance): number => 1 - chance.next()

/** A standard normal draw (Box and Muller). */
export const normalDraw = (chance: Chance): number => Math.sqrt(-2 * Math.log(uniform(chance))) * Math.cos(2 * Math.PI * chance.next())

/** A draw from Gamma(shape, 1) (Marsaglia and Tsang), by none of the functions that it is to test. */
export const gammaDraw = (chance: Chance, shape: number): number => {
  if (shape < 1) return gammaDraw(chance, shape + 1) * uniform(chance) ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = normalDraw(chance)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(uniform(chance)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

export const betaDraw = (chance: Chance, a: number, b: number): number => {
  const [x, y] = [gammaDraw(chance, a), gammaDraw(chance, b)]
  return x / (x + y)
}

export const exponentialDraw = (chance: Chance, mean: number): number => -mean * Math.log(uniform(chance))

/** How many of `n` trials succeed, by the waits between successes. */
export const binomialDraw = (chance: Chance, n: number, rate: number): number => {
  if (!(rate > 0)) return 0
  if (rate >= 1) return n
  let count = 0
  for (let at = 0; ; count += 1) {
    at += 1 + Math.floor(Math.log(uniform(chance)) / Math.log1p(-rate))
    if (at > n) return count
  }
}

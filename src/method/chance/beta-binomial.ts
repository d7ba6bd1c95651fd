import { logBeta, logChoose } from './gamma.ts'

/** P(K = k) for K sales in n touches whose rate is Beta(a, b). With a = 0 nothing ever sells, with b = 0 everything does. */
export const betaBinomialPmf = (k: number, n: number, a: number, b: number): number => {
  if (k < 0 || k > n) return 0
  if (a <= 0) return k === 0 ? 1 : 0
  if (b <= 0) return k === n ? 1 : 0
  return Math.exp(logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b))
}

const modeOf = (n: number, a: number, b: number): number => {
  if (a <= 1) return 0
  if (b <= 1) return n
  return Math.min(n, Math.floor((n * (a - 1)) / (a + b - 2)))
}

// What is left out beyond this is under a millionth of a billionth even over twenty thousand counts.
const NEGLIGIBLE = 1e-20

/** P(K = k) for every k from 0 to n at once, by ratios from the likeliest count outwards. */
export const betaBinomialPmfs = (n: number, a: number, b: number): Float64Array => {
  const all = new Float64Array(n + 1)
  if (n === 0 || a <= 0 || b <= 0) {
    all[a <= 0 ? 0 : n] = 1
    return all
  }
  const mode = modeOf(n, a, b)
  const top = betaBinomialPmf(mode, n, a, b)
  all[mode] = top
  for (let k = mode, p = top; k < n && p > NEGLIGIBLE; k += 1) {
    p *= ((n - k) / (k + 1)) * ((k + a) / (n - k - 1 + b))
    all[k + 1] = p
  }
  for (let k = mode, p = top; k > 0 && p > NEGLIGIBLE; k -= 1) {
    p *= (k / (n - k + 1)) * ((n - k + b) / (k - 1 + a))
    all[k - 1] = p
  }
  return all
}

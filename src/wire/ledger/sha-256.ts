// The first 32 bits of the fractional parts of the cube and square roots of the first primes (FIPS 180-4).
const primes = (count: number): readonly number[] => {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0
const rounds = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))
const start = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)))

const blockBytes = 64
const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const schedule = new Int32Array(64)
const compress = (state: Int32Array, bytes: Uint8Array, from: number): void => {
  // Each place exists: asking whether it does would take longer than the sum.
  const w = (n: number): number => schedule[n] as number
  const byte = (n: number): number => bytes[n] as number
  for (let t = 0, at = from; t < 16; t += 1, at += 4) schedule[t] = (byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3)
  for (let t = 16; t < 64; t += 1) {
    const near = w(t - 2)
    const far = w(t - 15)
    const small = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)
    const large = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10)
    schedule[t] = (large + w(t - 7) + small + w(t - 16)) | 0
  }
  let a = state[0] as number
  let b = state[1] as number
  let c = state[2] as number
  let d = state[3] as number
  let e = state[4] as number
  let f = state[5] as number
  let g = state[6] as number
  let h = state[7] as number
  for (let t = 0; t < 64; t += 1) {
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (rounds[t] as number) + w(t)) | 0
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  state[0] = (state[0] as number) + a
  state[1] = (state[1] as number) + b
  state[2] = (state[2] as number) + c
  state[3] = (state[3] as number) + d
  state[4] = (state[4] as number) + e
  state[5] = (state[5] as number) + f
  state[6] = (state[6] as number) + g
  state[7] = (state[7] as number) + h
}

let buffer = new Uint8Array(4096)
/** Writes UTF-8 where `buffer` has room for it; gives its length. Half of a pair that stands alone is written as it is. */
const encode = (text: string): number => {
  const most = text.length * 3 + 2 * blockBytes
  if (buffer.length < most) buffer = new Uint8Array(2 * most)
  let at = 0
  for (let n = 0; n < text.length; n += 1) {
    const unit = text.charCodeAt(n)
    if (unit < 0x80) buffer[at++] = unit
    else {
      const point = text.codePointAt(n) ?? unit
      if (point > 0xffff) n += 1
      if (point < 0x800) buffer[at++] = 0xc0 | (point >> 6)
      else {
        if (point > 0xffff) {
          buffer[at++] = 0xf0 | (point >> 18)
          buffer[at++] = 0x80 | ((point >> 12) & 0x3f)
        } else buffer[at++] = 0xe0 | (point >> 12)
        buffer[at++] = 0x80 | ((point >> 6) & 0x3f)
      }
      buffer[at++] = 0x80 | (point & 0x3f)
    }
  }
  return at
}

/**
 * SHA-256 of a text in UTF-8, as eight words (FIPS 180-4). Written here because a device asked over plain HTTP has no `crypto.subtle`,
 * and because both sides of a comparison must run the same code.
 */
export const sha256 = (text: string): Int32Array => {
  const state = start.slice()
  const length = encode(text)
  const whole = blockBytes * Math.ceil((length + 9) / blockBytes)
  buffer.fill(0, length, whole)
  buffer[length] = 0x80
  for (let n = 0, bits = length * 8; n < 7; n += 1, bits = Math.floor(bits / 256)) buffer[whole - 1 - n] = bits % 256
  for (let from = 0; from < whole; from += blockBytes) compress(state, buffer, from)
  return state
}

/** The words of a digest in hexadecimal. */
export const hexOf = (words: Int32Array): string => Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')

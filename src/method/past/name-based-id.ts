// The encoder of the platform: part of every browser and of Node, and pure, but absent from the language's own library of types.
declare const TextEncoder: new () => { encodeInto(text: string, into: Uint8Array): { readonly written: number } }

/** The namespace of the ids that files give. */
export const pastNamespace = 'b6a1f3c2-5d0e-5c4b-9f1a-2e7d8c6b4a90'

const encoder = new TextEncoder()
const words = new Int32Array(80)
const sum = new Int32Array(5)
// One place for the bytes of every name, since half a million of them follow one another.
let scratch = new Uint8Array(1024)
let view = new DataView(scratch.buffer)

/** SHA-1 of the first bytes of the scratch (RFC 3174), into `sum`. */
const sha1 = (length: number): void => {
  const whole = Math.ceil((length + 9) / 64) * 64
  scratch.fill(0, length, whole)
  scratch[length] = 0x80
  view.setUint32(whole - 8, Math.floor(length / 0x20000000))
  view.setUint32(whole - 4, length << 3)
  sum[0] = 0x67452301
  sum[1] = 0xefcdab89
  sum[2] = 0x98badcfe
  sum[3] = 0x10325476
  sum[4] = 0xc3d2e1f0
  for (let from = 0; from < whole; from += 64) mix(from)
}

const mix = (from: number): void => {
  for (let place = 0; place < 16; place += 1) words[place] = view.getInt32(from + place * 4)
  for (let place = 16; place < 80; place += 1) {
    const mixed = (words[place - 3] as number) ^ (words[place - 8] as number) ^ (words[place - 14] as number) ^ (words[place - 16] as number)
    words[place] = (mixed << 1) | (mixed >>> 31)
  }
  let [a, b, c, d, e] = [sum[0] as number, sum[1] as number, sum[2] as number, sum[3] as number, sum[4] as number]
  for (let place = 0; place < 80; place += 1) {
    const chosen = place < 20 ? (b & c) | (~b & d) : place < 40 || place >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d)
    const constant = place < 20 ? 0x5a827999 : place < 40 ? 0x6ed9eba1 : place < 60 ? 0x8f1bbcdc : 0xca62c1d6
    const next = (((a << 5) | (a >>> 27)) + chosen + e + constant + (words[place] as number)) | 0
    e = d
    d = c
    c = (b << 30) | (b >>> 2)
    b = a
    a = next
  }
  sum[0] = (sum[0] as number) + a
  sum[1] = (sum[1] as number) + b
  sum[2] = (sum[2] as number) + c
  sum[3] = (sum[3] as number) + d
  sum[4] = (sum[4] as number) + e
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const pair = (byte: number): string => pairs[byte & 255] as string
const hexOf = (word: number): string => pair(word >>> 24) + pair(word >>> 16) + pair(word >>> 8) + pair(word)
// `a` and `A` are 10: letters stand 7 and 39 beyond the figures.
const figure = (code: number): number => (code < 58 ? code - 48 : code < 71 ? code - 55 : code - 87)

/**
 * The UUID that a name has in a namespace: the same ones always give the same id, on a phone as on a server. Version 5 of
 * RFC 9562; version 8 sets apart the ids whose name is a number of another tool. SHA-1 only names here, it protects nothing.
 */
export const nameBasedId = (namespace: string, name: string, version: 5 | 8 = 5): string => {
  const room = name.length * 3 + 96
  if (room > scratch.length) {
    scratch = new Uint8Array(room * 2)
    view = new DataView(scratch.buffer)
  }
  let place = 0
  for (let at = 0; at < namespace.length && place < 16; at += 2) {
    if (namespace[at] === '-') at += 1
    scratch[place] = figure(namespace.charCodeAt(at)) * 16 + figure(namespace.charCodeAt(at + 1))
    place += 1
  }
  sha1(16 + encoder.encodeInto(name, scratch.subarray(16)).written)
  const second = hexOf(((sum[1] as number) & 0xffff0fff) | (version << 12))
  const third = hexOf(((sum[2] as number) & 0x3fffffff) | 0x80000000)
  return `${hexOf(sum[0] as number)}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hexOf(sum[3] as number)}`
}

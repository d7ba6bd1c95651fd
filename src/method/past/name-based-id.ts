// The encoder of the platform: part of every browser and of Node, and pure, but absent from the language's own library of types.
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** The namespace of the ids that files give. */
export const pastNamespace = 'b6a1f3c2-5d0e-5c4b-9f1a-2e7d8c6b4a90'

const encoder = new TextEncoder()
const words = new Int32Array(80)
const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

/** SHA-1 of bytes, as five words (RFC 3174). */
const sha1 = (bytes: Uint8Array): Int32Array => {
  const blocks = Math.ceil((bytes.length + 9) / 64)
  const padded = new Uint8Array(blocks * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const sum = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  for (let block = 0; block < blocks; block += 1) mix(sum, view, block * 64)
  return sum
}

const mix = (sum: Int32Array, view: DataView, from: number): void => {
  for (let place = 0; place < 16; place += 1) words[place] = view.getInt32(from + place * 4)
  for (let place = 16; place < 80; place += 1) {
    words[place] = rotated((words[place - 3] as number) ^ (words[place - 8] as number) ^ (words[place - 14] as number) ^ (words[place - 16] as number), 1)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = sum
  for (let place = 0; place < 80; place += 1) {
    const chosen = place < 20 ? (b & c) | (~b & d) : place < 40 || place >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d)
    const constant = place < 20 ? 0x5a827999 : place < 40 ? 0x6ed9eba1 : place < 60 ? 0x8f1bbcdc : 0xca62c1d6
    const next = (rotated(a, 5) + chosen + e + constant + (words[place] as number)) | 0
    e = d
    d = c
    c = rotated(b, 30)
    b = a
    a = next
  }
  for (const [place, value] of [a, b, c, d, e].entries()) sum[place] = ((sum[place] as number) + value) | 0
}

const hexOf = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')

/**
 * The UUID that a name has in a namespace: the same ones always give the same id, on a phone as on a server. Version 5 of
 * RFC 9562; version 8 sets apart the ids whose name is a number of another tool. SHA-1 only names here, it protects nothing.
 */
export const nameBasedId = (namespace: string, name: string, version: 5 | 8 = 5): string => {
  const space = namespace.replaceAll('-', '')
  const told = encoder.encode(name)
  const bytes = new Uint8Array(16 + told.length)
  for (let place = 0; place < 16; place += 1) bytes[place] = Number.parseInt(space.slice(place * 2, place * 2 + 2), 16)
  bytes.set(told, 16)
  const [a = 0, b = 0, c = 0, d = 0] = sha1(bytes)
  const hex = hexOf(a) + hexOf((b & 0xffff0fff) | (version << 12)) + hexOf((c & 0x3fffffff) | 0x80000000) + hexOf(d)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

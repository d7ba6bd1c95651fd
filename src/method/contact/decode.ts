import { importLimits, refuse, type FileRefusal } from './import-limits.ts'

// The decoder of the platform: part of every browser and of Node, and pure, but absent from the language's own library of types.
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string }

/** How the bytes of a file were understood. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A piece of decoded text, or the refusal of the file. */
export type Decoded = { readonly ok: true; readonly text: string } | FileRefusal

/** Decodes a file piece by piece. After a refusal it must not be used. */
export type Decoder = {
  readonly push: (bytes: Uint8Array) => Decoded
  readonly end: () => Decoded
  readonly encoding: () => Encoding | undefined
}

const HEAD = 4096

/**
 * Decodes UTF-8 and UTF-16 with or without a byte-order mark, and Windows-1252 when the bytes are not UTF-8. Only the first
 * 4 KB are held back. A file that holds NUL characters is refused as `binary`, an Excel workbook as `spreadsheet`, one
 * above `maxBytes` as `too-large`.
 */
export function createDecoder(maxBytes: number = importLimits.bytes): Decoder {
  let head: Uint8Array | undefined = new Uint8Array(0)
  let seen = 0
  let encoding: Encoding | undefined
  let decode: (bytes: Uint8Array, last: boolean) => string = () => ''

  const start = (bytes: Uint8Array, last: boolean): Decoded => {
    head = undefined
    if (isWorkbook(bytes)) return refuse('spreadsheet')
    const guess = guessEncoding(bytes)
    encoding = guess.encoding
    decode = guess.encoding === 'utf-8' ? utf8OrWindows((changed) => (encoding = changed)) : platformDecoder(guess.encoding)
    return checked(decode(bytes.subarray(guess.skip), last))
  }
  return {
    push: (bytes) => {
      seen += bytes.length
      if (seen > maxBytes) return refuse('too-large')
      if (head === undefined) return checked(decode(bytes, false))
      head = join(head, bytes)
      return head.length < HEAD ? { ok: true, text: '' } : start(head, false)
    },
    end: () => (head === undefined ? checked(decode(new Uint8Array(0), true)) : start(head, true)),
    encoding: () => encoding,
  }
}

function checked(text: string): Decoded {
  return text.includes('\0') ? refuse('binary') : { ok: true, text }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** The first bytes of a zip (xlsx, ods) or of an old Office document (xls). */
function isWorkbook(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes
  return (a === 0x50 && b === 0x4b && c === 3 && d === 4) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
}

function guessEncoding(bytes: Uint8Array): { encoding: Encoding; skip: number } {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 }
  let even = 0
  let odd = 0
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  const half = bytes.length / 2
  // In UTF-16 most Latin letters have one zero byte, always on the same side.
  if (odd > half * 0.5 && even < half * 0.05) return { encoding: 'utf-16le', skip: 0 }
  if (even > half * 0.5 && odd < half * 0.05) return { encoding: 'utf-16be', skip: 0 }
  return { encoding: 'utf-8', skip: 0 }
}

function platformDecoder(encoding: Encoding): (bytes: Uint8Array, last: boolean) => string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return (bytes, last) => decoder.decode(bytes, { stream: !last })
}

/**
 * UTF-8 until a byte proves otherwise. When nothing but ASCII came before, the file is Windows-1252 from there on; when true
 * UTF-8 came before, only the wrong bytes are read as Windows-1252, so that one broken name does not spoil the others.
 */
function utf8OrWindows(changed: (encoding: Encoding) => void): (bytes: Uint8Array, last: boolean) => string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const windows = new TextDecoder('windows-1252')
  let carry = new Uint8Array(0) as Uint8Array
  let isWindows = false
  let sawUtf8 = false
  return (bytes, last) => {
    if (isWindows) return windows.decode(bytes)
    const all = carry.length === 0 ? bytes : join(carry, bytes)
    const whole = last ? all.length : all.length - unfinished(all)
    carry = all.slice(whole)
    const ready = all.subarray(0, whole)
    try {
      const text = strict.decode(ready)
      sawUtf8 ||= text.length !== ready.length
      return text
    } catch {
      // Not UTF-8: the expected case of a file written by an older Excel or Outlook.
      const read = eachSequence(ready, windows)
      if (!sawUtf8 && read.wrong >= read.right) {
        isWindows = true
        changed('windows-1252')
        const rest = carry
        carry = new Uint8Array(0)
        return windows.decode(join(ready, rest))
      }
      sawUtf8 ||= read.right > 0
      return read.text
    }
  }
}

/** How many bytes at the end begin a UTF-8 sequence that the next piece may finish. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc2) return sequenceLength(byte) > back ? back : 0
  }
  return 0
}

function sequenceLength(byte: number): number {
  if (byte >= 0xf0 && byte < 0xf5) return 4
  if (byte >= 0xe0) return 3
  return byte >= 0xc2 ? 2 : 1
}

function eachSequence(bytes: Uint8Array, windows: { decode(bytes: Uint8Array): string }): { text: string; right: number; wrong: number } {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const pieces: string[] = []
  let right = 0
  let wrong = 0
  let index = 0
  while (index < bytes.length) {
    let plain = index
    while (plain < bytes.length && (bytes[plain] ?? 0) < 0x80) plain++
    if (plain > index) {
      pieces.push(windows.decode(bytes.subarray(index, plain)))
      index = plain
      continue
    }
    const length = sequenceLength(bytes[index] ?? 0)
    const letter = length > 1 ? tryDecode(strict, bytes.subarray(index, index + length)) : undefined
    pieces.push(letter ?? windows.decode(bytes.subarray(index, index + 1)))
    if (letter === undefined) wrong++
    else right++
    index += letter === undefined ? 1 : length
  }
  return { text: pieces.join(''), right, wrong }
}

function tryDecode(strict: { decode(bytes: Uint8Array): string }, bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

/** Decodes bytes of which the name of the encoding is written in the file (vCard `CHARSET=`); an unknown name is read as UTF-8 or Windows-1252. */
export function decodeNamed(bytes: Uint8Array, label: string): string {
  if (label !== '' && !/^utf-?8$/iu.test(label)) {
    try {
      return new TextDecoder(label).decode(bytes)
    } catch {
      return utf8OrWindows(() => undefined)(bytes, true)
    }
  }
  return utf8OrWindows(() => undefined)(bytes, true)
}

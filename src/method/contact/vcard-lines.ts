import { decodeNamed } from './decode.ts'
import { importLimits, refuse, type FileRefusal, type ImportLimits } from './import-limits.ts'

/** One property of a card, its value already out of quoted-printable but still escaped. Names and parameter names are in capitals. */
export type CardProperty = {
  readonly group: string
  readonly name: string
  readonly parameters: ReadonlyMap<string, readonly string[]>
  readonly value: string
}

/** The properties of a card; `line` is that of its `BEGIN`. */
export type RawCard = { readonly line: number; readonly properties: readonly CardProperty[] }

/** The cards completed by a piece of text, or the refusal of the file. */
export type CardRead = { readonly ok: true; readonly cards: readonly RawCard[] } | FileRefusal

/** Reads cards piece by piece. After a refusal it must not be used. */
export type CardReader = { readonly push: (text: string) => CardRead; readonly end: () => CardRead }

const SKIPPED = /^(?:[^.:;]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-MS-CARDPICTURE|X-MS-OL-DESIGN|AGENT)[;:]/i
const QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?(?:QUOTED-PRINTABLE|Q)[;:]/i

/**
 * A streaming reader of vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350): folded lines, quoted-printable with soft breaks, groups, several
 * cards in a file. Pictures, keys and other binaries are dropped as they pass, so that memory holds one card without them.
 */
export function createCardReader(limits: ImportLimits = importLimits): CardReader {
  let partial = ''
  let discarding = false
  let skipping = false
  let logical: string | undefined
  let softBreak = false
  let line = 0
  let count = 0
  let card: { line: number; properties: CardProperty[]; size: number } | undefined
  let cards: RawCard[] = []
  let lastCr = false

  const finish = (): FileRefusal | undefined => {
    const text = logical
    logical = undefined
    softBreak = false
    if (text === undefined) return undefined
    const property = parseProperty(text)
    if (!property) return undefined
    const word = property.value.trim().toUpperCase()
    if (property.name === 'BEGIN' && word === 'VCARD') {
      card = { line, properties: [], size: 0 }
      return undefined
    }
    if (!card) return undefined
    if (property.name === 'END' && word === 'VCARD') {
      count++
      if (count > limits.rows) return refuse('too-many-rows', card.line)
      cards.push({ line: card.line, properties: card.properties })
      card = undefined
      return undefined
    }
    card.size += text.length
    if (card.properties.length >= limits.columns) return refuse('too-many-columns', card.line)
    if (card.size > limits.record) return refuse('record-too-long', card.line)
    card.properties.push(property)
    return undefined
  }
  const physical = (text: string): FileRefusal | undefined => {
    if (text.includes('\0')) return refuse('binary', line + 1)
    if (softBreak && logical !== undefined) {
      logical = logical.slice(0, -1) + text
      softBreak = text.endsWith('=')
      line++
      return logical.length > limits.cell ? refuse('cell-too-long', line) : undefined
    }
    if (/^[ \t]/.test(text)) {
      line++
      if (skipping || logical === undefined) return undefined
      logical += text.slice(1)
      softBreak = QUOTED_PRINTABLE.test(logical) && logical.endsWith('=')
      return logical.length > limits.cell ? refuse('cell-too-long', line) : undefined
    }
    const refused = finish()
    if (refused) return refused
    line++
    skipping = SKIPPED.test(text) || (skipping && !/^[\w.-]+[;:]/.test(text))
    if (skipping) return undefined
    logical = text
    softBreak = text.endsWith('=') && QUOTED_PRINTABLE.test(text)
    return undefined
  }
  const endLine = (text: string): FileRefusal | undefined => {
    const whole = partial + text
    partial = ''
    if (discarding) {
      discarding = false
      line++
      return undefined
    }
    return whole.length > limits.cell && !isSkippable(whole, skipping)
      ? refuse('cell-too-long', line + 1)
      : physical(whole.length > limits.cell ? whole.slice(0, 256) : whole)
  }
  const push = (text: string): CardRead => {
    let from = lastCr && text.startsWith('\n') ? 1 : 0
    if (text !== '') lastCr = text.endsWith('\r')
    const ends = /\r\n|\r|\n/g
    ends.lastIndex = from
    for (let found = ends.exec(text); found; found = ends.exec(text)) {
      const refused = endLine(text.slice(from, found.index))
      if (refused) return refused
      from = ends.lastIndex
    }
    if (!discarding) partial += text.slice(from)
    if (partial.length > limits.cell) {
      if (!isSkippable(partial, skipping)) return refuse('cell-too-long', line + 1)
      const refused = physical(partial.slice(0, 256))
      if (refused) return refused
      line--
      partial = ''
      discarding = true
    }
    const done = cards
    cards = []
    return { ok: true, cards: done }
  }
  return {
    push,
    end: () => {
      const read = push('\n')
      if (!read.ok) return read
      const refused = finish()
      if (refused) return refused
      if (count === 0) return refuse('no-card')
      return { ok: true, cards: [...read.cards, ...cards] }
    },
  }
}

/** Whether a line too long to keep belongs to something that is not kept anyway. */
function isSkippable(text: string, skipping: boolean): boolean {
  return SKIPPED.test(text.slice(0, 256)) || (skipping && (/^[ \t]/.test(text) || !/^[\w.-]+[;:]/.test(text)))
}

function parseProperty(text: string): CardProperty | undefined {
  const cut = valueStart(text)
  if (cut < 0) return undefined
  const [path = '', ...rawParameters] = splitOutsideQuotes(text.slice(0, cut), ';')
  const dot = path.lastIndexOf('.')
  const name = path
    .slice(dot + 1)
    .trim()
    .toUpperCase()
  if (!/^[A-Z0-9-]+$/.test(name)) return undefined
  const parameters = readParameters(rawParameters)
  const raw = text.slice(cut + 1)
  const encoding = parameters.get('ENCODING')?.[0]?.toUpperCase() ?? ''
  if (encoding === 'B' || encoding === 'BASE64') return undefined
  const value = encoding === 'QUOTED-PRINTABLE' || encoding === 'Q' ? unquote(raw, parameters.get('CHARSET')?.[0] ?? '') : raw
  return { group: path.slice(0, Math.max(dot, 0)).toUpperCase(), name, parameters, value }
}

function valueStart(text: string): number {
  let inQuotes = false
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]
    if (letter === '"') inQuotes = !inQuotes
    if (letter === ':' && !inQuotes) return index
  }
  // A stray quote in a parameter must not hide the value.
  return text.indexOf(':')
}

function splitOutsideQuotes(text: string, mark: string): string[] {
  const parts: string[] = []
  let inQuotes = false
  let from = 0
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '"') inQuotes = !inQuotes
    if (text[index] !== mark || inQuotes) continue
    parts.push(text.slice(from, index))
    from = index + 1
  }
  return [...parts, text.slice(from)]
}

const BARE_ENCODINGS = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT'])

function readParameters(raw: readonly string[]): Map<string, readonly string[]> {
  const parameters = new Map<string, readonly string[]>()
  for (const one of raw) {
    const equal = one.indexOf('=')
    const bare = one.trim().toUpperCase()
    // vCard 2.1 writes `TEL;WORK;VOICE` and `NOTE;QUOTED-PRINTABLE`, without the names of the parameters.
    const name = equal >= 0 ? one.slice(0, equal).trim().toUpperCase() : BARE_ENCODINGS.has(bare) ? 'ENCODING' : 'TYPE'
    const text = equal >= 0 ? one.slice(equal + 1) : one
    const values = splitOutsideQuotes(text, ',').flatMap((part) => {
      const quoted = /^\s*"(.*)"\s*$/su.exec(part)
      const bareValue = (quoted?.[1] ?? part).trim().replace(/\^([n'^])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark === "'" ? '"' : '^'))
      return name === 'TYPE' ? bareValue.split(',') : [bareValue]
    })
    parameters.set(name, [...(parameters.get(name) ?? []), ...values])
  }
  return parameters
}

/** Quoted-printable to text (RFC 2045): soft breaks are already gone. */
function unquote(text: string, charset: string): string {
  const bytes: number[] = []
  for (let index = 0; index < text.length; index++) {
    const hex = text[index] === '=' ? /^[0-9A-F]{2}/i.exec(text.slice(index + 1, index + 3)) : null
    if (hex) {
      bytes.push(Number.parseInt(hex[0], 16))
      index += 2
      continue
    }
    for (const byte of utf8Bytes(text.codePointAt(index) ?? 0)) bytes.push(byte)
    if ((text.codePointAt(index) ?? 0) > 0xffff) index++
  }
  return decodeNamed(Uint8Array.from(bytes), charset)
}

function utf8Bytes(code: number): readonly number[] {
  if (code < 0x80) return [code]
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)]
  if (code < 0x10000) return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
}

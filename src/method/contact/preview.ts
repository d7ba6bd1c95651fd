import { createCsvReader, type CsvRow } from './csv.ts'
import { createDecoder } from './decode.ts'
import { beginsAsJcard, readJcard } from './jcard.ts'
import { importLimits, refuse, type FileRefusal, type ImportLimits } from './import-limits.ts'
import { applyMapping, findHeading, proposeMapping, type AmountReader, type Mapping } from './mapping.ts'
import type { DraftWarning } from './assemble.ts'
import type { Matcher, Verdict } from './match.ts'
import { readCard, type DraftRead, type RowRefusal } from './vcard.ts'
import { createCardReader } from './vcard-lines.ts'
import type { ContactDraft } from './draft.ts'

/** One row (or card) of the file, read and compared; `line` is where it begins. */
export type PreviewRow =
  | { readonly line: number; readonly ok: true; readonly draft: ContactDraft; readonly verdict: Verdict; readonly warnings: readonly DraftWarning[] }
  | { readonly line: number; readonly ok: false; readonly reason: RowRefusal; readonly cells: readonly string[] }

/** How many rows of each sort. `unchanged` are the `same` that bring nothing; they are counted in `same` too. */
export type PreviewSummary = {
  readonly rows: number
  readonly new: number
  readonly same: number
  readonly unchanged: number
  readonly toDecide: number
  readonly errors: number
}

/** What a preview says as it goes: the mapping once (CSV), rows by batches with the bytes read, then the summary or a refusal. */
export type PreviewEvent =
  | {
      readonly type: 'mapping'
      readonly mapping: Mapping
      readonly headings: readonly string[]
      readonly samples: readonly (readonly string[])[]
      readonly delimiter: string
    }
  | { readonly type: 'rows'; readonly rows: readonly PreviewRow[]; readonly bytes: number }
  | { readonly type: 'refused'; readonly refusal: FileRefusal; readonly summary: PreviewSummary }
  | { readonly type: 'done'; readonly summary: PreviewSummary; readonly bytes: number }

/** What a preview needs. Without `mapping` one is proposed; `format` is found in the file when absent. */
export type PreviewRequest = {
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  readonly matcher: Matcher
  readonly format?: 'csv' | 'vcard' | undefined
  readonly mapping?: Mapping | undefined
  readonly limits?: ImportLimits | undefined
  readonly readAmount?: AmountReader | undefined
}

const SAMPLE_ROWS = 20
// A calendar, a PDF, a page, JSON: text that would be read as a table of nonsense.
const notAnAddressBook = /^\s*(?:BEGIN\s*:\s*VCALENDAR|%PDF-|<(?:!doctype|html|head|body|table)\b|<\?xml|[[{]\s*(?:["[\]{}]|$))/iu

/** A table's rows or cards, one way of reading for each format. */
type Source = { readonly push: (text: string) => PreviewEvent[] | FileRefusal; readonly end: () => PreviewEvent[] | FileRefusal }

/**
 * Reads a file of people and says, before anything is written, what each row would do. Runs in a worker or in Node; holds one piece
 * of the file and the keys of its people, never the file. Ends after `done` or `refused`.
 */
export async function* previewImport(request: PreviewRequest): AsyncGenerator<PreviewEvent, void> {
  const limits = request.limits ?? importLimits
  const decoder = createDecoder(limits.bytes)
  const tally = startTally()
  let source: Source | undefined
  let bytes = 0
  const read = (text: string, last: boolean): PreviewEvent[] | FileRefusal => {
    if (source === undefined && text.trim() === '' && !last) return []
    if (source === undefined && !beginsAsJcard(text) && notAnAddressBook.test(text)) return refuse('no-address-book')
    source ??= openSource(text, request, limits, tally, () => bytes)
    const events = source.push(text)
    if (!last || !Array.isArray(events)) return events
    const rest = source.end()
    return Array.isArray(rest) ? [...events, ...rest] : rest
  }
  for await (const chunk of request.chunks) {
    bytes += chunk.length
    const decoded = decoder.push(chunk)
    const events = decoded.ok ? read(decoded.text, false) : decoded
    if (!Array.isArray(events)) return yield { type: 'refused', refusal: events, summary: tally.summary() }
    yield* events
  }
  const decoded = decoder.end()
  const events = decoded.ok ? read(decoded.text, true) : decoded
  if (!Array.isArray(events)) return yield { type: 'refused', refusal: events, summary: tally.summary() }
  yield* events
  yield { type: 'done', summary: tally.summary(), bytes }
}

function openSource(text: string, request: PreviewRequest, limits: ImportLimits, tally: Tally, bytes: () => number): Source {
  if (request.format !== 'csv' && beginsAsJcard(text)) return jcardSource(request.matcher, limits, tally, bytes)
  const isCard = request.format === undefined ? /^\s*BEGIN\s*:\s*VCARD/iu.test(text) : request.format === 'vcard'
  return isCard ? cardSource(request.matcher, limits, tally, bytes) : csvSource(request, limits, tally, bytes)
}

function cardSource(matcher: Matcher, limits: ImportLimits, tally: Tally, bytes: () => number): Source {
  const reader = createCardReader(limits)
  const take = (read: ReturnType<typeof reader.push>): PreviewEvent[] | FileRefusal => {
    if (!read.ok) return read
    const rows = read.cards.map((card) => tally.count(judge(readCard(card), card.line, [], matcher)))
    return rows.length === 0 ? [] : [{ type: 'rows', rows, bytes: bytes() }]
  }
  return { push: (text) => take(reader.push(text)), end: () => take(reader.end()) }
}

// JSON is read whole or not at all: an address book of this form stays small.
const longestJcard = 8_000_000

function jcardSource(matcher: Matcher, limits: ImportLimits, tally: Tally, bytes: () => number): Source {
  let text = ''
  const end = (): PreviewEvent[] | FileRefusal => {
    const cards = readJcard(text)
    if (!cards) return refuse('no-address-book')
    if (cards.length > limits.rows) return refuse('too-many-rows', limits.rows + 1)
    const rows = cards.map((card) => tally.count(judge(readCard(card), card.line, [], matcher)))
    return [{ type: 'rows', rows, bytes: bytes() }]
  }
  const push = (piece: string): PreviewEvent[] | FileRefusal => {
    text += piece
    return text.length > longestJcard ? refuse('too-large') : []
  }
  return { push, end }
}

function csvSource(request: PreviewRequest, limits: ImportLimits, tally: Tally, bytes: () => number): Source {
  const reader = createCsvReader(limits)
  let waiting: CsvRow[] = []
  let mapping: Mapping | undefined
  const open = (): PreviewEvent[] | FileRefusal => {
    const [first, ...others] = waiting.slice(findHeading(waiting.map(({ cells }) => cells)))
    waiting = []
    if (!first) return []
    const samples = others.slice(0, SAMPLE_ROWS).map((row) => row.cells)
    mapping = request.mapping ?? proposeMapping(first.cells, samples)
    if (mapping.columns.every((column) => column.field === 'ignore' || column.field === 'note')) return refuse('no-heading', first.line)
    const event: PreviewEvent = { type: 'mapping', mapping, headings: first.cells, samples, delimiter: reader.delimiter() ?? ',' }
    return [event, ...batch(mapping.hasHeading ? others : [first, ...others], mapping)]
  }
  const batch = (rows: readonly CsvRow[], by: Mapping): PreviewEvent[] => {
    const read = rows.map((row) => tally.count(judge(applyMapping(row.cells, by, request.readAmount), row.line, row.cells, request.matcher)))
    return read.length === 0 ? [] : [{ type: 'rows', rows: read, bytes: bytes() }]
  }
  const take = (read: ReturnType<typeof reader.push>, last: boolean): PreviewEvent[] | FileRefusal => {
    if (!read.ok) return read
    if (mapping) return batch(read.rows, mapping)
    for (const row of read.rows) waiting.push(row)
    return waiting.length > SAMPLE_ROWS || last ? open() : []
  }
  return { push: (text) => take(reader.push(text), false), end: () => take(reader.end(), true) }
}

function judge(read: DraftRead, line: number, cells: readonly string[], matcher: Matcher): PreviewRow {
  if (!read.ok) return { line, ok: false, reason: read.reason, cells }
  return { line, ok: true, draft: read.draft, verdict: matcher.decide(read.draft, line), warnings: read.warnings }
}

type Tally = { readonly count: (row: PreviewRow) => PreviewRow; readonly summary: () => PreviewSummary }

function startTally(): Tally {
  const sums = { rows: 0, new: 0, same: 0, unchanged: 0, toDecide: 0, errors: 0 }
  return {
    count: (row) => {
      sums.rows++
      if (!row.ok) sums.errors++
      else if (row.verdict.verdict === 'new') sums.new++
      else if (row.verdict.verdict === 'to-decide') sums.toDecide++
      else {
        sums.same++
        if (Object.keys(row.verdict.changes).length === 0) sums.unchanged++
      }
      return row
    },
    summary: () => ({ ...sums }),
  }
}

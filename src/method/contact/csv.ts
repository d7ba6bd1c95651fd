import { importLimits, refuse, type FileRefusal, type ImportLimits } from './import-limits.ts'

/** One record: `line` is the line of the file where it begins (1 is the first). */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** The records completed by a piece of text, or the refusal of the file. */
export type CsvRead = { readonly ok: true; readonly rows: readonly CsvRow[] } | FileRefusal

/** Reads a file piece by piece. After a refusal it must not be used. */
export type CsvReader = {
  readonly push: (text: string) => CsvRead
  readonly end: () => CsvRead
  readonly delimiter: () => string | undefined
}

const DELIMITERS = [',', ';', '\t', '|'] as const
const HEAD = 16 * 1024
const QUOTE = 34
const LF = 10
const CR = 13

/**
 * A streaming reader of RFC 4180 and of what spreadsheets really write: `,` `;` tab or `|` (found by itself), quoted newlines,
 * mixed line ends, a quote inside an unquoted cell, `sep=;`. Blank records are dropped. Memory is bounded by one record: a limit is
 * refused as soon as it is passed, even in the middle of a line that never ends.
 * Our own, because the common parsers either hold a whole line before they measure it or need Node's streams.
 */
export function createCsvReader(limits: ImportLimits = importLimits, knownDelimiter?: string): CsvReader {
  let delimiter = knownDelimiter
  let head = ''
  let rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let recordSize = 0
  let inQuotes = false
  let afterQuote = false
  let wasQuoted = false
  let pendingCr = false
  let line = 1
  let startLine = 1
  let count = 0

  const add = (text: string): FileRefusal | undefined => {
    if (text === '') return undefined
    recordSize += text.length
    if (cell.length + text.length > limits.cell) return refuse('cell-too-long', startLine)
    if (recordSize > limits.record) return refuse('record-too-long', startLine)
    cell += text
    afterQuote = false
    return undefined
  }
  const endCell = (): FileRefusal | undefined => {
    if (cells.length >= limits.columns) return refuse('too-many-columns', startLine)
    cells.push(cell)
    recordSize++
    cell = ''
    afterQuote = false
    wasQuoted = false
    return undefined
  }
  const endRow = (): FileRefusal | undefined => {
    const refused = endCell()
    if (refused) return refused
    const record = cells
    cells = []
    recordSize = 0
    if (record.every((one) => one.trim() === '')) return undefined
    count++
    if (count > limits.rows) return refuse('too-many-rows', startLine)
    rows.push({ line: startLine, cells: record })
    return undefined
  }

  const scan = (text: string): FileRefusal | undefined => {
    const mark = (delimiter ?? ',').charCodeAt(0)
    let from = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code === 0) return refuse('binary', line)
      // A newline is counted once, whether it is LF, CR or CR LF, even when a piece ends between the two.
      const isSecondHalf = code === LF && pendingCr
      pendingCr = code === CR
      if ((code === LF || code === CR) && !isSecondHalf) line++
      if (inQuotes) {
        if (code !== QUOTE) {
          // Quoted text is taken in slices, so that the limit is seen without waiting for a closing quote.
          if (index - from >= limits.cell) return refuse('cell-too-long', startLine)
          continue
        }
        const refused = add(text.slice(from, index))
        if (refused) return refused
        inQuotes = false
        afterQuote = true
        from = index + 1
        continue
      }
      if (code === QUOTE && afterQuote && from === index) {
        const refused = add('"')
        if (refused) return refused
        inQuotes = true
        afterQuote = false
        from = index + 1
        continue
      }
      if (code === QUOTE && !wasQuoted && (cell + text.slice(from, index)).trim() === '') {
        cell = ''
        inQuotes = true
        wasQuoted = true
        from = index + 1
        continue
      }
      if (code !== mark && code !== LF && code !== CR) {
        if (index - from >= limits.cell) return refuse('cell-too-long', startLine)
        continue
      }
      const refused = add(text.slice(from, index)) ?? (code === mark ? endCell() : isSecondHalf ? undefined : endRow())
      if (refused) return refused
      if (code !== mark) startLine = line
      from = index + 1
    }
    return add(text.slice(from))
  }
  const take = (text: string): CsvRead => {
    const refused = scan(text)
    if (refused) return refused
    const done = rows
    rows = []
    return { ok: true, rows: done }
  }
  const begin = (): CsvRead => {
    const found = findDelimiter(head)
    delimiter = found.delimiter
    const text = head.slice(found.skip)
    if (found.skip > 1) line = startLine = 2
    head = ''
    return take(text)
  }
  return {
    push: (text) => {
      if (delimiter !== undefined) return take(text)
      head += text
      return head.length < HEAD ? { ok: true, rows: [] } : begin()
    },
    end: () => {
      const first: CsvRead = delimiter === undefined ? begin() : { ok: true, rows: [] }
      if (!first.ok) return first
      if (inQuotes) return refuse('unclosed-quote', startLine)
      const refused = cell !== '' || cells.length > 0 ? endRow() : undefined
      if (refused) return refused
      if (count === 0) return refuse('empty')
      return { ok: true, rows: [...first.rows, ...rows] }
    },
    delimiter: () => delimiter,
  }
}

/** The delimiter that cuts the first records into the same, largest number of cells; `sep=;` on the first line decides alone. */
function findDelimiter(head: string): { delimiter: string; skip: number } {
  const declared = /^\uFEFF?sep=(.)\r?\n/iu.exec(head)
  if (declared?.[1] !== undefined) return { delimiter: declared[1], skip: declared[0].length }
  const skip = head.startsWith('\uFEFF') ? 1 : 0
  let best: { delimiter: string; points: number } = { delimiter: ',', points: 0 }
  for (const delimiter of DELIMITERS) {
    const counted = countPerRecord(head.slice(0, HEAD), delimiter)
    // A title above the table is not cut; it tells nothing where all the rest is cut alike.
    const counts = counted[0] === 0 ? counted.slice(1) : counted
    const [first = 0] = counts
    if (first === 0 || (counts !== counted && (counts.length < 2 || counts.some((count) => count !== first)))) continue
    const same = counts.filter((count) => count === first).length / counts.length
    const points = same * 1000 + first
    if (points > best.points) best = { delimiter, points }
  }
  return { delimiter: best.delimiter, skip }
}

function countPerRecord(head: string, delimiter: string): number[] {
  const counts: number[] = []
  let count = 0
  let inQuotes = false
  for (const letter of head) {
    if (letter === '"') inQuotes = !inQuotes
    else if (inQuotes) continue
    else if (letter === delimiter) count++
    else if (letter === '\n' || letter === '\r') {
      if (count > 0 || counts.length === 0) counts.push(count)
      count = 0
      if (counts.length >= 20) return counts
    }
  }
  // The last record of the sample may be cut short: it counts only when it is alone.
  return counts.length === 0 ? [count] : counts
}

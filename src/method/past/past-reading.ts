import type { KindId } from '../activity/kind.ts'
import { dayOf } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import { createCsvReader, type CsvRead, type CsvRow } from '../contact/csv.ts'
import { createDecoder, type Decoded } from '../contact/decode.ts'
import { foldWords } from '../contact/fold.ts'
import { refuse, type FileRefusal, type ImportLimits } from '../contact/import-limits.ts'
import { asCents } from '../sale/sale.ts'
import { kindOfWord } from './kind-of-word.ts'
import { factsMaker, type PastSaleFact } from './past-facts.ts'
import { mostNewKinds, pastLimits } from './past-limits.ts'
import { orderOfDate, proposePastMapping, type PastMapping } from './past-mapping.ts'
import type { PastOutcome } from './past-outcome.ts'
import { pastReader, type PastContext, type PastRow } from './past-row.ts'
import { tallyPast, type PastSummary, type UnknownWord } from './past-tally.ts'
import { settleRefunds, type KnownSale, type RefundPart, type SaleMark } from './settle-refunds.ts'
import type { Whos } from './who.ts'

/** What reading says as it goes: the mapping once, the rows by batches with the bytes read, then the summary or a refusal of the file. */
export type PastEvent =
  | {
      readonly type: 'mapping'
      readonly mapping: PastMapping
      readonly headings: readonly string[]
      readonly samples: readonly (readonly string[])[]
    }
  | { readonly type: 'rows'; readonly rows: readonly PastOutcome[]; readonly bytes: number }
  | { readonly type: 'refused'; readonly refusal: FileRefusal }
  | { readonly type: 'done'; readonly summary: PastSummary; readonly bytes: number }

/** What reading needs. `mapping` corrects the one that the file suggests, which is the whole of it when absent. */
export type PastRequest = {
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  readonly whos: Whos
  readonly context: PastContext
  readonly mapping?: ((proposed: PastMapping) => PastMapping) | undefined
  /** The sales, and their refunds, that these people have already, and those that name nobody where a refund names nobody: what a refund of the file may take back beside the file's own. */
  readonly salesOf?: ((people: readonly ContactId[], isOfNobody: boolean) => Promise<readonly KnownSale[]> | readonly KnownSale[]) | undefined
  readonly limits?: ImportLimits | undefined
}

const SAMPLE_ROWS = 50

type Told = Extract<PastOutcome, { readonly as: 'told' }>
/** A row that gives money back, until every sale of the file is known. */
type Held = { readonly outcome: Told; readonly cells: readonly string[] }

/** Judges rows: each becomes facts of someone, waits for a decision, or is left out with its reason. */
const judge = (mapping: PastMapping, { whos, context, salesOf }: PastRequest) => {
  const sales: SaleMark[] = []
  const held: Held[] = []
  const markOf = ({ saleId, contactId, currency, amount, occurredAt, zone, line, isDayOnly }: PastSaleFact): SaleMark => ({
    id: saleId,
    contactId,
    currency,
    amount,
    occurredAt,
    day: dayOf(occurredAt, zone),
    line,
    isDayOnly,
  })
  const read = pastReader(mapping, context)
  const factsOf = factsMaker(context.zone)
  const tally = tallyPast(context.zone)
  const words = new Map<string, { word: string; rows: number; id: KindId }>()
  const dates = mapping.columns.findIndex(({ field }) => field === 'date')
  const isKnownWord = (word: string): boolean => {
    const folded = foldWords(word)
    const known = words.get(folded)
    if (known) known.rows += 1
    else if (words.size < mostNewKinds) words.set(folded, { word, rows: 1, id: kindOfWord(word) })
    return words.has(folded)
  }
  const outcomeOf = (row: PastRow, { line, cells }: CsvRow): PastOutcome => {
    if (!row.ok) return { as: 'left-out', line, reason: row.reason, cells }
    if (row.gesture && row.gesture.word !== '' && !isKnownWord(row.gesture.word)) return { as: 'left-out', line, reason: 'too-many-kinds', cells }
    const whose = whos.find(row.who, line)
    if (whose.as === 'erased') return { as: 'left-out', line, reason: 'erased', cells }
    if (whose.as === 'to-decide') return { line, ...whose }
    return { as: 'told', line, at: row.at, warnings: row.warnings, ...factsOf(row, whose.as === 'person' ? whose.id : null, line) }
  }
  /** The refunds of the file, each with the sales that it takes back, or left out. */
  const settle = async (): Promise<readonly PastOutcome[]> => {
    if (held.length === 0) return []
    const refunds = held.flatMap(({ outcome }) => (outcome.sale ? [markOf(outcome.sale)] : []))
    const people = [...new Set(refunds.flatMap(({ contactId }) => contactId ?? []))]
    const isOfNobody = refunds.some(({ contactId }) => contactId === null)
    const settled = settleRefunds(sales, refunds, (await salesOf?.(people, isOfNobody)) ?? [])
    return held.map(({ outcome, cells }): PastOutcome => {
      const { line, sale } = outcome
      const [first, ...others] = settled.get(sale?.saleId ?? '') ?? []
      if (!first || !sale) return { as: 'left-out', line, reason: 'no-sale-to-refund', cells }
      const partOf = ({ id, refunds, amount }: RefundPart): PastSaleFact => ({ ...sale, saleId: id, refunds, amount: asCents(amount) })
      return { ...outcome, sale: partOf(first), rest: others.map((part) => ({ ...partOf(part), activityId: null })) }
    })
  }
  return {
    /** What a row comes to; nothing yet for a refund, which waits for the end of the file. */
    take: (row: CsvRow): readonly PastOutcome[] => {
      const outcome = outcomeOf(read(row.cells), row)
      tally.order(orderOfDate(row.cells[dates] ?? ''))
      if (outcome.as === 'told' && outcome.sale) {
        if (outcome.sale.amount < 0) {
          held.push({ outcome, cells: row.cells })
          return []
        }
        sales.push(markOf(outcome.sale))
      }
      tally.add(outcome)
      return [outcome]
    },
    settle: async (): Promise<readonly PastOutcome[]> => {
      const outcomes = await settle()
      for (const outcome of outcomes) tally.add(outcome)
      return outcomes
    },
    summary: () => tally.summary(whos.count(), words as ReadonlyMap<string, UnknownWord & { readonly id: KindId }>),
  }
}

const mayBeRead = ({ columns }: PastMapping): boolean => columns.some(({ field }) => field === 'date')

/** The rows of a table, of which the first few are looked at together to see what its columns are. A refusal is the last event. */
const tableOf = (request: PastRequest) => {
  let waiting: CsvRow[] = []
  let judged: ReturnType<typeof judge> | undefined
  const batch = (rows: readonly CsvRow[], bytes: number): readonly PastEvent[] => {
    const take = judged?.take
    return take && rows.length > 0 ? [{ type: 'rows', rows: rows.flatMap(take), bytes }] : []
  }
  const open = (bytes: number): readonly PastEvent[] => {
    const [first, ...others] = waiting
    waiting = []
    if (!first) return []
    const samples = others.slice(0, SAMPLE_ROWS).map(({ cells }) => cells)
    const proposed = proposePastMapping(first.cells, samples)
    const mapping = request.mapping?.(proposed) ?? proposed
    const event: PastEvent = { type: 'mapping', mapping, headings: first.cells, samples }
    if (!mayBeRead(mapping)) return [event, refused('no-heading', first.line)]
    judged = judge(mapping, request)
    return [event, ...batch(mapping.hasHeading ? others : [first, ...others], bytes)]
  }
  return {
    take: (read: CsvRead, bytes: number, isLast: boolean): readonly PastEvent[] => {
      if (!read.ok) return [{ type: 'refused', refusal: read }]
      if (judged) return batch(read.rows, bytes)
      for (const row of read.rows) waiting.push(row)
      return waiting.length > SAMPLE_ROWS || isLast ? open(bytes) : []
    },
    settle: async (bytes: number): Promise<readonly PastEvent[]> => {
      const rows = (await judged?.settle()) ?? []
      return rows.length > 0 ? [{ type: 'rows', rows, bytes }] : []
    },
    summary: () => judged?.summary(),
  }
}

const refused = (...told: Parameters<typeof refuse>): PastEvent => ({ type: 'refused', refusal: refuse(...told) })
const isRefused = (events: readonly PastEvent[]): boolean => events.at(-1)?.type === 'refused'

/**
 * Reads a file of past activities and says, before anything is written, what each row comes to. Runs in a worker or in Node;
 * holds one piece of the file and what names its people, never the file. Ends after `done` or `refused`.
 */
export async function* readPast(request: PastRequest): AsyncGenerator<PastEvent, void> {
  const limits = request.limits ?? pastLimits
  const decoder = createDecoder(limits.bytes)
  const reader = createCsvReader(limits)
  const table = tableOf(request)
  let bytes = 0
  const take = (decoded: Decoded): readonly PastEvent[] => table.take(decoded.ok ? reader.push(decoded.text) : decoded, bytes, false)
  for await (const chunk of request.chunks) {
    bytes += chunk.length
    const events = take(decoder.push(chunk))
    yield* events
    if (isRefused(events)) return
  }
  const last = take(decoder.end())
  yield* last
  if (isRefused(last)) return
  const ended = table.take(reader.end(), bytes, true)
  yield* ended
  if (isRefused(ended)) return
  yield* await table.settle(bytes)
  const summary = table.summary()
  yield summary ? { type: 'done', summary, bytes } : refused('empty')
}

import type { ContactFields } from '#method/contact/contact.ts'
import { fieldsOfDraft } from '#method/contact/import-plan.ts'
import type { FileRefusal } from '#method/contact/import-limits.ts'
import { createMatcher, type KnownPerson } from '#method/contact/match.ts'
import type { PastFacts } from '#method/past/past-facts.ts'
import { mostSetAside, pastLimitsOnScreen } from '#method/past/past-limits.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import { factsOfRow } from '#method/past/past-outcome.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { readPast } from '#method/past/past-reading.ts'
import type { PastContext } from '#method/past/past-row.ts'
import type { KnownSale } from '#method/past/settle-refunds.ts'
import { provenOrder, type PastSummary } from '#method/past/past-tally.ts'
import { createWhos, type KnownId } from '#method/past/who.ts'
import type { PastHeading, RowSetAside } from '#wire/past/past-file.ts'
import type { Language } from '#language/format.ts'
import { lastContactLine } from '#language/import.ts'
import { headingsKey, remembered } from '../contact/remembered-mapping.ts'

/** What is asked of a reading: everything, since a worker shares nothing. Without `mapping`, the one that the file suggests. */
export type PastOrder = {
  readonly file: Blob
  readonly known: readonly KnownPerson[]
  readonly gone: readonly (readonly [string, KnownId])[]
  readonly context: PastContext
  /** Sales and refunds that still count, for the refunds of the file. */
  readonly sales: readonly KnownSale[]
  readonly mapping: PastMapping | null
  /** The fields accepted before, by the headings of their file. */
  readonly remembered: Settings['importMappings']
  readonly ambiguous: 'skip' | 'first'
  readonly language: Language
}

/** Someone whom the file brings, or what it adds to someone known. */
export type PersonToWrite = { readonly contactId: string; readonly isNew: boolean; readonly fields: Partial<ContactFields> }

export type PastAnswer =
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'refused'; readonly refusal: FileRefusal; readonly heading: PastHeading | null }
  | {
      readonly type: 'read'
      readonly heading: PastHeading
      readonly summary: PastSummary
      readonly facts: readonly PastFacts[]
      readonly people: readonly PersonToWrite[]
      readonly setAside: readonly RowSetAside[]
    }
  | { readonly type: 'failed' }

const tell = (answer: PastAnswer): void => self.postMessage(answer)

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array, void> {
  const reader = file.stream().getReader()
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    bytes += value.length
    tell({ type: 'progress', bytes })
    yield value
  }
}

const readOnce = async ({
  file,
  known,
  gone,
  sales,
  context,
  mapping,
  remembered: accepted,
  ambiguous,
  language,
}: PastOrder): Promise<Extract<PastAnswer, { type: 'read' | 'refused' }>> => {
  const present = new Set(known.map(({ id }) => id))
  const away = new Map(gone)
  const whos = createWhos({
    matcher: createMatcher(known, { anyOrder: true }),
    known: (id) => (present.has(id) ? { id, isDeleted: false, isErased: false } : away.get(id)),
    ambiguous,
  })
  const [facts, setAside]: [PastFacts[], RowSetAside[]] = [[], []]
  let heading: PastHeading | null = null
  const salesOf = () => sales
  const headingsOf = ({ columns }: PastMapping) => columns.map(({ heading: title }) => title)
  const correct = (proposed: PastMapping) => mapping ?? remembered(proposed, accepted[headingsKey(headingsOf(proposed), 'past')])
  const chunks = piecesOf(file)
  for await (const event of readPast({ chunks, whos, context, salesOf, mapping: correct, limits: pastLimitsOnScreen })) {
    if (event.type === 'mapping') heading = { mapping: event.mapping, headings: event.headings, samples: event.samples }
    else if (event.type === 'refused') return { type: 'refused', refusal: event.refusal, heading }
    else if (event.type === 'rows') {
      for (const row of event.rows) {
        if (row.as === 'told') facts.push(...factsOfRow(row))
        else if (setAside.length < mostSetAside) setAside.push(row)
      }
    } else if (heading) {
      const { added, completed } = whos.take()
      const written = lastContactLine(language)
      const people: readonly PersonToWrite[] = [
        ...added.map(({ id, draft }) => ({ contactId: id, isNew: true, fields: fieldsOfDraft(draft, written) })),
        ...completed.map(({ id, changes }) => ({ contactId: id, isNew: false, fields: fieldsOfDraft(changes, written) })),
      ]
      return { type: 'read', heading, summary: event.summary, facts, people, setAside: setAside.sort((a, b) => a.line - b.line) }
    }
  }
  return { type: 'refused', refusal: { ok: false, reason: 'empty' }, heading }
}

// Reads and recognises away from the page, so that a large file never freezes it; nothing is written here.
self.onmessage = async ({ data }: MessageEvent<PastOrder>) => {
  try {
    const read = await readOnce(data)
    const order = read.type === 'read' && data.mapping === null ? provenOrder(read.summary, read.heading.mapping.dateOrder) : null
    // The first rows could be read both ways; one further on shows which it is.
    tell(read.type === 'read' && order !== null ? await readOnce({ ...data, mapping: { ...read.heading.mapping, dateOrder: order } }) : read)
  } catch {
    tell({ type: 'failed' })
  }
}

import { useEffect, useRef, useState } from 'react'
import { foldWords } from '#method/contact/fold.ts'
import { isErased } from '#method/contact/contact.ts'
import { knownOf } from '#method/contact/import-plan.ts'
import type { FileRefusal } from '#method/contact/import-limits.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import type { KnownId } from '#method/past/who.ts'
import type { Instant } from '#method/calendar/day.ts'
import type { PastHeading } from '#wire/past/past-file.ts'
import type { Language } from '#language/format.ts'
import type { LedgerView } from '../offline/ledger.ts'
import type { PastAnswer, PastOrder } from './past-worker.ts'

const longestMs = 60_000

/** What was read of a file, before anything is written. */
export type PastPreview =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly name: string; readonly bytes: number; readonly whole: number }
  | {
      readonly state: 'refused'
      readonly name: string
      readonly reason: FileRefusal['reason'] | 'too-long' | 'not-read'
      readonly at: number | undefined
      readonly heading: PastHeading | null
    }
  | ({ readonly state: 'read'; readonly name: string; readonly ambiguous: PastOrder['ambiguous'] } & Omit<Extract<PastAnswer, { type: 'read' }>, 'type'>)

type Asked = { readonly file: Blob; readonly name: string; readonly mapping: PastMapping | null; readonly ambiguous: PastOrder['ambiguous'] }

/** What a worker must know of the workspace to recognise people and words. */
const orderOf = (ledger: LedgerView, { file, mapping, ambiguous }: Asked, now: Instant, zone: string, language: Language): PastOrder => {
  const everyone = [...ledger.all('contact').values()]
  const goneOf = (id: string): KnownId => {
    const kept = ledger.contact(id)
    return { id: kept?.id ?? id, isDeleted: (kept?.deletedAt ?? null) !== null, isErased: kept !== undefined && isErased(kept) }
  }
  return {
    file,
    mapping,
    remembered: ledger.settings().importMappings,
    ambiguous,
    language,
    known: everyone.filter(({ deletedAt, mergedInto }) => deletedAt === null && mergedInto === null).map(knownOf),
    gone: everyone.filter(({ deletedAt, mergedInto }) => deletedAt !== null || mergedInto !== null).map(({ id }) => [id, goneOf(id)] as const),
    sales: [...ledger.all('sale').values()]
      .filter(({ voidedAt, memberId }) => voidedAt === null && memberId === ledger.workspace?.memberId)
      .map(({ id, contactId, amount, currency, refunds, occurredAt, day, line, isDayOnly }) => ({
        id,
        contactId: contactId === null ? null : ledger.canonical(contactId),
        amount,
        currency,
        refunds,
        occurredAt,
        day,
        line,
        isDayOnly,
      })),
    context: {
      zone,
      currency: ledger.settings().currency,
      now,
      ownKinds: new Map([...ledger.all('kind').values()].filter(({ name }) => name !== '').map(({ id, name }) => [foldWords(name), id])),
    },
  }
}

const tooMuch: readonly string[] = ['too-many-rows', 'too-large', 'too-long']

/** Reads a file in a worker, a minute at most, and can read it again otherwise; what is too much for it is handed over. Nothing is written. */
export function usePastPreview(
  ledger: LedgerView,
  moment: { readonly now: () => Instant; readonly zone: string },
  language: Language,
  onTooMuch: (file: Blob, name: string) => void,
) {
  const [preview, setPreview] = useState<PastPreview>({ state: 'none' })
  const stop = useRef<() => void>(() => undefined)
  const asked = useRef<Asked | null>(null)
  useEffect(() => () => stop.current(), [])

  const read = (request: Asked) => {
    stop.current()
    asked.current = request
    const { file, name, ambiguous } = request
    const worker = new Worker(new URL('./past-worker.ts', import.meta.url), { type: 'module' })
    const end = () => {
      clearTimeout(timer)
      worker.terminate()
    }
    const refuse = (reason: Extract<PastPreview, { state: 'refused' }>['reason'], at?: number, heading: PastHeading | null = null) => {
      end()
      if (tooMuch.includes(reason)) return onTooMuch(file, name)
      setPreview({ state: 'refused', name, reason, at, heading })
    }
    const timer = setTimeout(() => refuse('too-long'), longestMs)
    stop.current = end
    setPreview({ state: 'reading', name, bytes: 0, whole: file.size })
    worker.onerror = () => refuse('not-read')
    worker.onmessage = ({ data }: MessageEvent<PastAnswer>) => {
      if (data.type === 'failed') return refuse('not-read')
      if (data.type === 'refused') return refuse(data.refusal.reason, data.refusal.at, data.heading)
      if (data.type === 'progress') return setPreview({ state: 'reading', name, bytes: data.bytes, whole: file.size })
      end()
      const { type: _type, ...found } = data
      setPreview({ state: 'read', name, ambiguous, ...found })
    }
    worker.postMessage(orderOf(ledger, request, moment.now(), moment.zone, language))
  }
  return {
    preview,
    read: (file: Blob, name: string) => read({ file, name, mapping: null, ambiguous: 'skip' }),
    again: (change: Partial<Pick<Asked, 'mapping' | 'ambiguous'>>) => {
      if (asked.current) read({ ...asked.current, ...change })
    },
    forget: () => {
      stop.current()
      asked.current = null
      setPreview({ state: 'none' })
    },
  }
}

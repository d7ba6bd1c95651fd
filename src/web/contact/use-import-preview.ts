import { useEffect, useRef, useState } from 'react'
import type { FileRefusal } from '#method/contact/import-limits.ts'
import type { Mapping } from '#method/contact/mapping.ts'
import type { KnownPerson } from '#method/contact/match.ts'
import type { PreviewRow, PreviewSummary } from '#method/contact/preview.ts'
import type { WorkerAnswer, WorkerRequest } from './import-worker.ts'
import { headingsKey, remembered } from './remembered-mapping.ts'

const longestMs = 60_000

export type Heading = { readonly mapping: Mapping; readonly headings: readonly string[]; readonly samples: readonly (readonly string[])[] }
export type Preview =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly name: string; readonly bytes: number; readonly whole: number; readonly heading: Heading | null }
  | {
      readonly state: 'refused'
      readonly name: string
      readonly reason: FileRefusal['reason'] | 'too-long' | 'not-read'
      readonly at: number | undefined
      readonly heading: Heading | null
    }
  | { readonly state: 'read'; readonly name: string; readonly rows: readonly PreviewRow[]; readonly summary: PreviewSummary; readonly heading: Heading | null }

type Request = {
  readonly file: Blob
  readonly name: string
  readonly known: () => readonly KnownPerson[]
  readonly mappings: Readonly<Record<string, readonly (string | null)[]>>
}

/** Reads a file in a worker, a minute at most, and can read it again with another mapping. Nothing is written. */
export function useImportPreview() {
  const [preview, setPreview] = useState<Preview>({ state: 'none' })
  const stop = useRef<() => void>(() => undefined)
  const asked = useRef<Request | null>(null)
  useEffect(() => () => stop.current(), [])

  const read = (request: Request, mapping?: Mapping) => {
    stop.current()
    asked.current = request
    const { file, name } = request
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
    const rows: PreviewRow[] = []
    let heading: Heading | null = null
    const end = () => {
      clearTimeout(timer)
      worker.terminate()
    }
    const refuse = (reason: Extract<Preview, { state: 'refused' }>['reason'], at?: number) => {
      end()
      setPreview({ state: 'refused', name, reason, at, heading })
    }
    const timer = setTimeout(() => refuse('too-long'), longestMs)
    stop.current = end
    setPreview({ state: 'reading', name, bytes: 0, whole: file.size, heading: null })
    worker.onerror = () => refuse('not-read')
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.type === 'failed') return refuse('not-read')
      if (data.type === 'refused') return refuse(data.refusal.reason, data.refusal.at)
      if (data.type === 'progress') return setPreview({ state: 'reading', name, bytes: data.bytes, whole: file.size, heading })
      if (data.type === 'rows') return void rows.push(...data.rows)
      if (data.type === 'done') {
        end()
        return setPreview({ state: 'read', name, rows, summary: data.summary, heading })
      }
      heading = { mapping: data.mapping, headings: data.headings, samples: data.samples }
      const own = mapping ? data.mapping : remembered(data.mapping, request.mappings[headingsKey(data.headings, 'people')])
      if (JSON.stringify(own) !== JSON.stringify(data.mapping)) read(request, own)
    }
    const message: WorkerRequest = { file, known: request.known(), mapping }
    worker.postMessage(message)
  }
  return {
    preview,
    read: (request: Request) => read(request),
    remap: (mapping: Mapping) => {
      if (asked.current) read(asked.current, mapping)
    },
    forget: () => {
      stop.current()
      asked.current = null
      setPreview({ state: 'none' })
    },
  }
}

import { previewImport, type PreviewEvent } from '#method/contact/preview.ts'
import { createMatcher, type KnownPerson } from '#method/contact/match.ts'
import type { Mapping } from '#method/contact/mapping.ts'
import { readMoney } from '#method/sale/money.ts'

export type WorkerRequest = { readonly file: Blob; readonly known: readonly KnownPerson[]; readonly mapping?: Mapping | undefined }
export type WorkerAnswer = PreviewEvent | { readonly type: 'progress'; readonly bytes: number } | { readonly type: 'failed' }

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

const tell = (answer: WorkerAnswer): void => self.postMessage(answer)

// Reads and compares away from the page, so that a large file never freezes it; nothing is written here.
self.onmessage = async ({ data }: MessageEvent<WorkerRequest>) => {
  try {
    const events = previewImport({ chunks: piecesOf(data.file), matcher: createMatcher(data.known), mapping: data.mapping, readAmount: readMoney })
    for await (const event of events) tell(event)
  } catch {
    tell({ type: 'failed' })
  }
}

import { Worker } from 'node:worker_threads'
import type { FileRefusal } from '#method/contact/import-limits.ts'
import type { Refusal } from '#method/ledger/operation.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import type { PastSummary } from '#method/past/past-tally.ts'
import type { PastHeading, RowSetAside } from '#wire/past/past-file.ts'
import type { Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'

/** What a thread is asked: everything that it needs, since it shares nothing with who asks. */
export type PastFileOrder = {
  readonly config: Database['config']
  readonly actor: Actor
  readonly file: string
  readonly name: string
  readonly importId: string
  readonly now: number
  readonly dryRun: boolean
  readonly mapping: PastMapping | null
  readonly ambiguous: 'skip' | 'first'
}

/** What it says on its way, and at its end. */
export type PastFileSaid =
  | { readonly type: 'read'; readonly bytes: number }
  | { readonly type: 'written'; readonly done: number; readonly whole: number }
  | {
      readonly type: 'end'
      readonly heading: PastHeading | null
      readonly summary: PastSummary | null
      readonly setAside: readonly RowSetAside[]
      readonly refusal: FileRefusal | null
      /** Why the ledger refused a part: what came before it is written. */
      readonly refused: Refusal | null
    }

/** A thread at work; `done` is `null` when it failed or was stopped: then its last transaction is undone whole. */
export type PastFileThread = { readonly done: Promise<Extract<PastFileSaid, { type: 'end' }> | null>; readonly stop: () => Promise<unknown> }

// What half a million rows need to be read and written, with room to spare; more is a fault, and ends the thread alone.
const memory = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 24 }

/** Reads a file, and writes what it brings unless it is a trial, away from the taps and with the very code of the command. */
export const startPastFileThread = (order: PastFileOrder, onSaid: (said: Exclude<PastFileSaid, { type: 'end' }>) => void): PastFileThread => {
  const worker = new Worker(new URL('./past-file-worker.ts', import.meta.url), { workerData: order, resourceLimits: memory })
  const done = new Promise<Extract<PastFileSaid, { type: 'end' }> | null>((resolve) => {
    let end: Extract<PastFileSaid, { type: 'end' }> | null = null
    worker.on('message', (said: PastFileSaid) => {
      if (said.type === 'end') end = said
      else onSaid(said)
    })
    worker.once('error', () => resolve(null))
    worker.once('exit', (code) => resolve(code === 0 ? end : null))
  })
  return { done, stop: () => worker.terminate() }
}

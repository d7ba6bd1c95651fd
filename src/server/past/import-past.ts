import { basename } from 'node:path'
import { asInstant } from '#method/calendar/day.ts'
import type { FileRefusal, ImportLimits } from '#method/contact/import-limits.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import type { PastSummary } from '#method/past/past-tally.ts'
import type { PastHeading } from '#wire/past/past-file.ts'
import { paceOfMember } from '#server/contact/import-store.ts'
import type { Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { readActivities, type SetAside } from './past-reading.ts'
import { writeActivities, type WrittenHistory } from './past-writing.ts'
import { ownKinds } from './store.ts'

/** How the columns and the words of a file are read, once the person's own kinds are known; `isOrderChosen` keeps the order of dates as it is said. */
export type Correcting = (ownKinds: ReadonlyMap<string, string>) => {
  readonly mapping: (proposed: PastMapping) => PastMapping
  readonly isOrderChosen: boolean
}

/** How a file of past activities is to be imported. */
export type PastImport = {
  readonly file: string
  /** What the file is called, for its import: by default its own name. */
  readonly name?: string
  readonly importId: string
  readonly now: number
  readonly dryRun: boolean
  readonly correcting: Correcting
  readonly ambiguous: 'skip' | 'first'
  readonly letGo: boolean
  /** In place of those of the member's settings. */
  readonly zone: string | null
  readonly currency: string | null
  readonly limits?: ImportLimits
  readonly onRead: (rows: number, bytes: number) => void
  readonly onWritten: (facts: number, whole: number) => void
}

/** What an import of past activities came to. `summary` is missing when the whole file was refused. */
export type HistoryResult = {
  readonly file: string
  readonly dryRun: boolean
  readonly zone: string
  readonly heading: PastHeading | null
  readonly summary: PastSummary | null
  readonly setAside: readonly SetAside[]
  readonly refusal: FileRefusal | null
  readonly written: WrittenHistory | null
}

/** Reads the whole file, then writes what it brings. Killed on its way, it can be run again: what is there is left alone. */
export const importPast = async (database: Database, actor: Actor, asked: PastImport): Promise<HistoryResult> => {
  const { file, dryRun, letGo, ambiguous, importId, now, limits } = asked
  const name = asked.name ?? basename(file)
  const member = await paceOfMember(database, actor)
  const zone = asked.zone ?? member.settings.zone
  const currency = asked.currency ?? member.settings.currency
  const kinds = await ownKinds(database, actor)
  const read = await readActivities({
    database,
    actor,
    file,
    context: { zone, currency, now: asInstant(now), ownKinds: kinds },
    ambiguous,
    ...asked.correcting(kinds),
    dryRun,
    ...(limits ? { limits } : {}),
    onProgress: asked.onRead,
  })
  const told = { file: name, dryRun, zone, heading: read.heading }
  if (!read.ok) return { ...told, summary: null, setAside: [], refusal: read.refusal, written: null }
  const { summary, setAside } = read
  const pace = { ...member, settings: { ...member.settings, zone } }
  const isWritten = !dryRun && summary.told > 0
  const written = isWritten ? await writeActivities(read, { database, actor, pace, importId, fileName: name, letGo, now, onProgress: asked.onWritten }) : null
  return { ...told, summary, setAside, refusal: null, written }
}

import { parentPort, workerData } from 'node:worker_threads'
import { mostSetAside, pastLimitsByServer } from '#method/past/past-limits.ts'
import type { PastHeading, RowSetAside } from '#wire/past/past-file.ts'
import { openDatabase } from '#server/db/database.ts'
import { importPast } from './import-past.ts'
import type { PastFileOrder, PastFileSaid } from './past-file-thread.ts'

// Long enough for the last word to the other devices to leave before the connections close.
const lastWordMs = 100
const say = (said: PastFileSaid): void => parentPort?.postMessage(said)

// What is shown of a row, whatever it weighs: it stays in memory until the person has decided.
const longestShown = 200
const briefCells = (cells: readonly string[]): readonly string[] => cells.map((cell) => cell.slice(0, longestShown))
const brief = (row: RowSetAside): RowSetAside => (row.as === 'left-out' ? { ...row, cells: briefCells(row.cells) } : row)
const briefHeading = (heading: PastHeading | null): PastHeading | null => heading && { ...heading, samples: heading.samples.map(briefCells) }

const { config, actor, mapping, ...asked } = workerData as PastFileOrder
const database = openDatabase({ ...config, max: 3 })
try {
  const { heading, summary, setAside, refusal, written } = await importPast(database, actor, {
    ...asked,
    letGo: false,
    zone: null,
    currency: null,
    limits: pastLimitsByServer,
    // What the person was shown is what is read: the order of dates too.
    correcting: () => ({ mapping: (proposed) => mapping ?? proposed, isOrderChosen: mapping !== null }),
    onRead: (_rows, bytes) => say({ type: 'read', bytes }),
    onWritten: (done, whole) => say({ type: 'written', done, whole }),
  })
  if (written) await new Promise((after) => setTimeout(after, lastWordMs))
  const refused = written?.refused ?? null
  say({ type: 'end', heading: briefHeading(heading), summary, refusal, refused, setAside: setAside.slice(0, mostSetAside).map(brief) })
} finally {
  await database.destroy()
}

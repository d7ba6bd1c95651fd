import { addDays, asInstant, type Day } from '#method/calendar/day.ts'
import { tables, type Put } from '#method/ledger/operation.ts'
import {
  compared,
  createDigest,
  createMarks,
  differing,
  digestAnswer,
  incidentOf,
  type Compared,
  type ComparedRow,
  type Digest,
  type DigestAnswer,
  type TableIncident,
} from '#wire/ledger/digest.ts'
import type { PullAnswer } from '#wire/ledger/sync.ts'
import { given, openStore, readIdentity, storeName, type DeviceStore, type Identity, type Meta } from './device-store.ts'
import type { Message } from './messages.ts'
import { forgetPicture, pictured, renewPicture } from './picture.ts'
import { ownerOf, pageOf, pagePath, putsOf } from './page.ts'
import { callServer, type Reply } from './server-call.ts'
import { daysAtOnce } from './window.ts'

/** What a comparison is made with; `today` is the day of the device. */
export type ComparisonTools = {
  readonly prefix: string
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly newId: () => string
  readonly today: () => Day
  readonly tell: (message: Message) => void
}

const storeOf = (table: Compared) => (table === 'rollUp' ? ('rollUps' as const) : table)

// A part is read and added up in some milliseconds; between two, whatever else is waiting gets its turn.
const partSize = 250
// What could not be compared now (the server is busy, a colleague writes) is asked about again after this long at the soonest.
const pause = 5 * 60_000

// What a disk gives back damaged cannot be read; a database that was closed or deleted is another matter.
const isUnreadable = (error: unknown): boolean => error instanceof DOMException && /^(UnknownError|DataError|NotReadableError)$/.test(error.name)

/** Reads a table part by part, up to where it cannot be read. */
const readParts = async (
  store: DeviceStore,
  table: Compared,
  isWanted: () => Promise<boolean>,
  take: (row: ComparedRow) => void,
): Promise<'read' | 'unreadable' | 'stopped'> => {
  const name = storeOf(table)
  let after: IDBKeyRange | null = null
  try {
    for (;;) {
      if (!(await isWanted())) return 'stopped'
      const { store: rows } = store.transaction(name)
      const [keys, values]: [IDBValidKey[], unknown[]] = await Promise.all([rows.getAllKeys(after, partSize), rows.getAll(after, partSize)])
      for (const row of values) take(row as ComparedRow)
      const last = keys.at(-1)
      if (last === undefined || keys.length < partSize) return 'read'
      after = IDBKeyRange.lowerBound(last, true)
    }
  } catch (error) {
    if (isUnreadable(error)) return 'unreadable'
    throw error
  }
}

/** What the device holds, read anew from the server; in memory until it is whole. */
type Anew = { readonly pages: readonly PullAnswer[]; readonly last: PullAnswer }
const rowsOf = (table: Compared, { pages }: Anew): readonly ComparedRow[] =>
  pages.flatMap((page): readonly ComparedRow[] => (table === 'rollUp' ? page.rollUps : page.rows[table]))

/** Puts what was read in the place of what was held, all or nothing. What waits for the server and what it refused is in no part of this. */
const replaceRows = async (store: DeviceStore, puts: readonly Put[], { pages }: Anew, meta: Meta): Promise<void> => {
  const transaction = store.transaction([...given], 'readwrite', { durability: 'strict' })
  const writes: Promise<unknown>[] = tables.map((table) => transaction.objectStore(table).clear())
  writes.push(transaction.objectStore('rollUps').clear(), forgetPicture(transaction))
  for (const { table, row } of puts) writes.push(transaction.objectStore(table).put(row as never))
  for (const { rollUps } of pages) for (const rollUp of rollUps) writes.push(transaction.objectStore('rollUps').put(rollUp))
  writes.push(transaction.objectStore('meta').put(meta))
  await Promise.all([...writes, transaction.done])
}

/** The picture tells what the rows tell, and is never compared itself: once a day it is made anew from rows that were found right. */
const pictureAgain = async (store: DeviceStore, today: Day): Promise<void> => {
  if ((await store.count('picture')) === 0) return
  const transaction = store.transaction([...pictured], 'readwrite')
  await Promise.all([forgetPicture(transaction), transaction.done])
  await renewPicture(store, addDays(today, -daysAtOnce))
}

/**
 * Once a day, a device compares what it holds with what the server says it must hold; what differs is read again and put right in one
 * transaction, and the server is told how much it was (RELIABILITY B4, 10). Only while nothing waits to leave, only at the very cursor of
 * the server, under the lock of the rounds, and never while someone waits for it.
 */
export const createComparison = (tools: ComparisonTools): { readonly compare: (isQuiet: () => boolean) => Promise<void> } => {
  let notBefore = Number.NEGATIVE_INFINITY
  let doneOn: Day | null = null

  const ask = (identity: Identity, path: string, init: RequestInit = {}): Promise<Reply> =>
    callServer(tools.fetch, path, { ...init, headers: { ...ownerOf(identity), ...(init.body ? { 'content-type': 'application/json' } : {}) } }, tools.now)

  /** The tables that are not as they should be; `null` when it was told to stop. */
  const wrongIn = async (store: DeviceStore, due: Digest, today: Day, isWanted: () => Promise<boolean>): Promise<readonly Compared[] | null> => {
    const digest = createDigest(today)
    const unreadable = new Set<Compared>()
    for (const table of compared) {
      const end = await readParts(store, table, isWanted, (row) => digest.add(table, row))
      if (end === 'stopped') return null
      if (end === 'unreadable') unreadable.add(table)
    }
    const wrong = new Set(differing(digest.read(), due))
    return compared.filter((table) => wrong.has(table) || unreadable.has(table))
  }

  const readAnew = async (identity: Identity, name: string, today: Day, isWanted: () => Promise<boolean>): Promise<Anew | null> => {
    const pages: PullAnswer[] = []
    for (let cursor = 0; await isWanted();) {
      const page = pageOf(await ask(identity, pagePath(identity, cursor, today)))
      // Whatever stands in the way is for the next round to deal with.
      if (!('read' in page) || page.read.wipe || storeName(tools.prefix, page.read.workspace) !== name) return null
      pages.push(page.read)
      if (!page.read.more) return { pages, last: page.read }
      if (page.read.cursor === cursor) return null
      cursor = page.read.cursor
    }
    return null
  }

  const incidentsIn = async (store: DeviceStore, wrong: readonly Compared[], anew: Anew, today: Day): Promise<readonly TableIncident[]> => {
    const incidents: TableIncident[] = []
    for (const table of wrong) {
      const [held, due] = [createMarks(table, today), createMarks(table, today)]
      await readParts(store, table, () => Promise.resolve(true), held.add)
      for (const row of rowsOf(table, anew)) due.add(row)
      incidents.push(incidentOf(table, held.marks, due.marks))
    }
    return incidents
  }

  const compareIn = async (store: DeviceStore, name: string, identity: Identity, today: Day, isQuiet: () => boolean): Promise<boolean> => {
    const meta = await store.get('meta', 'meta')
    if (meta?.comparedOn === today) return true
    // A tap that waits to leave ends it at once.
    const isWanted = async (): Promise<boolean> => isQuiet() && (await store.count('outbox')) === 0
    if (!meta?.isComplete || meta.sentAway || !(await isWanted())) return false
    const reply = await ask(identity, `/api/sync/digest?at=${meta.cursor}&today=${today}&device=${identity.device}`)
    if (reply.came === 'later' && reply.wait !== null) notBefore = tools.now() + Math.max(pause, reply.wait)
    const answer = reply.came === 'answer' ? digestAnswer.safeParse(reply.body) : null
    if (!answer?.success || answer.data.cursor !== meta.cursor || answer.data.tables === null) return false
    const due = (answer.data as DigestAnswer & { readonly tables: Digest }).tables
    const wrong = await wrongIn(store, due, today, isWanted)
    if (!wrong) return false
    if (wrong.length > 0) {
      const anew = await readAnew(identity, name, today, isWanted)
      if (!anew) return false
      const incidents = await incidentsIn(store, wrong, anew, today)
      // Nothing of it when what was read is what was held: the two sides only tell it otherwise, as an older Entrain on the device may.
      if (incidents.some(({ missing, extra, altered }) => missing + extra + altered > 0)) {
        const puts = anew.pages.flatMap((page) => putsOf(page, today))
        const { cursor, workspace } = anew.last
        await replaceRows(store, puts, anew, { ...meta, cursor, workspace, comparedOn: today, lastSyncAt: asInstant(tools.now()) })
        tools.tell({ type: 'changed', store: name })
      } else await store.put('meta', { ...meta, comparedOn: today })
      // Told once: should this answer be lost, the device is right all the same.
      await ask(identity, '/api/sync/digest', { method: 'POST', body: JSON.stringify({ device: identity.device, tables: incidents }) })
    } else await store.put('meta', { ...meta, comparedOn: today })
    await pictureAgain(store, today)
    return true
  }

  const compare = async (isQuiet: () => boolean): Promise<void> => {
    const today = tools.today()
    if (doneOn === today || tools.now() < notBefore || !isQuiet()) return
    const identity = await readIdentity(tools.prefix, tools.newId)
    if (identity.workspaceId === null || identity.memberId === null || identity.endsSession) return
    const name = storeName(tools.prefix, { id: identity.workspaceId, memberId: identity.memberId })
    notBefore = tools.now() + pause
    const store = await openStore(name)
    try {
      if (await compareIn(store, name, identity, today, isQuiet)) doneOn = today
    } finally {
      store.close()
    }
  }
  return { compare }
}

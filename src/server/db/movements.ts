import { EventEmitter } from 'node:events'
import pg from 'pg'
import { sql } from 'kysely'
import type { Database } from '#server/db/database.ts'

/** That a workspace moved on to a cursor: nothing of what changed, since notifications know no row-level security. */
export type Moved = { readonly workspaceId: string; readonly cursor: number }

/** Tells whoever listens, in this process and in the others, that workspaces moved. */
export type Movements = {
  readonly announce: (moved: Moved) => void
  /** Calls back at each move of this workspace alone; answers with how to stop. */
  readonly follow: (workspaceId: string, onMoved: (cursor: number) => void) => () => void
  readonly close: () => Promise<void>
}

const channel = 'entrain_moved'
// A notification holds a lock of the whole database at its commit: one for many moves, after them and outside of them.
const gatherMs = 30
const retryMs = 2000

const readMoved = (payload: string | undefined): readonly Moved[] => {
  try {
    return JSON.parse(payload ?? '[]') as Moved[]
  } catch {
    return []
  }
}

const newMovements = (database: Database): Movements => {
  const moves = new EventEmitter().setMaxListeners(0)
  const waiting = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null
  let listener: pg.Client | null = null
  let isClosed = false

  const tell = async (): Promise<void> => {
    timer = null
    // A payload holds 8,000 bytes.
    const next = [...waiting].slice(0, 80).map(([workspaceId, cursor]) => ({ workspaceId, cursor }))
    for (const { workspaceId } of next) waiting.delete(workspaceId)
    if (waiting.size > 0) timer = setTimeout(() => void tell(), gatherMs)
    try {
      await sql`select pg_notify(${channel}, ${JSON.stringify(next)})`.execute(database)
    } catch {
      // Devices also ask by themselves: a move that could not be told is late, not lost.
    }
  }
  const again = (): void => {
    listener = null
    if (!isClosed) setTimeout(() => void listen(), retryMs).unref()
  }
  const listen = async (): Promise<void> => {
    if (listener || isClosed) return
    const client = new pg.Client(database.config)
    listener = client
    client.on('error', () => undefined)
    client.on('end', again)
    client.on('notification', ({ payload }) => {
      for (const { workspaceId, cursor } of readMoved(payload)) moves.emit(workspaceId, cursor)
    })
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
    } catch {
      void client.end().catch(() => undefined)
    }
  }
  return {
    announce: ({ workspaceId, cursor }) => {
      if (isClosed) return
      moves.emit(workspaceId, cursor)
      waiting.set(workspaceId, cursor)
      timer ??= setTimeout(() => void tell(), gatherMs)
    },
    follow: (workspaceId, onMoved) => {
      moves.on(workspaceId, onMoved)
      void listen()
      return () => void moves.off(workspaceId, onMoved)
    },
    close: async () => {
      isClosed = true
      if (timer) clearTimeout(timer)
      // A connection that is still being made may never say that it ended; leaving does not wait for it.
      await Promise.race([
        listener?.end().catch(() => undefined),
        new Promise((resolve) => {
          setTimeout(resolve, 1000).unref()
        }),
      ])
    },
  }
}

const byDatabase = new WeakMap<Database, Movements>()
/** The movements of a database, one for all of the process. */
export const movementsOf = (database: Database): Movements => {
  const known = byDatabase.get(database)
  if (known) return known
  const movements = newMovements(database)
  byDatabase.set(database, movements)
  return movements
}

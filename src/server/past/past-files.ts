import { mkdirSync, rmSync } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { PastMapping } from '#method/past/past-mapping.ts'
import type { PastFile } from '#wire/past/past-file.ts'
import type { Database } from '#server/db/database.ts'
import { Problem } from '#server/http/problem.ts'
import type { Actor } from '#server/identity/actor.ts'
import { startPastFileThread, type PastFileThread } from './past-file-thread.ts'
import { importOf } from './take-back.ts'

type Kept = {
  readonly actor: Actor
  readonly id: string
  readonly name: string
  readonly path: string
  readonly whole: number
  content: FileHandle | null
  thread: PastFileThread | null
  file: PastFile
  isStopped: boolean
  /** Ends once what its thread came to is told. */
  ended: Promise<void>
  touchedAt: number
}

/** A member's file of past activities on its way in: one at a time, hers alone, gone from the disk once it has served. */
export type PastFiles = {
  readonly stateOf: (actor: Actor) => PastFile
  readonly receive: (actor: Actor, name: string, bytes: number) => Promise<PastFile>
  readonly addPiece: (actor: Actor, id: string, from: number, piece: Uint8Array) => Promise<PastFile>
  readonly readAgain: (actor: Actor, mapping: PastMapping | null, ambiguous: 'skip' | 'first') => PastFile
  readonly importIt: (actor: Actor) => PastFile
  readonly forget: (actor: Actor) => Promise<PastFile>
  readonly close: () => Promise<void>
}

const none: PastFile = { state: 'none' }
// Chosen, and left there: who comes back after a night finds it, who never does leaves nothing behind.
const longestWait = 24 * 3_600_000
const sweepEvery = 600_000

const keyOf = ({ workspaceId, memberId }: Actor): string => `${workspaceId} ${memberId}`
const notNow = (): Problem => new Problem(409, 'past-file-not-ready')
const isNoRoom = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/**
 * Files by pieces into `folder`, which is emptied at the start and at the end. One file is read or written at a time, whoever's it
 * is, so that memory stays that of one. A trial reads it first; what is then imported goes by batches that are whole or not at all,
 * all under one import that is taken back whole.
 */
export const newPastFiles = (database: Database, folder: string, now: () => number = Date.now): PastFiles => {
  const files = new Map<string, Kept>()
  let line: Promise<void> = Promise.resolve()
  rmSync(folder, { recursive: true, force: true })

  const leave = async (kept: Kept): Promise<void> => {
    await kept.content?.close().catch(() => undefined)
    kept.content = null
    await rm(kept.path, { force: true })
  }
  const keptOf = (actor: Actor): Kept => {
    const kept = files.get(keyOf(actor))
    if (!kept) throw notNow()
    kept.touchedAt = now()
    return kept
  }
  const drop = async (actor: Actor): Promise<void> => {
    const kept = files.get(keyOf(actor))
    if (!kept) return
    files.delete(keyOf(actor))
    await kept.thread?.stop()
    await leave(kept)
  }
  const isThere = (kept: Kept): boolean => files.get(keyOf(kept.actor)) === kept

  /** In line behind whoever's file is at work. */
  const inLine = (kept: Kept, work: () => Promise<void>): void => {
    line = line
      .then(async () => {
        if (isThere(kept)) await work()
      })
      .catch((error: unknown) => console.error('past file', error instanceof Error ? error.name : 'unknown'))
    kept.ended = line
  }
  const told = ({ id, name }: Kept) => ({ id, name })

  const start = (kept: Kept, order: { importId: string; dryRun: boolean; mapping: PastMapping | null; ambiguous: 'skip' | 'first' }): PastFileThread => {
    const { actor, path: file, name, whole } = kept
    const { dryRun } = order
    const thread = startPastFileThread({ config: database.config, actor, file, name, now: now(), ...order }, (said) => {
      const bytes = said.type === 'read' ? Math.min(said.bytes, whole) : whole
      if (dryRun) kept.file = { state: 'reading', ...told(kept), bytes, whole }
      else if (kept.file.state === 'writing') kept.file = { ...kept.file, bytes, ...(said.type === 'written' ? { done: said.done, whole: said.whole } : {}) }
    })
    kept.thread = thread
    return thread
  }

  const read = (kept: Kept, mapping: PastMapping | null, ambiguous: 'skip' | 'first'): void => {
    const { whole } = kept
    kept.file = { state: 'waiting', ...told(kept), bytes: 0, whole }
    inLine(kept, async () => {
      const end = await start(kept, { importId: v7(), dryRun: true, mapping, ambiguous }).done
      kept.thread = null
      kept.touchedAt = now()
      const heading = end?.heading ?? null
      kept.file =
        end?.summary && heading
          ? { state: 'read', ...told(kept), ambiguous, heading, summary: end.summary, setAside: end.setAside }
          : { state: 'refused', ...told(kept), reason: end?.refusal?.reason ?? 'not-read', at: end?.refusal?.at ?? null, heading }
    })
  }

  const write = (kept: Kept, mapping: PastMapping, ambiguous: 'skip' | 'first', whole: number): void => {
    const importId = v7()
    kept.file = { state: 'writing', ...told(kept), importId, bytes: 0, size: kept.whole, done: 0, whole }
    inLine(kept, async () => {
      const end = await start(kept, { importId, dryRun: false, mapping, ambiguous }).done
      kept.thread = null
      kept.touchedAt = now()
      const batch = await importOf(database, kept.actor, importId).catch(() => undefined)
      const reason = end?.refused ?? (end?.summary ? null : kept.isStopped ? 'asked-to-stop' : 'failed')
      kept.file =
        reason === null && end?.summary
          ? { state: 'written', ...told(kept), importId, summary: end.summary }
          : {
              state: 'stopped',
              ...told(kept),
              importId: batch ? importId : null,
              done: (batch?.activities ?? 0) + (batch?.sales ?? 0),
              reason: reason ?? 'failed',
            }
      await leave(kept)
    })
  }

  const sweep = setInterval(() => {
    for (const kept of files.values()) if (kept.thread === null && kept.file.state !== 'writing' && now() - kept.touchedAt > longestWait) void drop(kept.actor)
  }, sweepEvery).unref()

  return {
    stateOf: (actor) => files.get(keyOf(actor))?.file ?? none,
    receive: async (actor, name, bytes) => {
      if (files.get(keyOf(actor))?.file.state === 'writing') throw new Problem(409, 'past-file-being-written')
      await drop(actor)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const id = v7()
      const path = join(folder, `${id}.csv`)
      const content = await open(path, 'wx', 0o600)
      const file: PastFile = { state: 'receiving', id, name, bytes: 0, whole: bytes }
      await drop(actor)
      files.set(keyOf(actor), {
        actor,
        id,
        name,
        path,
        whole: bytes,
        content,
        thread: null,
        file,
        isStopped: false,
        ended: Promise.resolve(),
        touchedAt: now(),
      })
      return file
    },
    addPiece: async (actor, id, from, piece) => {
      const kept = keptOf(actor)
      const { file, content, whole } = kept
      if (kept.id !== id) throw notNow()
      // A piece sent twice, its first answer lost, is there already.
      if (file.state !== 'receiving') return file
      const end = from + piece.length
      if (content === null || from > file.bytes || end > whole) throw notNow()
      if (end <= file.bytes) return file
      try {
        await content.write(piece, 0, piece.length, from)
      } catch (error) {
        await drop(actor)
        throw isNoRoom(error) ? new Problem(507, 'no-room') : error
      }
      if (!isThere(kept)) throw notNow()
      kept.file = { ...file, bytes: end }
      if (end < whole) return kept.file
      await content.close()
      kept.content = null
      read(kept, null, 'skip')
      return kept.file
    },
    readAgain: (actor, mapping, ambiguous) => {
      const kept = keptOf(actor)
      if (kept.file.state !== 'read' && kept.file.state !== 'refused') throw notNow()
      read(kept, mapping, ambiguous)
      return kept.file
    },
    importIt: (actor) => {
      const kept = keptOf(actor)
      if (kept.file.state !== 'read') throw notNow()
      const { heading, ambiguous, summary } = kept.file
      const sold = Object.values(summary.sales).reduce((sum, { count, refunds }) => sum + count + refunds, 0)
      write(kept, heading.mapping, ambiguous, summary.activities + sold)
      return kept.file
    },
    forget: async (actor) => {
      const kept = files.get(keyOf(actor))
      if (kept?.file.state !== 'writing' || kept.thread === null) {
        await drop(actor)
        return none
      }
      // Stopped on its way: what was written stays, said, until it is taken back.
      kept.isStopped = true
      await kept.thread.stop()
      await kept.ended
      return kept.file
    },
    close: async () => {
      clearInterval(sweep)
      const all = [...files.values()]
      files.clear()
      await Promise.all(all.map(async (kept) => (await kept.thread?.stop(), leave(kept))))
      await line
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

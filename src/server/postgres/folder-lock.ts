import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { birthOf, isAlive } from './living-process.ts'
import { codeOf, PostgresRefusal, reasonOf } from './refusal.ts'

type Holder = { readonly pid: number; readonly birth?: string; readonly token: string }

export type FolderLock =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly reason: 'data-folder-in-use'; readonly pid: number; readonly path: string }

const lockName = 'entrain.lock'

/**
 * One Entrain per data folder. The lock names its process and when that was born, so that a number used again by another
 * process does not count as a holder. Limit: two machines or containers with separate process lists are not told apart.
 */
export function lockDataFolder(dataFolder: string): FolderLock {
  const path = join(resolve(dataFolder), lockName)
  const birth = birthOf(process.pid)
  const mine: Holder = { pid: process.pid, token: randomUUID(), ...(birth === undefined ? {} : { birth }) }
  const draft = `${path}.${mine.token}`
  try {
    makeFolder(resolve(dataFolder), process.getuid?.() === 0 ? 0o711 : 0o700)
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  } catch (error) {
    throw new PostgresRefusal('data-folder-not-writable', { path: resolve(dataFolder), detail: reasonOf(error) })
  }
  try {
    for (;;) {
      if (placed(draft, path)) return { ok: true, release: () => release(path, mine) }
      const holder = holderOf(path)
      if (holder && isHeldBy(holder)) return { ok: false, reason: 'data-folder-in-use', pid: holder.pid, path: resolve(dataFolder) }
      setAside(path, holder)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

// Parent by parent: where folders cannot be made, as under /proc, Node's own recursive way never comes to an end.
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path), mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** A hard link appears whole or not at all; folders without links get an exclusive write. */
function placed(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
  }
  try {
    writeFileSync(path, readFileSync(draft), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    const held: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof held !== 'object' || held === null || !('pid' in held) || typeof held.pid !== 'number') return undefined
    const birth = 'birth' in held && typeof held.birth === 'string' ? { birth: held.birth } : {}
    return { pid: held.pid, token: 'token' in held ? String(held.token) : '', ...birth }
  } catch {
    return undefined
  }
}

function isHeldBy(holder: Holder): boolean {
  if (!isAlive(holder.pid)) return false
  const birth = birthOf(holder.pid)
  return birth === undefined || holder.birth === undefined || birth === holder.birth
}

/** Two starts may both judge the same lock dead: what was taken away by mistake is put back. */
function setAside(path: string, judged: Holder | undefined): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const taken = holderOf(aside)
  if (taken && taken.token !== judged?.token && isHeldBy(taken)) placed(aside, path)
  rmSync(aside, { force: true })
}

function release(path: string, mine: Holder): void {
  if (holderOf(path)?.token === mine.token) rmSync(path, { force: true })
}

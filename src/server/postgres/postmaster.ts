import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { programName } from './binaries.ts'
import { environment } from './cluster.ts'
import { commandOf, isAlive, pause, waitForEnd } from './living-process.ts'
import type { Place } from './place.ts'
import { PostgresRefusal } from './refusal.ts'
import type { User } from './unprivileged-user.ts'

/** A PostgreSQL that runs; `whenDead` settles when it ends, however it ends. */
export type Postmaster = { readonly pid: number; readonly adopted: boolean; readonly whenDead: Promise<void> }

export type Launch = {
  readonly place: Place
  readonly binaries: string
  readonly user: User | undefined
  readonly port: number
  readonly settings: Readonly<Record<string, string>>
}

/** What postmaster.pid says; PostgreSQL writes these lines in this order. */
export type Traces = { readonly pid: number; readonly port: number; readonly socketFolder: string; readonly status: string }

export function tracesOf(cluster: string): Traces | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), socketFolder: lines[4] ?? '', status: (lines[7] ?? '').trim() }
  } catch {
    return undefined
  }
}

/** The postmaster of this very folder still running after a former Entrain died, if any. */
export function livingOrphan(cluster: string): Traces | undefined {
  const traces = tracesOf(cluster)
  if (!traces || !Number.isInteger(traces.pid) || traces.pid < 2 || !isAlive(traces.pid)) return undefined
  const words = commandOf(traces.pid)
  if (words === undefined) return traces
  // Where the system gives one line, a path with spaces is cut: the whole line is searched.
  const line = words.join(' ')
  return line.includes(`-D ${cluster} `) && /postgres|postmaster/.test(line) ? traces : undefined
}

/**
 * Removes what a killed PostgreSQL left, once no postmaster of this folder lives: PostgreSQL itself refuses to start when
 * another process has since taken the number in these files. Its orphaned children are still noticed, by shared memory.
 */
export function clearTraces({ cluster, socketFolder }: Place, port: number): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  if (socketFolder === undefined) return
  rmSync(join(socketFolder, `.s.PGSQL.${port}.lock`), { force: true })
  rmSync(join(socketFolder, `.s.PGSQL.${port}`), { force: true })
}

/** Launches PostgreSQL and waits until it says it is ready, recovery after a crash included. */
export async function launch(asked: Launch): Promise<Postmaster> {
  const end = Date.now() + 30_000
  for (;;) {
    clearTraces(asked.place, asked.port)
    const started = await launchOnce(asked)
    if (typeof started !== 'string') return started
    // Children of a killed postmaster hold its shared memory for the moment they take to notice.
    if (!started.includes('pre-existing shared memory') || Date.now() > end) {
      throw new PostgresRefusal('start-failed', { path: asked.place.log, detail: started })
    }
    await pause(100)
  }
}

async function launchOnce({ place, binaries, user, port, settings }: Launch): Promise<Postmaster | string> {
  const log = openLog(place.log)
  const before = statSync(place.log).size
  const child = spawn(join(binaries, programName('postgres')), argumentsFor(place, port, settings), {
    cwd: place.cluster,
    // Its own group: Ctrl C reaches Entrain, which ends its own work before the database.
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
    env: environment(),
    windowsHide: true,
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  })
  closeSync(log)
  let failure: string | undefined
  const whenDead = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      failure ??= `${signal ?? code}`
      resolve()
    })
    child.once('error', (error) => {
      failure = error.message
      resolve()
    })
  })
  child.unref()
  while (failure === undefined) {
    const traces = tracesOf(place.cluster)
    if (traces?.pid === child.pid && traces?.status === 'ready') return { pid: traces.pid, adopted: false, whenDead }
    await pause(8)
  }
  return `${failure} ${tail(place.log, before)}`.trim()
}

/** Watches a postmaster that is no child of ours, which tells nobody when it ends. */
export function adopt(pid: number): Postmaster {
  const whenDead = new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      if (isAlive(pid)) return
      clearInterval(watch)
      resolve()
    }, 250)
    watch.unref()
  })
  return { pid, adopted: true, whenDead }
}

/** Ends cleanly: open transactions are undone, everything acknowledged is on disk. */
export async function end(pid: number, { cluster, binaries }: { readonly cluster: string; readonly binaries: string }): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no signals: pg_ctl speaks to PostgreSQL through its own pipe.
    spawn(join(binaries, programName('pg_ctl')), ['stop', '-D', cluster, '-m', 'fast'], { stdio: 'ignore', env: environment(), windowsHide: true })
    await waitForEnd(pid, 60_000)
    return
  }
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isAlive(pid)) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await waitForEnd(pid, patience)) return
  }
}

function argumentsFor({ cluster, socketFolder }: Place, port: number, settings: Readonly<Record<string, string>>): readonly string[] {
  const all = {
    port: String(port),
    listen_addresses: socketFolder === undefined ? '127.0.0.1' : '',
    ...(process.platform === 'win32'
      ? {}
      : { unix_socket_directories: socketFolder === undefined ? '' : quoted(socketFolder), unix_socket_permissions: '0700' }),
    ...settings,
  }
  return ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** The setting is a list: a comma in the path would otherwise cut it. */
function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`
}

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(path, `${path}.1`)
  return openSync(path, 'a', 0o600)
}

function tail(path: string, from: number): string {
  const text = readFileSync(path).subarray(from).toString('utf8')
  const lines = text.split('\n').filter((line) => /FATAL|PANIC|ERROR|HINT|not found|cannot|error/.test(line))
  return (lines.length > 0 ? lines : text.split('\n')).slice(-4).join(' | ')
}

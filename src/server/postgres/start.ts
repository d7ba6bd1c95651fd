import { realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { readyBinaries } from './binaries.ts'
import { ensureCluster, majorVersion, superuser } from './cluster.ts'
import { lockDataFolder } from './folder-lock.ts'
import { isAlive, pause } from './living-process.ts'
import { keptPasswords } from './passwords.ts'
import { choosePlace } from './place.ts'
import { adopt, end, launch, livingOrphan, type Launch, type Postmaster } from './postmaster.ts'
import { PostgresRefusal, reasonOf } from './refusal.ts'
import { appRole, connected, databaseName, ensureRoles, ownerRole } from './roles.ts'
import { settingsFor } from './settings.ts'
import { userForPostgres } from './unprivileged-user.ts'

/** How to reach the database; `host` is a folder where a Unix socket serves. */
export type Connection = pg.ClientConfig & { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

export type StartOptions = {
  readonly dataFolder: string
  /** Another folder of PostgreSQL programs; without it, the ones that come with Entrain. */
  readonly binFolder?: string | undefined
  /** Receives whole sentences, French then English. */
  readonly log: (sentence: string) => void
  /** Loopback with a password serves where Unix sockets do not; by default, on Windows only. */
  readonly transport?: 'socket' | 'loopback'
  readonly settings?: Readonly<Record<string, string>>
}

export type RunningPostgres = {
  /** The application: bound by row-level security. */
  readonly connection: Connection
  /** The owner of the database: migrations only. */
  readonly ownerConnection: Connection
  /** Bootstrap and maintenance of the server itself. */
  readonly superuserConnection: Connection
  readonly pid: number
  /** True when a PostgreSQL left alive by a killed Entrain serves on. */
  readonly adopted: boolean
  readonly stop: () => Promise<void>
}

/** Starts the PostgreSQL of this data folder and keeps it running until `stop`. Throws PostgresRefusal. */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const lock = lockDataFolder(options.dataFolder)
  if (!lock.ok) throw new PostgresRefusal(lock.reason, lock)
  try {
    return await startLocked({ ...options, dataFolder: realpathSync(resolve(options.dataFolder)) }, lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function startLocked(options: StartOptions, release: () => void): Promise<RunningPostgres> {
  const { dataFolder, log } = options
  const user = userForPostgres(join(dataFolder, 'postgres'))
  const sockets = (options.transport ?? (process.platform === 'win32' ? 'loopback' : 'socket')) === 'socket'
  const place = choosePlace({ dataFolder, user, sockets, log })
  const binaries = readyBinaries({ binFolder: options.binFolder, copyTo: place.folder, user, log })
  const passwords = sockets ? undefined : keptPasswords(join(dataFolder, 'postgres-passwords.json'), ['superuser', 'owner', 'app'])
  await ensureCluster({ cluster: place.cluster, binaries, user, superuserPassword: passwords?.superuser })

  const settings = { ...settingsFor(await majorVersion(binaries)), ...options.settings }
  const orphan = livingOrphan(place.cluster)
  const port = place.socketFolder !== undefined ? 5432 : orphan && orphan.socketFolder === '' ? orphan.port : await freePort()
  const asked: Launch = { place, binaries, user, port, settings }
  const reach = (role: string, database: string, password: string | undefined): Connection => ({
    host: place.socketFolder ?? '127.0.0.1',
    port,
    user: role,
    database,
    ...(password === undefined ? {} : { password }),
  })
  const superuserConnection = reach(superuser, 'postgres', passwords?.superuser)

  const first = await adoptOrLaunch(asked, superuserConnection, log)
  try {
    await ensureRoles(superuserConnection, passwords)
  } catch (error) {
    await end(first.pid, { cluster: place.cluster, binaries })
    throw new PostgresRefusal('start-failed', { path: place.log, detail: reasonOf(error) })
  }
  const guard = keepRunning(first, asked, log)
  return {
    connection: reach(appRole, databaseName, passwords?.app),
    ownerConnection: reach(ownerRole, databaseName, passwords?.owner),
    superuserConnection,
    get pid() {
      return guard.current().pid
    },
    adopted: first.adopted,
    stop: async () => {
      await guard.stop()
      release()
    },
  }
}

async function adoptOrLaunch(asked: Launch, connection: Connection, log: (sentence: string) => void): Promise<Postmaster> {
  const { place, binaries, port } = asked
  const orphan = livingOrphan(place.cluster)
  if (!orphan) return launch(asked)
  const samePlace = orphan.port === port && orphan.socketFolder === (place.socketFolder ?? '')
  if (samePlace && (await answers(connection, orphan.pid))) {
    log(
      `PostgreSQL tournait encore (processus ${orphan.pid}) : Entrain le reprend.\nPostgreSQL was still running (process ${orphan.pid}): Entrain takes it over.`,
    )
    return adopt(orphan.pid)
  }
  await end(orphan.pid, { cluster: place.cluster, binaries })
  return launch(asked)
}

async function answers(connection: Connection, pid: number): Promise<boolean> {
  const end = Date.now() + 20_000
  while (Date.now() < end) {
    try {
      await connected({ ...connection, connectionTimeoutMillis: 5_000 }, (client) => client.query('select 1'))
      return true
    } catch {
      if (!isAlive(pid)) return false
      await pause(100)
    }
  }
  return false
}

function keepRunning(first: Postmaster, asked: Launch, log: (sentence: string) => void) {
  let current = first
  let stopping = false
  let revival = Promise.resolve()
  const watch = (postmaster: Postmaster) => {
    void postmaster.whenDead.then(() => {
      if (!stopping) revival = revive()
    })
  }
  const revive = async () => {
    log('PostgreSQL s’est arrêté sans qu’on le demande : Entrain le redémarre.\nPostgreSQL stopped without being asked: Entrain starts it again.')
    for (let wait = 100; !stopping; wait = Math.min(wait * 2, 10_000)) {
      try {
        current = await launch(asked)
        watch(current)
        return
      } catch (error) {
        log(reasonOf(error))
        await pause(wait)
      }
    }
  }
  watch(first)
  return {
    current: () => current,
    stop: async () => {
      stopping = true
      await revival
      await end(current.pid, { cluster: asked.place.cluster, binaries: asked.binaries })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

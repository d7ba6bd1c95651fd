import { join } from 'node:path'
import type pg from 'pg'
import { lockDataFolder } from '#server/postgres/folder-lock.ts'
import { connectGiven } from '#server/postgres/given.ts'
import { choosePlace } from '#server/postgres/place.ts'
import { pause } from '#server/postgres/living-process.ts'
import { codeOf, PostgresRefusal, reasonOf } from '#server/postgres/refusal.ts'
import { appRole, connected, databaseName, ownerRole } from '#server/postgres/roles.ts'
import { startPostgres } from '#server/postgres/start.ts'
import { readPasswords } from '#server/postgres/passwords.ts'
import { userForPostgres } from '#server/postgres/unprivileged-user.ts'

export type StoreSettings = { readonly dataFolder: string; readonly databaseUrl: string | undefined }

/** A database ready to be spoken to, embedded or given. */
export type Store = {
  readonly owner: pg.ClientConfig
  readonly app: pg.ClientConfig
  readonly close: () => Promise<void>
}

/** Takes the data folder for oneself and makes its database ready. Throws PostgresRefusal. */
export const openStore = async ({ dataFolder, databaseUrl }: StoreSettings, log: (sentence: string) => void): Promise<Store> => {
  if (databaseUrl === undefined) {
    const postgres = await startPostgres({ dataFolder, log, binFolder: process.env['ENTRAIN_PG_BIN'] })
    return { owner: postgres.ownerConnection, app: postgres.connection, close: postgres.stop }
  }
  const lock = lockDataFolder(dataFolder)
  if (!lock.ok) throw new PostgresRefusal(lock.reason, lock)
  try {
    const given = await connectGiven(databaseUrl, { dataFolder })
    return { owner: given.ownerConnection, app: given.connection, close: async () => lock.release() }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * The same, or the database of the Entrain that runs on this folder: for the command line beside it. One that is still opening its
 * database is waited for; when it gives up meanwhile, the database is opened here.
 */
export const reachStore = async (settings: StoreSettings, log: (sentence: string) => void): Promise<Store> => {
  const end = Date.now() + longestWaitMs
  let found: Store | undefined
  for (let tries = 0; ; tries += 1) {
    try {
      return await openStore(settings, log)
    } catch (error) {
      if (!(error instanceof PostgresRefusal) || error.reason !== 'data-folder-in-use') throw error
      if (settings.databaseUrl !== undefined) return given(settings.databaseUrl, settings.dataFolder)
      found ??= living(settings.dataFolder, error)
      const detail = await notYet(found)
      if (detail === null) return found
      if (Date.now() > end) throw new PostgresRefusal('data-folder-not-open-yet', { path: settings.dataFolder, detail })
    }
    if (tries === saidAfterTries)
      log(`Entrain ouvre encore sa base de données : la commande attend.\nEntrain is still opening its database: the command waits.`)
    await pause(betweenTriesMs)
  }
}

const longestWaitMs = 120_000
const betweenTriesMs = 100
// A moment is not worth a sentence.
const saidAfterTries = 10

// No socket yet, or one that nobody listens at; a server that starts or stops; no role or no database of ours yet.
const passing: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01', '3D000', '28000'])

/** Why a database that someone else opens cannot be used yet; `null` once it can. What does not pass by itself throws. */
const notYet = async ({ owner, app }: Store): Promise<string | null> => {
  try {
    const mayBuild = await connected(owner, async (client) => {
      const { rows } = await client.query<{ may: boolean }>(`select has_schema_privilege(current_user, 'public', 'create') as may`)
      return rows[0]?.may === true
    })
    if (!mayBuild) return 'schema public'
    await connected(app, (client) => client.query('select 1'))
    return null
  } catch (error) {
    if (passing.has(codeOf(error) ?? '')) return reasonOf(error)
    throw error
  }
}

const given = async (url: string, dataFolder: string): Promise<Store> => {
  const { ownerConnection, connection } = await connectGiven(url, { dataFolder })
  return { owner: ownerConnection, app: connection, close: async () => undefined }
}

const living = (dataFolder: string, refusal: PostgresRefusal): Store => {
  const { socketFolder } = choosePlace({
    dataFolder,
    user: userForPostgres(join(dataFolder, 'postgres')),
    sockets: process.platform !== 'win32',
    log: () => undefined,
  })
  // Without a socket the port is known to the running Entrain alone.
  if (socketFolder === undefined) throw refusal
  const passwords = readPasswords(join(dataFolder, 'postgres-passwords.json'))
  const reach = (user: string, password: string | undefined): pg.ClientConfig => ({
    host: socketFolder,
    port: 5432,
    user,
    database: databaseName,
    ...(password === undefined ? {} : { password }),
  })
  return { owner: reach(ownerRole, passwords['owner']), app: reach(appRole, passwords['app']), close: async () => undefined }
}

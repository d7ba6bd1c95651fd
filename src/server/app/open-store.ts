import { join } from 'node:path'
import type pg from 'pg'
import { lockDataFolder } from '#server/postgres/folder-lock.ts'
import { connectGiven } from '#server/postgres/given.ts'
import { choosePlace } from '#server/postgres/place.ts'
import { PostgresRefusal } from '#server/postgres/refusal.ts'
import { appRole, databaseName, ownerRole } from '#server/postgres/roles.ts'
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

/** The same, or the database of the Entrain that runs on this folder: for the command line beside it. */
export const reachStore = async (settings: StoreSettings, log: (sentence: string) => void): Promise<Store> => {
  try {
    return await openStore(settings, log)
  } catch (error) {
    if (!(error instanceof PostgresRefusal) || error.reason !== 'data-folder-in-use') throw error
    return settings.databaseUrl === undefined ? living(settings.dataFolder, error) : given(settings.databaseUrl, settings.dataFolder)
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

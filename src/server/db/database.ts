import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

/** The application's connection pool, bound by row-level security: nothing is seen before `inWorkspace`. */
export type Database = Kysely<Tables> & { readonly config: pg.PoolConfig }
/** A transaction in which a workspace is set. */
export type Tx = Transaction<Tables>

// Counts and cursors stay far below 2^53; a number keeps them JSON.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
// Days and instants are text everywhere: a Date would forget the zone and the milliseconds' spelling.
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

/** Opens the pool of the application. Statements are unnamed, so that it passes through any pooler. Close with `destroy()`. */
export const openDatabase = (config: pg.PoolConfig): Database => {
  const pool = new pg.Pool({ max: 12, ...config, types })
  // A server that dies under an idle connection is noticed by the next query.
  pool.on('error', () => undefined)
  // One that dies under a busy connection fails its query; without a listener it would end Entrain too.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return Object.assign(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), { config })
}

/** Whether the database answers. */
export const answers = async (database: Database): Promise<boolean> => {
  try {
    await sql`select 1`.execute(database)
    return true
  } catch {
    return false
  }
}

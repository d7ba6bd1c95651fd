import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { IdentityTables } from './tables.ts'

/** Who people are and where they belong: global tables, looked at before any workspace is known. */
export type IdentityDatabase = Kysely<IdentityTables>

/** A small pool of its own: signing in never waits behind the work of the day. Close with `destroy()`. */
export const openIdentityDatabase = (config: pg.PoolConfig): IdentityDatabase => {
  const pool = new pg.Pool({ max: 4, ...config })
  // A server that dies under an idle connection is noticed by the next query.
  pool.on('error', () => undefined)
  // One that dies under a busy connection fails its query; without a listener it would end Entrain too.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<IdentityTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

import { join } from 'node:path'
import pg from 'pg'
import { newPassword, readPasswords, writePasswords } from './passwords.ts'
import { codeOf, PostgresRefusal, reasonOf } from './refusal.ts'
import { appRole, connected } from './roles.ts'

export type GivenPostgres = {
  /** The user of DATABASE_URL: migrations only. */
  readonly ownerConnection: pg.ClientConfig
  /** entrain_app with its own login: bound by row-level security. */
  readonly connection: pg.ClientConfig
  /** Major version, 15 to 18. */
  readonly version: number
}

type Given = { readonly dataFolder: string }

/** The file of the data folder that keeps the password of entrain_app on a given server. */
export const givenPasswordsName = 'database-app.json'

/** Prepares an existing server (PostgreSQL 15 to 18, UTF-8) for Entrain. Throws PostgresRefusal. */
export async function connectGiven(url: string, { dataFolder }: Given): Promise<GivenPostgres> {
  const address = parse(url)
  if (decodeURIComponent(address.username) === appRole) throw new PostgresRefusal('given-user-is-app')
  const kept = join(dataFolder, givenPasswordsName)
  const slot = `${address.host}${address.pathname}${address.search}`
  const owner: pg.ClientConfig = { connectionString: url }
  return reached(owner, async (client) => {
    const version = await checkServer(client)
    const known = readPasswords(kept)[slot]
    const connection = known === undefined ? undefined : asApp(address, known)
    if (connection && (await opens(connection))) {
      await grantDoor(client)
      return { ownerConnection: owner, connection, version }
    }
    const password = await prepareApp(client, kept)
    writePasswords(kept, { ...definedOnly(readPasswords(kept)), [slot]: password })
    return { ownerConnection: owner, connection: asApp(address, password), version }
  })
}

function parse(url: string): URL {
  try {
    const address = new URL(url)
    if (/^postgres(ql)?:$/.test(address.protocol) && address.pathname.length > 1) return address
  } catch {
    throw new PostgresRefusal('given-address-wrong')
  }
  throw new PostgresRefusal('given-address-wrong')
}

function asApp(address: URL, password: string): pg.ClientConfig {
  const app = new URL(address)
  app.username = appRole
  app.password = password
  return { connectionString: app.href }
}

async function reached<Answer>(owner: pg.ClientConfig, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  try {
    return await connected(owner, work)
  } catch (error) {
    if (error instanceof PostgresRefusal) throw error
    // The address itself may hold a password: only the server's own words are shown.
    throw new PostgresRefusal('given-server-unreachable', { detail: codeOf(error) ? `${codeOf(error)} ${reasonOf(error)}` : reasonOf(error) })
  }
}

async function checkServer(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
  )
  const version = Math.floor(Number(rows[0]?.version) / 10_000)
  if (!(version >= 15 && version <= 18)) throw new PostgresRefusal('given-server-version', { found: String(version) })
  if (rows[0]?.encoding !== 'UTF8') throw new PostgresRefusal('given-server-encoding', { found: String(rows[0]?.encoding) })
  return version
}

async function opens(connection: pg.ClientConfig): Promise<boolean> {
  try {
    return await connected(connection, async () => true)
  } catch {
    return false
  }
}

/** Makes entrain_app, or gives it a new password when ours is lost and nobody is using the old one. */
async function prepareApp(client: pg.Client, kept: string): Promise<string> {
  const password = newPassword()
  const secret = pg.escapeLiteral(password)
  const { rows } = await client.query<{ bypasses: boolean; busy: boolean }>(
    `select rolsuper or rolbypassrls as bypasses, exists (select 1 from pg_stat_activity where usename = $1) as busy
     from pg_roles where rolname = $1`,
    [appRole],
  )
  if (rows[0]?.busy) throw new PostgresRefusal('given-role-in-use', { path: kept })
  try {
    await client.query(rows[0] ? `alter role ${appRole} login password ${secret}` : `create role ${appRole} login nocreatedb nocreaterole password ${secret}`)
    if (rows[0]?.bypasses) await client.query(`alter role ${appRole} nosuperuser nobypassrls`)
    await grantDoor(client)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    const { rows: who } = await client.query<{ name: string }>('select current_user as name')
    throw new PostgresRefusal('given-user-may-not-create-roles', { found: who[0]?.name ?? '' })
  }
  return password
}

async function grantDoor(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  await client.query(`grant connect on database ${pg.escapeIdentifier(rows[0]?.name ?? '')} to ${appRole}; grant usage on schema public to ${appRole}`)
}

function definedOnly(all: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

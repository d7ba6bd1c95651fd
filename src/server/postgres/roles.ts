import pg from 'pg'

export const databaseName = 'entrain'
/** Owns the database and runs migrations. */
export const ownerRole = 'entrain_owner'
/** Runs every query of the application: neither owner nor superuser, and never past row-level security. */
export const appRole = 'entrain_app'

type Passwords = { readonly owner: string; readonly app: string }

/** Makes the roles and the database, or completes what an interrupted start left. */
export async function ensureRoles(superuser: pg.ClientConfig, passwords: Passwords | undefined): Promise<void> {
  await connected({ ...superuser, database: 'postgres' }, async (client) => {
    await ensureRole(client, ownerRole, passwords?.owner)
    await ensureRole(client, appRole, passwords?.app)
    await ensureDatabase(client, databaseName)
  })
  await connected({ ...superuser, database: databaseName }, (client) => closeToOthers(client, databaseName))
}

/** One more database with the same rights, for instance one per test. */
export async function createDatabase(superuser: pg.ClientConfig, name: string, template?: string): Promise<void> {
  const from = template === undefined ? 'template0' : pg.escapeIdentifier(template)
  await connected({ ...superuser, database: 'postgres' }, async (client) => {
    await client.query(`create database ${pg.escapeIdentifier(name)} owner ${ownerRole} template ${from}`)
    // A copy carries the rights inside, not those on the database itself.
    await client.query(databaseRights(name))
  })
  if (template === undefined) await connected({ ...superuser, database: name }, (client) => closeToOthers(client, name))
}

export async function dropDatabase(superuser: pg.ClientConfig, name: string): Promise<void> {
  await connected({ ...superuser, database: 'postgres' }, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
  })
}

/** One piece of work on a connection of its own. */
export async function connected<Answer>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionTimeoutMillis: 15_000, ...config })
  // A server that dies under an idle connection is noticed by the next query.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function ensureRole(client: pg.Client, name: string, password: string | undefined): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name])
  if (rowCount === 0) await client.query(`create role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole`)
  if (password !== undefined) await client.query(`alter role ${name} password ${pg.escapeLiteral(password)}`)
}

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount === 0) await client.query(`create database ${name} owner ${ownerRole} template template0`)
}

async function closeToOthers(client: pg.Client, name: string): Promise<void> {
  await client.query(databaseRights(name))
  await client.query(`alter schema public owner to ${ownerRole}; revoke create on schema public from public; grant usage on schema public to ${appRole}`)
}

function databaseRights(name: string): string {
  const database = pg.escapeIdentifier(name)
  return `revoke all on database ${database} from public; grant connect on database ${database} to ${appRole}`
}

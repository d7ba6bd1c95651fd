import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { backup } from './backup.ts'

/** Why the database cannot be brought up to date; the version before still starts. */
export class MigrationRefusal extends Error {
  readonly reason: 'file-changed' | 'file-missing' | 'newer-database' | 'failed'
  readonly file: string
  constructor(reason: MigrationRefusal['reason'], file: string, detail = '') {
    super(sentences[reason](file, detail))
    this.name = 'MigrationRefusal'
    this.reason = reason
    this.file = file
  }
}

const sentences: Readonly<Record<MigrationRefusal['reason'], (file: string, detail: string) => string>> = {
  'file-changed': (file) =>
    `Le fichier de migration ${file} a changé depuis qu’il a été appliqué : rétablissez-le tel qu’il était. / The migration file ${file} has changed since it was applied: put it back as it was.`,
  'file-missing': (file) =>
    `Le fichier de migration ${file}, déjà appliqué, est absent : rétablissez-le. / The migration file ${file}, already applied, is missing: put it back.`,
  'newer-database': (file) =>
    `La base de données est plus récente que cet Entrain (${file}) : mettez Entrain à jour. / The database is newer than this Entrain (${file}): update Entrain.`,
  failed: (file, detail) =>
    `La migration ${file} a échoué et rien n’a été changé (${detail}). / The migration ${file} failed and nothing was changed (${detail}).`,
}

export type MigrateOptions = {
  /** Where the numbered `.sql` files are; by default, those of Entrain. */
  readonly folder?: string | undefined
  /** Where a backup goes before anything is applied to a database that already has data. */
  readonly backupFolder?: string | undefined
}
export type Migrated = { readonly applied: readonly string[]; readonly backup: string | null }

/** Numbered SQL files, in their order. */
export const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url))

type File = { readonly name: string; readonly text: string; readonly checksum: string }
const filesOf = (folder: string): readonly File[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })

// Any two Entrains starting on one database wait for each other here.
const lockNumber = 7_314_159

/** Brings the database up to date, one transaction per file, under a lock. Throws MigrationRefusal. */
export const migrate = async (ownerConfig: pg.ClientConfig, { folder = migrationsFolder, backupFolder }: MigrateOptions = {}): Promise<Migrated> => {
  const client = new pg.Client(ownerConfig)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await client.query('create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())')
    const files = filesOf(folder)
    const { rows: known } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration order by name')
    refuseTampered(files, known)
    const waiting = files.slice(known.length)
    const saved = waiting.length > 0 && known.length > 0 && backupFolder !== undefined && (await hasRows(client)) ? await backup(client, backupFolder) : null
    for (const file of waiting) await apply(client, file)
    return { applied: waiting.map(({ name }) => name), backup: saved }
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}

const refuseTampered = (files: readonly File[], known: readonly { readonly name: string; readonly checksum: string }[]): void => {
  known.forEach(({ name, checksum }, index) => {
    const file = files[index]
    if (!file) throw new MigrationRefusal('newer-database', name)
    if (file.name !== name) throw new MigrationRefusal('file-missing', name)
    if (file.checksum !== checksum) throw new MigrationRefusal('file-changed', name)
  })
}

const hasRows = async (client: pg.Client): Promise<boolean> => (await client.query('select 1 from workspace limit 1')).rowCount === 1

const apply = async (client: pg.Client, { name, text, checksum }: File): Promise<void> => {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationRefusal('failed', name, error instanceof Error ? error.message : String(error))
  }
}

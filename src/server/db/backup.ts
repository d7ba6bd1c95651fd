import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import pg from 'pg'

type Manifest = {
  readonly format: 1
  readonly at: string
  /** Tables in an order that foreign keys accept, with the number of rows of each. */
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
}

/** Tables of the schema, those that others refer to first. */
const tablesInOrder = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string; needs: string[] }>(`
    select c.relname as name, coalesce(array_agg(distinct f.relname) filter (where f.relname <> c.relname), '{}')::text[] as needs
    from pg_class c left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' left join pg_class f on f.oid = k.confrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`)
  const ordered: string[] = []
  while (ordered.length < rows.length) {
    const next = rows.filter(({ name, needs }) => !ordered.includes(name) && needs.every((need) => ordered.includes(need)))
    if (next.length === 0) throw new Error('tables refer to each other in a circle')
    ordered.push(...next.map(({ name }) => name))
  }
  return ordered
}

/** Row-level security binds the owner too: it steps aside for the length of the transaction, and comes back with it. */
const asideFor = async (client: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity and relname = any($1)`,
    [tables],
  )
  for (const { name } of rows) await client.query(`alter table ${pg.escapeIdentifier(name)} no force row level security`)
  await work()
  for (const { name } of rows) await client.query(`alter table ${pg.escapeIdentifier(name)} force row level security`)
}

const rowsAtOnce = 2000

/**
 * Everything in the database as files, one record a line, as of one instant. Returns the folder, readable by its owner
 * alone; it has its name only once it is whole.
 */
export const backup = async (client: pg.Client, backupFolder: string): Promise<string> => {
  const at = new Date().toISOString()
  const folder = join(backupFolder, at.replaceAll(':', '-'))
  const unfinished = `${folder}.unfinished`
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const tables: { name: string; rows: number }[] = []
  await client.query('begin isolation level repeatable read')
  try {
    const names = await tablesInOrder(client)
    await asideFor(client, names, async () => {
      for (const name of names) tables.push({ name, rows: await writeTable(client, name, join(unfinished, `${name}.jsonl`)) })
    })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  await writeFile(join(unfinished, 'manifest.json'), JSON.stringify({ format: 1, at, tables } satisfies Manifest), { mode: 0o600, flush: true })
  await rename(unfinished, folder)
  return folder
}

const writeTable = async (client: pg.Client, name: string, path: string): Promise<number> => {
  const file = await open(path, 'w', 0o600)
  let count = 0
  try {
    await client.query(`declare everything no scroll cursor for select to_jsonb(t)::text as line from ${pg.escapeIdentifier(name)} t`)
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from everything`)
      if (rows.length === 0) break
      count += rows.length
      await file.writeFile(rows.map(({ line }) => `${line}\n`).join(''))
    }
    await client.query('close everything')
    await file.sync()
  } finally {
    await file.close()
  }
  return count
}

/** Puts a backup into a database whose tables exist and are empty: everything, or nothing when anything is missing. */
export const restore = async (ownerConfig: pg.ClientConfig, folder: string): Promise<void> => {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
  const client = new pg.Client(ownerConfig)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin')
    const names = manifest.tables.map(({ name }) => name).filter((name) => name !== 'migration')
    await asideFor(client, names, async () => {
      for (const { name, rows } of manifest.tables) {
        if (name !== 'migration' && (await readTable(client, name, join(folder, `${name}.jsonl`))) !== rows) throw new Error(`the backup is not whole: ${name}`)
      }
    })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}

const readTable = async (client: pg.Client, name: string, path: string): Promise<number> => {
  const table = pg.escapeIdentifier(name)
  let count = 0
  let lines: string[] = []
  const flush = async () => {
    if (lines.length === 0) return
    await client.query(`insert into ${table} select (jsonb_populate_record(null::${table}, line::jsonb)).* from unnest($1::text[]) as line`, [lines])
    count += lines.length
    lines = []
  }
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    lines.push(line)
    if (lines.length >= rowsAtOnce) await flush()
  }
  await flush()
  return count
}

import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { createDatabase, dropDatabase } from '#server/postgres/roles.ts'
import { callTo, nathalie, nextId, operationOf } from '#test/ledger-app.ts'
import { writeBatch } from '../ledger/write.ts'
import { restore } from './backup.ts'
import { openDatabase } from './database.ts'
import { migrate, migrationsFolder } from './migrate.ts'

let folder: string
let names: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrain-migrations-'))
  cpSync(migrationsFolder, join(folder, 'sql'), { recursive: true })
  names = []
})
afterEach(async () => {
  for (const name of names) await dropDatabase(inject('postgres').superuser, name)
  rmSync(folder, { recursive: true })
})

const emptyDatabase = async (): Promise<pg.ClientConfig> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  names.push(name)
  await createDatabase(inject('postgres').superuser, name)
  return { ...inject('postgres').owner, database: name }
}
const asked = async (config: pg.ClientConfig, text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query(text)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}
const options = () => ({ folder: join(folder, 'sql'), backupFolder: join(folder, 'backups') })

/** A workspace with one person and one call. */
const fill = async (owner: pg.ClientConfig): Promise<void> => {
  await asked(owner, `insert into workspace (id, name) values ('${nathalie.workspaceId}', 'Atelier « Nathalie »')`)
  const database = openDatabase({ ...inject('postgres').app, database: owner.database })
  const contactId = nextId()
  await writeBatch(database, nathalie, {
    device: nextId(),
    format: 1,
    operations: [
      {
        sequence: 1,
        operation: operationOf({
          type: 'contact.add',
          contactId,
          fields: { name: 'Zoé\n"l’été" \\ 🌞', phones: [{ label: '', number: '+15145550123' }] },
          step: null,
        }),
      },
      { sequence: 2, operation: operationOf(callTo([contactId])) },
    ],
  })
  await database.destroy()
}

const everything = async (owner: pg.ClientConfig): Promise<string> => {
  const tables = await asked(
    owner,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by relname`,
  )
  const told: unknown[] = []
  for (const { name } of tables) {
    const rows = await asked(
      { ...inject('postgres').superuser, database: owner.database },
      `select to_jsonb(t) as row from "${String(name)}" t order by to_jsonb(t)::text`,
    )
    told.push([name, rows])
  }
  return JSON.stringify(told)
}

test('two starts at once apply each migration once', async () => {
  const owner = await emptyDatabase()
  const [one, other] = await Promise.all([migrate(owner, options()), migrate(owner, options())])
  expect(one.applied.length + other.applied.length).toBe(readdirSync(migrationsFolder).length)
  expect((await migrate(owner, options())).applied).toEqual([])
})

test('a migration that changed after it was applied stops the start with a sentence', async () => {
  const owner = await emptyDatabase()
  await migrate(owner, options())
  writeFileSync(join(folder, 'sql', '0001_ledger.sql'), 'select 1')
  await expect(migrate(owner, options())).rejects.toThrow(/0001_ledger\.sql has changed since it was applied/)
})

test('a database newer than the program is left alone', async () => {
  const owner = await emptyDatabase()
  writeFileSync(join(folder, 'sql', '9999_later.sql'), 'create table later (id int)')
  await migrate(owner, options())
  await expect(migrate(owner)).rejects.toThrow(/newer than this Entrain/)
})

test('a migration that fails changes nothing, and the version before still starts', async () => {
  const owner = await emptyDatabase()
  await migrate(owner)
  await fill(owner)
  const before = await everything(owner)
  writeFileSync(join(folder, 'sql', '9998_half.sql'), 'create table half (id int); insert into half values (1); select 1 / 0')
  await expect(migrate(owner, options())).rejects.toThrow(/9998_half\.sql failed and nothing was changed/)
  expect(await everything(owner)).toBe(before)
  expect((await migrate(owner)).applied).toEqual([])
})

test('a backup is made before a migration touches data, private, and gives everything back', async () => {
  const owner = await emptyDatabase()
  await migrate(owner)
  await fill(owner)
  const before = await everything(owner)
  writeFileSync(join(folder, 'sql', '9998_more.sql'), 'create table more (id int)')
  const { applied, backup } = await migrate(owner, options())
  expect(applied).toEqual(['9998_more.sql'])
  if (backup === null) throw new Error('no backup was made')
  expect(statSync(backup).mode & 0o077).toBe(0)
  expect(existsSync(`${backup}.unfinished`)).toBe(false)
  const other = await emptyDatabase()
  await migrate(other)
  await restore(other, backup)
  expect(await everything(other)).toBe(before)
  expect(await asked(other, `select count(*)::int as open from pg_class where relrowsecurity and not relforcerowsecurity`)).toEqual([{ open: 0 }])
})

test('a backup that was cut short restores nothing', async () => {
  const owner = await emptyDatabase()
  await migrate(owner)
  await fill(owner)
  writeFileSync(join(folder, 'sql', '9998_more.sql'), 'create table more (id int)')
  const { backup } = await migrate(owner, options())
  writeFileSync(join(backup ?? '', 'activity.jsonl'), '')
  const other = await emptyDatabase()
  await migrate(other)
  const empty = await everything(other)
  await expect(restore(other, backup ?? '')).rejects.toThrow(/activity_contact|not whole: activity/)
  expect(await everything(other)).toBe(empty)
})

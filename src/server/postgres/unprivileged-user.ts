import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PostgresRefusal } from './refusal.ts'

export type User = { readonly uid: number; readonly gid: number; readonly name: string }

/**
 * PostgreSQL refuses to run as root: as root, an ordinary user runs it. Undefined: whoever runs Entrain does.
 * Files that are there already keep their owner.
 */
export function userForPostgres(existingCluster: string): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readUsers()
  const owner = statSync(existingCluster, { throwIfNoEntry: false })?.uid
  const same = users.find((each) => each.uid === owner)
  if (same) return same
  for (const name of ['entrain', 'postgres', 'nobody']) {
    const user = users.find((each) => each.name === name)
    if (user) return user
  }
  // initdb looks its own user up in /etc/passwd, so a bare number is not enough.
  const other = users.find((each) => each.uid === 65534) ?? users[0]
  if (!other) throw new PostgresRefusal('no-unprivileged-user')
  return other
}

function readUsers(): readonly User[] {
  let text = ''
  try {
    text = readFileSync('/etc/passwd', 'utf8')
  } catch {
    return []
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.name !== '' && user.uid > 0 && Number.isInteger(user.gid))
}

/** Whether this user may pass every folder down to `path` and use `path` itself (4 read, 1 enter or run), by mode bits alone. */
export function canReach(path: string, user: User, need: number): boolean {
  let real: string
  try {
    real = realpathSync(path)
  } catch {
    return false
  }
  if (!allows(real, user, need)) return false
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    if (!allows(folder, user, 1)) return false
    if (folder === dirname(folder)) return true
  }
}

function allows(path: string, user: User, need: number): boolean {
  const { mode, uid, gid } = statSync(path)
  const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode
  return (bits & need) === need
}

import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secret that signs session cookies: made at the first start (256 bits, readable by its owner only), never a default. */
export const keptSecret = (dataFolder: string): string => {
  const path = join(dataFolder, 'identity-secret')
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim()
    if (kept.length >= 43) return kept
    throw new Error(`${path} is damaged: restore it from a backup, or remove it to sign everyone out and make a new one.`)
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  renameSync(draft, path)
  return readFileSync(path, 'utf8').trim()
}

/** A 256-bit secret to hand out once, as it stands in a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: enough to recognise it, useless to use it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Cookies of one machine are shared by all its ports: two Entrains side by side keep theirs apart by this mark. */
export const installationMark = (secret: string): string => createHash('sha256').update(`mark ${secret}`).digest('hex').slice(0, 8)

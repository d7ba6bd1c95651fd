import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Reads the secrets kept in this file (0600), or makes them; the file is written whole before anything relies on it. */
export function keptPasswords<Name extends string>(path: string, names: readonly Name[]): Readonly<Record<Name, string>> {
  const kept = readPasswords(path)
  const all = Object.fromEntries(names.map((name) => [name, kept[name] ?? newPassword()])) as Record<Name, string>
  if (names.some((name) => kept[name] === undefined)) writePasswords(path, all)
  return all
}

export function readPasswords(path: string): Readonly<Record<string, string | undefined>> {
  if (!existsSync(path)) return {}
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
}

export function writePasswords(path: string, passwords: Readonly<Record<string, string>>): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true })
  renameSync(draft, path)
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { codeOf } from './refusal.ts'

/** A zombie still answers to signal 0 (seen under containers whose first process reaps nothing), so its state is read too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  const state = statOf(pid)?.[0]
  return state === undefined || !['Z', 'X'].includes(state)
}

/** What tells this process from a later one with the same number; undefined where the system does not say. */
export function birthOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const born = statOf(pid)?.[19]
    return born === undefined ? undefined : `${bootIdentity()}:${born}`
  }
  if (process.platform === 'win32') return undefined
  return ps(pid, 'lstart=')
}

/** The words of its command line. */
export function commandOf(pid: number): readonly string[] | undefined {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`)?.split('\0')
  if (process.platform === 'win32') return undefined
  return ps(pid, 'command=')?.split(' ')
}

export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await pause(15)
  }
  return true
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Fields of /proc/N/stat from the state on; the name before it may hold spaces and parentheses. */
function statOf(pid: number): readonly string[] | undefined {
  if (process.platform !== 'linux') return undefined
  const text = read(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')
}

function bootIdentity(): string {
  return read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).trim()
  } catch {
    return undefined
  }
}

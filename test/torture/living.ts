import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pause, waitForEnd } from '#server/postgres/living-process.ts'
import { livingOrphan } from '#server/postgres/postmaster.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** Entrain and its PostgreSQL as real processes on a folder of their own, to be killed and started again. */
export type Living = {
  readonly url: string
  readonly dataFolder: string
  readonly start: () => Promise<void>
  /** The token of the one-time link that the last start printed. */
  readonly entryToken: () => string
  readonly kill: (what: Victim) => Promise<void>
  readonly isHealthy: () => Promise<boolean>
  readonly untilHealthy: () => Promise<number>
  readonly stop: () => Promise<void>
}
export type Victim = 'app' | 'postgres' | 'both'

const longestStart = 60_000

export const newLiving = async (): Promise<Living> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'entrain-torture-'))
  chmodSync(dataFolder, 0o711)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let said = ''
  const start = async (): Promise<void> => {
    said = ''
    const started = spawn(process.execPath, [main, 'start', '--data', dataFolder, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] })
    started.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
    })
    started.stderr.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
    })
    child = started
    const end = Date.now() + longestStart
    while (!said.includes(`:${port}`)) {
      if (started.exitCode !== null || Date.now() > end) throw new Error(`Entrain did not start:\n${said}`)
      await pause(20)
    }
  }
  const isHealthy = async (): Promise<boolean> => {
    try {
      return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(4_000) })).ok
    } catch {
      return false
    }
  }
  const cluster = (): string => {
    const sign = join(dataFolder, 'postgres-is-in.txt')
    return join(existsSync(sign) ? readFileSync(sign, 'utf8').trim() : dataFolder, 'postgres')
  }
  const killPostgres = async (): Promise<void> => {
    const pid = livingOrphan(cluster())?.pid
    if (pid === undefined) return
    process.kill(pid, 'SIGKILL')
    await waitForEnd(pid, 10_000)
  }
  const killApp = async (): Promise<void> => {
    const pid = child?.pid
    if (pid === undefined || child?.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await waitForEnd(pid, 10_000)
  }
  return {
    url,
    dataFolder,
    start,
    isHealthy,
    entryToken: () => /#jeton=(\S+)/.exec(said)?.[1] ?? '',
    kill: async (what) => {
      if (what === 'both') await Promise.all([killApp(), killPostgres()])
      else await (what === 'app' ? killApp() : killPostgres())
    },
    untilHealthy: async () => {
      const from = Date.now()
      while (!(await isHealthy())) {
        if (Date.now() - from > longestStart) throw new Error(`Entrain does not answer any more:\n${said}`)
        await pause(25)
      }
      return Date.now() - from
    },
    stop: async () => {
      child?.kill('SIGTERM')
      if (child?.pid !== undefined && !(await waitForEnd(child.pid, 30_000))) child.kill('SIGKILL')
      await killPostgres()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

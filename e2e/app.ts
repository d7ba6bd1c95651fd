import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Entrain as a person starts it: the built screens, the command, its own PostgreSQL, a data folder of its own. */
export type RunningApp = {
  readonly url: string
  /** The one-time link printed at this start. */
  readonly link: string
  readonly dataFolder: string
  /** Ends the application and leaves its data folder, for a later start. */
  readonly stop: () => Promise<void>
  readonly restart: () => Promise<RunningApp>
  /** Ends it and removes everything. */
  readonly remove: () => Promise<void>
}

const ready = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const link = /https?:\/\/\S+#jeton=\S+/.exec(said)?.[0]
      if (link) resolve(link)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`Entrain stopped with ${code}: ${said}`)))
  })

const run = async (command: 'start' | 'demo', folder: string, port: number): Promise<RunningApp> => {
  const child = spawn(process.execPath, ['src/cli/main.ts', command, '--port', String(port), '--data', join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const link = await ready(child)
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  return {
    url: new URL(link).origin,
    link,
    dataFolder: join(folder, command === 'demo' ? 'data-demo' : 'data'),
    stop,
    restart: async () => {
      await stop()
      return run(command, folder, Number(new URL(link).port))
    },
    remove: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts Entrain on a new data folder, empty or with the demo. */
export const startApp = async (command: 'start' | 'demo' = 'start'): Promise<RunningApp> => run(command, mkdtempSync(join(tmpdir(), 'entrain-e2e-')), 0)

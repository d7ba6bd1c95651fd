import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
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

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const run = async (command: 'start' | 'demo', folder: string, port: number, publicUrl: string | undefined): Promise<RunningApp> => {
  const child = spawn(
    process.execPath,
    ['src/cli/main.ts', command, '--port', String(port), '--data', join(folder, 'data'), ...(publicUrl === undefined ? [] : ['--url', publicUrl])],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const said = await ready(child)
  // The public address is nobody's: the test goes by that of this machine, as a proxy would.
  const link = publicUrl === undefined ? said : said.replace(publicUrl, `http://localhost:${port}`)
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
      return run(command, folder, Number(new URL(link).port), publicUrl)
    },
    remove: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts Entrain on a new data folder, empty or with the demo; under a public address, behind which it answers on this machine. */
export const startApp = async (command: 'start' | 'demo' = 'start', publicUrl?: string): Promise<RunningApp> =>
  run(command, mkdtempSync(join(tmpdir(), 'entrain-e2e-')), publicUrl === undefined ? 0 : await freePort(), publicUrl)

/** A public address as this machine opens it. */
export const onThisMachine = (app: Pick<RunningApp, 'url'>, address: string): string => `${app.url}${new URL(address).pathname}`

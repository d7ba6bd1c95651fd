import { createServer } from 'node:net'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { addressesOf, isLoopback } from '#server/http/addresses.ts'
import { logTo } from '#server/http/log.ts'
import type { Actor } from '#server/identity/actor.ts'
import { openIdentityDatabase } from '#server/identity/database.ts'
import { ensureOwner } from '#server/identity/owner.ts'
import { keptSecret } from '#server/identity/secret.ts'
import { newEntryToken, someOwnerHasCredential } from '#server/identity/store.ts'
import { assemble } from './assemble.ts'
import { openStore } from './open-store.ts'
import { startPost } from './post.ts'
import { StartRefusal } from './refusal.ts'
import { startReminders } from './reminders.ts'

export type StartSettings = {
  readonly port: number
  readonly portIsChosen: boolean
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly publicUrl: string | undefined
  /** Fills a new workspace with the demo, marked as such. */
  readonly demo?: boolean
  /** Believes one proxy in front about where requests come from; only with a public https address. */
  readonly behindProxy?: boolean
  /** Receives whole sentences, French then English. */
  readonly log?: (sentence: string) => void
}

export type Started = {
  readonly url: string
  readonly port: number
  /** Another port than the default one serves, which was taken. */
  readonly portMoved: boolean
  /** Opens Entrain as its owner, once, within a day; absent when others can reach this machine. */
  readonly entryLink: string | undefined
  readonly owner: Actor
  readonly stop: () => Promise<void>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version
export const webFolder = join(root, 'dist', 'web')
const pool = { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 }

/** Everything, from the data folder to the listening port. Throws PostgresRefusal, MigrationRefusal, StartRefusal. */
export const startEntrain = async (settings: StartSettings): Promise<Started> => {
  const { dataFolder, host, publicUrl, log = () => undefined } = settings
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const store = await openStore(settings, log)
    undo.push(store.close)
    await migrate(store.owner, { backupFolder: join(dataFolder, 'backups') })
    const secret = keptSecret(dataFolder)
    const database = openDatabase({ ...pool, ...store.app })
    undo.push(() => database.destroy())
    const identity = openIdentityDatabase({ ...pool, ...store.app })
    undo.push(() => identity.destroy())
    const { userId, workspaceId, isNew } = await ensureOwner(identity, { isDemo: settings.demo === true })
    const owner: Actor = { workspaceId, memberId: userId, role: 'owner' }
    if (settings.demo === true && isNew) await (await import('./demo.ts')).fillDemo(database, owner, new Date())
    if (!isLoopback(host) && !(await someOwnerHasCredential(identity))) throw new StartRefusal('no-credential', { host })

    const { app, port } = await listening(settings, (port) => {
      const addresses = addressesOf({ publicUrl, host, port })
      return assemble({
        database,
        identity,
        secret,
        dataFolder,
        addresses,
        version,
        webFolder,
        logger: logTo(dataFolder),
        behindProxy: settings.behindProxy === true && addresses.isHttps,
      })
    })
    undo.push(() => app.close())
    const { baseUrl, isOwnMachine } = addressesOf({ publicUrl, host, port })
    undo.push(startPost(database, secret, baseUrl))
    undo.push(startReminders(database, secret, baseUrl))
    return {
      url: baseUrl,
      port,
      portMoved: port !== settings.port && settings.port !== 0,
      owner,
      stop,
      entryLink: isOwnMachine ? entryLink(baseUrl, await newEntryToken(identity, userId, new Date())) : undefined,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The part after # never leaves the browser by itself: no log, no history of a server holds it. */
export const entryLink = (baseUrl: string, token: string): string => `${baseUrl}/entrer#jeton=${token}`

type Listening = { readonly app: Awaited<ReturnType<typeof assemble>>; readonly port: number }

const listening = async ({ port: wanted, portIsChosen, host }: StartSettings, made: (port: number) => ReturnType<typeof assemble>): Promise<Listening> => {
  for (const port of portsToTry(wanted, portIsChosen)) {
    const free = await freePort(host, port)
    if (free === undefined || !(await isOursByName(host, free))) continue
    const app = await made(free)
    try {
      await app.listen({ host, port: free })
      return { app, port: free }
    } catch (error) {
      await app.close()
      if (!isTaken(error)) throw error
    }
  }
  throw new StartRefusal('port-taken', { port: String(wanted) })
}

// 0 stands for any free one, which someone may take between the look and the listening: it is asked for again.
const portsToTry = (wanted: number, isChosen: boolean): readonly number[] =>
  wanted === 0 ? Array.from({ length: 20 }, () => 0) : Array.from({ length: isChosen ? 1 : Math.min(101, 65_536 - wanted) }, (_, more) => wanted + more)

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

// The address shown is localhost, which a browser looks for at ::1 first: another program there would answer in our place.
const isOursByName = async (host: string, port: number): Promise<boolean> => {
  if (!isLoopback(host)) return true
  try {
    return (await freePort('::1', port)) !== undefined
  } catch {
    // No IPv6 on this machine.
    return true
  }
}

/** The port itself when it is free (0 stands for any), undefined when taken. */
const freePort = (host: string, port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      if (isTaken(error)) return resolve(undefined)
      reject(new StartRefusal('cannot-listen', { host, port: String(port), detail: error.message }))
    })
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })

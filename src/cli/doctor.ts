import { accessSync, constants, existsSync, mkdirSync, readdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrationsFolder } from '#server/db/migrate.ts'
import { reachStore } from '#server/app/open-store.ts'
import { version, webFolder } from '#server/app/start.ts'
import type { Command } from './command.ts'
import { printed, settingsOf } from './say.ts'

type Check = { readonly name: string; readonly look: () => Promise<string> | string }

/** Looks at each thing Entrain stands on; changes nothing. Exit code 1 when one is wrong. */
export const doctor: Command = async (words) => {
  const settings = settingsOf(words)
  const checks: readonly Check[] = [
    { name: 'versions', look: () => `Entrain ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}` },
    { name: 'données · data folder', look: () => writable(settings.dataFolder) },
    { name: 'disque · disk space', look: () => free(settings.dataFolder) },
    { name: 'écrans · screens', look: () => present(join(webFolder, 'index.html')) },
    { name: 'base · database', look: () => database(settings) },
  ]
  let wrong = 0
  for (const { name, look } of checks) {
    try {
      process.stdout.write(`ok   ${name}: ${await look()}\n`)
    } catch (error) {
      wrong += 1
      process.stdout.write(`NON  ${name}: ${error instanceof Error && error.name === 'Error' ? error.message : printed(error)}\n`)
    }
  }
  return wrong === 0 ? 0 : 1
}

const writable = (folder: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  accessSync(folder, constants.R_OK | constants.W_OK)
  return folder
}

const free = (folder: string): string => {
  const { bavail, bsize } = statfsSync(folder)
  const megabytes = Math.floor((bavail * bsize) / 1_048_576)
  if (megabytes < 500) throw new Error(`${megabytes} Mo`)
  return `${megabytes} Mo · MB`
}

const present = (path: string): string => {
  if (!existsSync(path)) throw new Error(`${path}?`)
  return path
}

const database = async (settings: Parameters<typeof reachStore>[0]): Promise<string> => {
  const store = await reachStore(settings, () => undefined)
  const client = new pg.Client(store.owner)
  client.on('error', () => undefined)
  try {
    await client.connect()
    const {
      rows: [server],
    } = await client.query<{ version: string; has: boolean }>(
      "select current_setting('server_version') as version, to_regclass('migration') is not null as has",
    )
    const applied = server?.has ? ((await client.query('select 1 from migration')).rowCount ?? 0) : 0
    const known = readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql')).length
    if (applied > known) throw new Error(`migrations ${applied} > ${known}`)
    return `PostgreSQL ${server?.version ?? '?'}, migrations ${applied}/${known}`
  } finally {
    await client.end()
    await store.close()
  }
}

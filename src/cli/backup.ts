import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { backup as save, restore as bringBack } from '#server/db/backup.ts'
import { migrate } from '#server/db/migrate.ts'
import { openStore, reachStore } from '#server/app/open-store.ts'
import type { Command } from './command.ts'
import { apart, Refused, settingsOf, tell } from './say.ts'

/** Everything of the database as files, while Entrain runs or not. */
export const backup: Command = async (words) => {
  const {
    own: [folder],
    rest,
  } = apart(words, 1)
  const settings = settingsOf(rest)
  const store = await reachStore(settings, tell)
  try {
    await migrate(store.owner)
    const folderMade = await connected(store.owner, (client) => save(client, folder === undefined ? join(settings.dataFolder, 'backups') : resolve(folder)))
    process.stdout.write(`${folderMade}\n`)
    return 0
  } finally {
    await store.close()
  }
}

/** Puts a backup into an Entrain that has nothing yet. */
export const restore: Command = async (words) => {
  const {
    own: [folder],
    rest,
  } = apart(words, 1)
  if (folder === undefined || !existsSync(join(resolve(folder), 'manifest.json'))) {
    throw new Refused('Donnez le dossier d’une sauvegarde : entrain restore DOSSIER', 'Give the folder of a backup: entrain restore FOLDER', 2)
  }
  const settings = settingsOf(rest)
  const store = await openStore(settings, tell)
  try {
    await migrate(store.owner)
    const used = await connected(store.owner, async (client) => ((await client.query('select 1 from workspace limit 1')).rowCount ?? 0) > 0)
    if (used) {
      throw new Refused(
        `${settings.dataFolder} contient déjà des données, que rien n’écrase. Restaurez dans un dossier neuf, avec --data.`,
        `${settings.dataFolder} already holds data, which nothing overwrites. Restore into a new folder, with --data.`,
      )
    }
    await bringBack(store.owner, resolve(folder))
    tell('La sauvegarde est reprise.\nThe backup is restored.')
    return 0
  } finally {
    await store.close()
  }
}

const connected = async <T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

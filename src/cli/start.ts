import { startEntrain, type StartSettings } from '#server/app/start.ts'
import type { Command } from './command.ts'
import { settingsOf, tell } from './say.ts'

export const start: Command = (words) => serve({ ...settingsOf(words), log: tell })

/** The demonstration lives beside the real data, never in it. */
export const demo: Command = (words) => {
  const settings = settingsOf(words)
  return serve({ ...settings, dataFolder: `${settings.dataFolder}-demo`, demo: true, log: tell })
}

const serve = async (settings: StartSettings): Promise<number> => {
  const told = untilTold()
  const entrain = await startEntrain({ ...settings, behindProxy: process.env['ENTRAIN_TRUST_PROXY'] === '1' })
  if (entrain.portMoved) {
    tell(`Le port ${settings.port} est pris : Entrain utilise le port ${entrain.port}.`)
    tell(`Port ${settings.port} is taken: Entrain uses port ${entrain.port}.`)
  }
  const link = entrain.entryLink
  process.stdout.write(
    link === undefined
      ? `\n  Entrain est prêt : ${entrain.url}\n  Entrain is ready: ${entrain.url}\n\n`
      : `\n  Entrain est prêt. Ouvrez ce lien, qui sert une fois :\n  Entrain is ready. Open this link, which works once:\n\n  ${link}\n\n  Ensuite · Afterwards: ${entrain.url}\n\n`,
  )
  await told
  await entrain.stop()
  // Everything is closed; a handle that someone forgot must not keep the process.
  setTimeout(() => process.exit(0), 2000).unref()
  return 0
}

const parentWatchMs = 500

/** Ctrl C or a stop from outside; a second one does not wait. Under npm, its end too: it tells its shell alone, which goes without passing it on. */
const untilTold = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false
    const ask = () => {
      if (asked) process.exit(130)
      asked = true
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
    if (process.env['npm_lifecycle_event'] === undefined) return
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      ask()
    }, parentWatchMs)
    watch.unref()
  })

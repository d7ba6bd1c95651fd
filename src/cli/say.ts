import { MigrationRefusal } from '#server/db/migrate.ts'
import { PostgresRefusal } from '#server/postgres/refusal.ts'
import { StartRefusal } from '#server/app/refusal.ts'
import { readSettings, wrongSettingSentence, type Settings } from './settings.ts'

/** A refusal of the command line itself, with its two sentences. */
export class Refused extends Error {
  readonly code: number
  constructor(fr: string, en: string, code = 1) {
    super(`${fr}\n${en}`)
    this.name = 'Refused'
    this.code = code
  }
}

/** An expected refusal as its sentences; anything else with what is needed to mend it. */
export const printed = (error: unknown): string => {
  if (error instanceof Refused || error instanceof PostgresRefusal || error instanceof StartRefusal || error instanceof MigrationRefusal) return error.message
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Quelque chose n’a pas fonctionné.\nSomething went wrong.\n${detail}`
}

/** The settings of the words and the environment, or the sentence that says which is wrong. */
export const settingsOf = (words: readonly string[]): Settings => {
  const read = readSettings(process.env, words, process.cwd())
  if (read.ok) return read.settings
  const { fr, en } = wrongSettingSentence(read)
  throw new Refused(fr, en)
}

/** Splits what a command expects from the flags of the settings. */
export const apart = (words: readonly string[], most: number): { readonly own: readonly string[]; readonly rest: readonly string[] } => {
  const count = words.findIndex((word) => word.startsWith('-'))
  const own = words.slice(0, Math.min(count < 0 ? words.length : count, most))
  return { own, rest: words.slice(own.length) }
}

export const tell = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`)
}

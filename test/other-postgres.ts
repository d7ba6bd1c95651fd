import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A folder of PostgreSQL programs on this machine, and its major version. */
type Programs = { readonly folder: string; readonly major: number }

const supported = { from: 15, to: 18 } as const
/** The one that npm brings; the other checks run on it. */
export const embedded = 18

const isFolderOfPrograms = (folder: string): boolean => ['postgres', 'initdb'].every((name) => existsSync(join(folder, name)))

/** The major version that a folder of programs says it is. */
export const majorOf = (folder: string): number => {
  const said = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  return Number(/\) (\d+)/.exec(said)?.[1] ?? 0)
}

const versionsIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [])

const named = (): readonly string[] => {
  const folders = (process.env['ENTRAIN_TEST_POSTGRES'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const wrong = folders.find((folder) => !isFolderOfPrograms(folder))
  if (wrong !== undefined) throw new Error(`ENTRAIN_TEST_POSTGRES names ${wrong}, where there is no postgres and initdb`)
  return folders
}

// Where Debian, Red Hat and Homebrew put the server programs; only some of these folders are in the PATH.
const places = (): readonly string[] => [
  ...named(),
  ...(process.env['PATH'] ?? '').split(delimiter),
  ...versionsIn('/usr/lib/postgresql'),
  ...[15, 16, 17, 18].flatMap((major) => [`/usr/pgsql-${major}/bin`, `/opt/homebrew/opt/postgresql@${major}/bin`, `/usr/local/opt/postgresql@${major}/bin`]),
]

/** The PostgreSQL servers of this machine beside the embedded one: one of each major version that Entrain supports, those named by ENTRAIN_TEST_POSTGRES first. */
export const otherPostgres = (): readonly Programs[] => {
  const found = new Map<number, Programs>()
  for (const folder of new Set(places().filter((place) => place !== '' && isFolderOfPrograms(place)))) {
    const major = majorOf(folder)
    if (major >= supported.from && major <= supported.to && major !== embedded && !found.has(major)) found.set(major, { folder, major })
  }
  return [...found.values()]
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A mark of the program in some folders: it changes with any of its files, tests left out. */
export const markOf = (folders: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    for (const name of files.sort())
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(folder, name)))
        .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

// What figures are told by: the method, and what gathers its facts.
const tellers = ['../../method', '.'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
let own: string | undefined

/** The mark of what tells figures here: a Bilan kept under another one was told by other definitions. Read once. */
export const programMark = (): string => (own ??= markOf(tellers))

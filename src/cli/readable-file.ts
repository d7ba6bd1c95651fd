import { accessSync, constants, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Refused } from './say.ts'

/** Refuses a file that is not there or cannot be read; a program that asked for JSON is answered in JSON too. */
export const refuseUnreadable = (file: string, asJson: boolean): void => {
  if (isReadable(file)) return
  const [fr, en] = [`Le fichier ${file} ne peut pas être lu.`, `The file ${file} cannot be read.`]
  if (asJson) process.stdout.write(`${JSON.stringify({ file: basename(file), refused: { reason: 'not-readable', line: null }, fr, en }, null, 2)}\n`)
  throw new Refused(fr, en)
}

const isReadable = (file: string): boolean => {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}

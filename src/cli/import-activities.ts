import { statSync } from 'node:fs'
import { v7 } from 'uuid'
import { isZone } from '#method/calendar/day.ts'
import type { Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { importPast, type HistoryResult } from '#server/past/import-past.ts'
import { corrected, readMap } from './activities-mapping.ts'
import { newProgress } from './progress.ts'
import { Refused } from './say.ts'

/** How a file of past activities is to be imported, beside the file itself. */
export type HistoryOptions = {
  readonly dryRun: boolean
  readonly map: readonly string[]
  readonly ambiguous: 'skip' | 'first'
  readonly letGo: boolean
  readonly zone: string | null
  readonly currency: string | null
}

const zoneOf = (given: string): string => {
  if (isZone(given)) return given
  throw new Refused(`« ${given} » n’est pas un fuseau horaire, comme America/Toronto.`, `“${given}” is no time zone, such as America/Toronto.`, 2)
}
const currencyOf = (given: string): string => {
  if (/^[A-Z]{3}$/.test(given)) return given
  throw new Refused(`« ${given} » n’est pas une devise, comme CAD.`, `“${given}” is no currency, such as CAD.`, 2)
}

/** Reads the whole file, then writes what it brings, saying how far it is. */
export const importedActivities = async (database: Database, actor: Actor, file: string, options: HistoryOptions): Promise<HistoryResult> => {
  const { map, zone, currency, ...others } = options
  const progress = newProgress()
  const { size } = statSync(file)
  const share = (done: number, whole: number): string => `(${Math.floor((100 * done) / Math.max(1, whole))} %)`
  try {
    return await importPast(database, actor, {
      ...others,
      file,
      importId: v7(),
      now: Date.now(),
      zone: zone === null ? null : zoneOf(zone),
      currency: currency === null ? null : currencyOf(currency),
      correcting: (kinds) => {
        const said = readMap(map, kinds)
        return { mapping: (proposed) => corrected(proposed, said), isOrderChosen: said.dateOrder !== null }
      },
      onRead: (rows, bytes) => progress.say(`Lecture · Reading: ${rows} ${share(bytes, size)}`),
      onWritten: (done, whole) => progress.say(`Écriture · Writing: ${done} / ${whole} ${share(done, whole)}`),
    })
  } finally {
    progress.end()
  }
}

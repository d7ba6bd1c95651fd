import { basename } from 'node:path'
import { statSync } from 'node:fs'
import { asInstant, isZone } from '#method/calendar/day.ts'
import type { Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { paceOfMember } from '#server/contact/import-store.ts'
import { ownKinds } from '#server/past/store.ts'
import { corrected, readMap } from './activities-mapping.ts'
import { readActivities } from './activities-reading.ts'
import type { HistoryResult } from './activities-saying.ts'
import { writeActivities } from './activities-writing.ts'
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

/** Reads the whole file, then writes what it brings. Killed on its way, it can be run again: what is there is left alone. */
export const importedActivities = async (database: Database, actor: Actor, file: string, options: HistoryOptions): Promise<HistoryResult> => {
  const { dryRun, letGo, ambiguous } = options
  const member = await paceOfMember(database, actor)
  const zone = options.zone === null ? member.settings.zone : zoneOf(options.zone)
  const currency = options.currency === null ? member.settings.currency : currencyOf(options.currency)
  const pace = { ...member, settings: { ...member.settings, zone } }
  const kinds = await ownKinds(database, actor)
  const said = readMap(options.map, kinds)
  const now = Date.now()
  const progress = newProgress()
  const { size } = statSync(file)
  try {
    const read = await readActivities({
      database,
      actor,
      file,
      context: { zone, currency, now: asInstant(now), ownKinds: kinds },
      ambiguous,
      mapping: (proposed) => corrected(proposed, said),
      isOrderChosen: said.dateOrder !== null,
      dryRun,
      onProgress: (rows, bytes) => progress.say(`Lecture · Reading: ${rows} (${Math.floor((100 * bytes) / Math.max(1, size))} %)`),
    })
    const told = { file: basename(file), dryRun, zone, mapping: read.mapping }
    if (!read.ok) return { ...told, summary: null, setAside: [], refusal: read.refusal, written: null }
    const { summary, setAside } = read
    const written =
      dryRun || summary.told === 0
        ? null
        : await writeActivities(read, {
            database,
            actor,
            pace,
            fileName: basename(file),
            letGo,
            now,
            onProgress: (done, whole) => progress.say(`Écriture · Writing: ${done} / ${whole} (${Math.floor((100 * done) / Math.max(1, whole))} %)`),
          })
    return { ...told, summary, setAside, refusal: null, written }
  } finally {
    progress.end()
  }
}

import { isWritableDay, type Day } from '#method/calendar/day.ts'
import type { Evidence } from '#wire/evidence/evidence.ts'
import type { Database } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { knownKind, knownSource } from '#server/evidence/known-filters.ts'
import { toldBilan } from '#server/evidence/told-bilan.ts'
import type { Actor } from '#server/identity/actor.ts'
import type { Command } from './command.ts'
import { readFlags } from './flags.ts'
import { Refused, settingsOf } from './say.ts'
import { inWorkspaceOf } from './workspace.ts'

/** What is asked of the Bilan, as written. */
export type AskedInWords = Readonly<Record<'from' | 'to' | 'kind' | 'source', string | null>>

/** `entrain evidence --json [--from --to --kind --source --member]`: every figure of the Bilan, for people who want to check. */
export const evidence: Command = async (words) => {
  const told = readFlags(words, ['--json'], ['--from', '--to', '--kind', '--source', '--member'], ['--source'])
  const [unexpected] = told.words
  if (unexpected !== undefined) {
    throw new Refused(
      `« ${unexpected} » n’est pas attendu ici. Dites « entrain evidence --json », avec --from, --to, --kind ou --source.`,
      `“${unexpected}” is not expected here. Say “entrain evidence --json”, with --from, --to, --kind or --source.`,
      2,
    )
  }
  const asked = { from: told.one('--from'), to: told.one('--to'), kind: told.one('--kind'), source: told.one('--source') }
  return inWorkspaceOf(settingsOf(told.rest), told.one('--member'), async (database, actor) => {
    process.stdout.write(`${JSON.stringify(await evidenceOf(database, actor, asked, Date.now(), told.one('--member') === null), null, 2)}\n`)
    return 0
  })
}

const dayOrRefuse = (flag: string, given: string | null): Day | null => {
  if (given === null || isWritableDay(given)) return given
  throw new Refused(`${flag} veut un jour, comme 2026-11-23; « ${given} » n’en est pas un.`, `${flag} wants a day, such as 2026-11-23; “${given}” is none.`, 2)
}

const windowOrRefuse = (from: string | null, to: string | null): { readonly from: Day | null; readonly to: Day | null } => {
  const window = { from: dayOrRefuse('--from', from), to: dayOrRefuse('--to', to) }
  if (window.from === null || window.to === null || window.from <= window.to) return window
  throw new Refused(`--from (${window.from}) vient après --to (${window.to}).`, `--from (${window.from}) comes after --to (${window.to}).`, 2)
}

const kindOf = async (database: Database, actor: Actor, given: string | null): Promise<string | null> => {
  const known = given === null ? null : await knownKind(database, actor, given)
  if (known !== undefined) return known
  throw new Refused(`Le genre d’activité « ${given} » n’existe pas.`, `There is no kind of activity “${given}”.`, 2)
}

const sourceOf = async (database: Database, actor: Actor, given: string | null): Promise<string | null> => {
  const known = given === null ? null : await knownSource(database, actor, given)
  if (known !== undefined) return known
  throw new Refused(`Personne ne vient de « ${given} ».`, `Nobody comes from “${given}”.`, 2)
}

/** Every figure, told from the whole log at this moment. */
export const evidenceOf = async (database: Database, actor: Actor, { from, to, kind, source }: AskedInWords, now: number, isOwn = true): Promise<Evidence> => {
  const asked = {
    ...windowOrRefuse(from, to),
    kind: await kindOf(database, actor, kind),
    source: await sourceOf(database, actor, source),
  }
  return inWorkspace(database, actor, (tx) => toldBilan(tx, actor, asked, now, isOwn))
}

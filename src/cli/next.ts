import { asInstant, type Instant } from '#method/calendar/day.ts'
import { nextQuery, type NextAnswer } from '#wire/next/next.ts'
import type { Database } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Actor } from '#server/identity/actor.ts'
import { whoNext } from '#server/next/who-next.ts'
import type { Command } from './command.ts'
import { readFlags } from './flags.ts'
import { Refused, settingsOf } from './say.ts'
import { inWorkspaceOf } from './workspace.ts'

/** What `--limit` and `--language` ask for, or the sentence that says which is wrong. */
export const askedOf = (limit: string | null, language: string | null): { readonly limit: number; readonly language: 'fr' | 'en' | null } => {
  const wanted = nextQuery.shape.limit.safeParse(limit ?? undefined)
  if (!wanted.success) throw new Refused('--limit veut un nombre de 1 à 200.', '--limit wants a number from 1 to 200.', 2)
  const said = nextQuery.shape.language.safeParse(language ?? undefined)
  if (!said.success) throw new Refused('--language veut « fr » ou « en ».', '--language wants “fr” or “en”.', 2)
  return { limit: wanted.data, language: said.data ?? null }
}

/** `entrain next --json [--limit --language --member]`: who comes next and why, as `GET /api/next` answers it. */
export const next: Command = async (words) => {
  const told = readFlags(words, ['--json'], ['--limit', '--language', '--member'])
  const [unexpected] = told.words
  if (unexpected !== undefined) {
    throw new Refused(
      `« ${unexpected} » n’est pas attendu ici. Dites « entrain next --json », avec --limit ou --language.`,
      `“${unexpected}” is not expected here. Say “entrain next --json”, with --limit or --language.`,
      2,
    )
  }
  const asked = askedOf(told.one('--limit'), told.one('--language'))
  return inWorkspaceOf(settingsOf(told.rest), told.one('--member'), async (database, actor) => {
    process.stdout.write(`${JSON.stringify(await nextOf(database, actor, asked, asInstant(Date.now())), null, 2)}\n`)
    return 0
  })
}

/** Who comes next for a member at one moment. */
export const nextOf = (database: Database, actor: Actor, asked: ReturnType<typeof askedOf>, now: Instant): Promise<NextAnswer> =>
  inWorkspace(database, actor, (tx) => whoNext(tx, actor, { ...asked, now }))

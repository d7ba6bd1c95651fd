import { isBuiltIn } from '#method/activity/kind.ts'
import { foldWords } from '#method/contact/fold.ts'
import { readKind } from '#method/past/kind-words.ts'
import type { Database } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Actor } from '#server/identity/actor.ts'
import { ownKinds } from '../past/store.ts'
import { writtenSources } from './store.ts'

/** The kind that goes by an id, by its own name, or by a word of either language; `undefined` when none does. */
export const knownKind = async (database: Database, actor: Actor, given: string): Promise<string | undefined> => {
  if (isBuiltIn(given)) return given
  const own = await ownKinds(database, actor)
  const known = own.get(foldWords(given)) ?? readKind(foldWords(given))?.kind
  if (known !== undefined && known !== 'sale') return known
  return [...own.values()].includes(given) ? given : undefined
}

/** A source of someone in the workspace, whatever the case, the accents and the signs; blank is that of whoever has none. */
export const knownSource = async (database: Database, actor: Actor, given: string): Promise<string | undefined> => {
  if (given.trim() === '') return ''
  const known = await inWorkspace(database, actor, (tx) => writtenSources(tx, actor.workspaceId))
  const isIt = (source: string): boolean => foldWords(source) === foldWords(given) && (foldWords(given) !== '' || source.trim() === given.trim())
  return known.some(isIt) ? given.trim() : undefined
}

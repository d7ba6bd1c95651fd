import { v7 } from 'uuid'
import { isMadeOfWord } from '#method/past/kind-of-word.ts'
import { asInstant } from '#method/calendar/day.ts'
import type { Change, ImportBatch, Refusal } from '#method/ledger/operation.ts'
import { format, largestBatch, largestImportPart } from '#wire/ledger/operation.ts'
import type { Database } from '#server/db/database.ts'
import { readById } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Actor } from '#server/identity/actor.ts'
import { writeBatch } from '../ledger/write.ts'
import { factsStanding, kindsUnused, peopleStranded } from './store.ts'

// Finding the facts of a person together takes a sort: few pages, each of many parts.
const pageLength = 20_000

/** How a withdrawal went: `isWhole` once nothing of the import counts; otherwise it goes on where it stopped when asked again. */
export type Withdrawn = { readonly isWhole: boolean; readonly facts: number; readonly refused: Refusal | null }

/** How it is made: by which clock, in whose zone, until when at most, telling how far it is. */
export type Withdrawing = {
  readonly zone: string
  readonly now: () => number
  readonly until: number
  readonly onProgress?: (facts: number) => void
}

const write = async (database: Database, actor: Actor, changes: readonly Change[], { zone, now }: Withdrawing): Promise<Refusal | null> => {
  const operations = changes.map((change) => ({ sequence: null, operation: { id: v7(), at: asInstant(now()), zone, change } }))
  const { answers } = await writeBatch(database, actor, { device: null, format, operations })
  const refused = answers.find(({ status }) => status === 'refused')
  return refused?.status === 'refused' ? refused.reason : null
}

/** Lets go of the people of imports already taken back, who had stayed for what this one said of them. */
const dropStranded = async (database: Database, actor: Actor, importId: string, withdrawing: Withdrawing): Promise<Omit<Withdrawn, 'facts'>> => {
  for (;;) {
    const ids = await inWorkspace(database, actor, (tx) => peopleStranded(tx, actor.workspaceId, importId, largestBatch))
    if (ids.length === 0) return { isWhole: true, refused: null }
    const changes = ids.map((contactId): Change => ({ type: 'contact.delete', contactId, deleted: true }))
    const refused = await write(database, actor, changes, withdrawing)
    if (refused || withdrawing.now() > withdrawing.until) return { isWhole: false, refused }
  }
}

/** Puts away the kinds that words of files made, and that nothing uses any more. */
const putKindsAway = async (database: Database, actor: Actor, importId: string, withdrawing: Withdrawing): Promise<Refusal | null> => {
  const unused = await inWorkspace(database, actor, (tx) => kindsUnused(tx, actor.workspaceId, importId))
  const changes = unused.filter(isMadeOfWord).map((kind): Change => ({ type: 'kind.put', kind: { ...kind, archived: true } }))
  return changes.length === 0 ? null : write(database, actor, changes, withdrawing)
}

/**
 * Withdraws the activities and sales that an import brought, part by part, then the kinds that only they had, then the people who had
 * stayed for them alone; its own people stay until the import itself is undone.
 */
export const withdrawFacts = async (database: Database, actor: Actor, importId: string, withdrawing: Withdrawing): Promise<Withdrawn> => {
  let facts = 0
  for (;;) {
    const page = await inWorkspace(database, actor, (tx) => factsStanding(tx, actor.workspaceId, importId, pageLength))
    const length = Math.max(page.activityIds.length, page.saleIds.length)
    if (length === 0) {
      const refused = await putKindsAway(database, actor, importId, withdrawing)
      return refused ? { isWhole: false, facts, refused } : { ...(await dropStranded(database, actor, importId, withdrawing)), facts }
    }
    for (let from = 0; from < length; from += largestImportPart) {
      const part = (ids: readonly string[]): readonly string[] => ids.slice(from, from + largestImportPart)
      const [activityIds, saleIds] = [part(page.activityIds), part(page.saleIds)]
      const refused = await write(database, actor, [{ type: 'history.undo', importId, activityIds, saleIds }], withdrawing)
      if (refused) return { isWhole: false, facts, refused }
      facts += activityIds.length + saleIds.length
      withdrawing.onProgress?.(facts)
      if (withdrawing.now() > withdrawing.until) return { isWhole: false, facts, refused: null }
    }
  }
}

/** Takes an import back: its facts, then the people whom nobody has worked with since. */
export const takeBack = async (database: Database, actor: Actor, importId: string, withdrawing: Withdrawing): Promise<Withdrawn> => {
  const withdrawn = await withdrawFacts(database, actor, importId, withdrawing)
  if (!withdrawn.isWhole) return withdrawn
  const refused = await write(database, actor, [{ type: 'import.undo', importId }], withdrawing)
  return { ...withdrawn, isWhole: refused === null, refused }
}

/** An import of the workspace, or nothing. */
export const importOf = (database: Database, actor: Actor, importId: string): Promise<ImportBatch | undefined> =>
  inWorkspace(database, actor, (tx) => readById(tx, 'importBatch', actor.workspaceId, importId))

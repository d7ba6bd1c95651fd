import { v7 } from 'uuid'
import { asInstant } from '#method/calendar/day.ts'
import type { Change, ImportBatch, Refusal } from '#method/ledger/operation.ts'
import { format, largestImportPart } from '#wire/ledger/operation.ts'
import type { Database } from '#server/db/database.ts'
import { readById } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Actor } from '#server/identity/actor.ts'
import { writeBatch } from '../ledger/write.ts'
import { factsStanding } from './store.ts'

// Finding the facts of a person together takes a sort: few pages, each of many parts.
const pageLength = 20_000

/** How a taking back went: `isWhole` once the people are back too; otherwise it goes on where it stopped when asked again. */
export type TakenBack = { readonly isWhole: boolean; readonly facts: number; readonly refused: Refusal | null }

/** How a taking back is made: at what moment, in whose zone, until when at most, telling how far it is. */
export type TakingBack = {
  readonly zone: string
  readonly now: () => number
  readonly until: number
  readonly onProgress?: (facts: number) => void
}

/** Takes an import back, facts first and part by part, then the people whom nobody has worked with since. */
export const takeBack = async (database: Database, actor: Actor, importId: string, { zone, now, until, onProgress }: TakingBack): Promise<TakenBack> => {
  const write = async (change: Change): Promise<Refusal | null> => {
    const operation = { id: v7(), at: asInstant(now()), zone, change }
    const { answers } = await writeBatch(database, actor, { device: null, format, operations: [{ sequence: null, operation }] })
    const [answer] = answers
    return answer?.status === 'refused' ? answer.reason : null
  }
  let facts = 0
  for (;;) {
    const page = await inWorkspace(database, actor, (tx) => factsStanding(tx, actor.workspaceId, importId, pageLength))
    if (page.activityIds.length + page.saleIds.length === 0) break
    for (let from = 0; from < Math.max(page.activityIds.length, page.saleIds.length); from += largestImportPart) {
      const part = (ids: readonly string[]): readonly string[] => ids.slice(from, from + largestImportPart)
      const [activityIds, saleIds] = [part(page.activityIds), part(page.saleIds)]
      const refused = await write({ type: 'history.undo', importId, activityIds, saleIds })
      if (refused) return { isWhole: false, facts, refused }
      facts += activityIds.length + saleIds.length
      onProgress?.(facts)
      if (now() > until) return { isWhole: false, facts, refused: null }
    }
  }
  const refused = await write({ type: 'import.undo', importId })
  return { isWhole: refused === null, facts, refused }
}

/** An import of the workspace, or nothing. */
export const importOf = (database: Database, actor: Actor, importId: string): Promise<ImportBatch | undefined> =>
  inWorkspace(database, actor, (tx) => readById(tx, 'importBatch', actor.workspaceId, importId))

import type { Operation } from '#method/ledger/operation.ts'
import { format, largestBatch } from '#wire/ledger/operation.ts'
import type { Answer, PushAnswer } from '#wire/ledger/sync.ts'
import type { Database } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Actor } from '#server/identity/actor.ts'
import { movementsOf } from '#server/db/movements.ts'
import { isItsOwnFault, push, type Batch, type Fault } from './push.ts'

/** Writes a batch durably, then tells the other devices: the one way in, for every door. */
export const writeBatch = async (database: Database, actor: Actor, batch: Batch): Promise<PushAnswer> => {
  const pushed = (fault: Fault): Promise<PushAnswer> => inWorkspace(database, actor, (tx) => push(tx, actor, batch, fault))
  // A value that the database refuses is rare: only then is everything done again, with the care that finds the one at fault.
  const answer = await pushed('fail').catch((error: unknown) => {
    if (isItsOwnFault(error)) return pushed('set-apart')
    throw error
  })
  if (answer.answers.some(({ status }) => status === 'ok')) movementsOf(database).announce({ workspaceId: actor.workspaceId, cursor: answer.cursor })
  return answer
}

/** Writes any number of operations from no device, such as an import of the command line, batch after batch in their order. */
export const applyOperations = async (database: Database, actor: Actor, operations: Iterable<Operation>): Promise<readonly Answer[]> => {
  const answers: Answer[] = []
  let batch: Operation[] = []
  let rows = 0
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const written = await writeBatch(database, actor, { device: null, format, operations: batch.map((operation) => ({ sequence: null, operation })) })
    answers.push(...written.answers)
    batch = []
    rows = 0
  }
  for (const operation of operations) {
    batch.push(operation)
    rows += operation.change.type === 'contact.import' ? operation.change.rows.length : 1
    // A transaction is one page of somebody's sync: a few thousand rows at most.
    if (batch.length >= largestBatch || rows >= 2000) await flush()
  }
  await flush()
  return answers
}

import { sql } from 'kysely'
import type { Instant } from '#method/calendar/day.ts'
import type { MessageState, OutboundMessage } from '#method/message/message.ts'
import type { Database, Tx } from '#server/db/database.ts'
import { readRows, toWriteRows, writeTogether } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { movementsOf } from '#server/db/movements.ts'
import { giveBackCursor, takeCursor } from '../ledger/store.ts'

type Place = { readonly workspaceId: string; readonly memberId: string }

/** Every workspace, for a round at the start; the table is global. */
export const workspaces = async (db: Database): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select id from workspace`.execute(db)
  return rows.map(({ id }) => id)
}

/** The ids of the messages of a workspace in a state, oldest first. */
export const messagesIn = async (db: Database, workspaceId: string, state: MessageState): Promise<readonly string[]> =>
  inWorkspace(db, { workspaceId, memberId: '' }, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from message where workspace_id = ${workspaceId}::uuid and state = ${state} order by at, id limit 100`.execute(tx)
    return rows.map(({ id }) => id)
  })

const messageForUpdate = async (tx: Tx, workspaceId: string, id: string): Promise<OutboundMessage | undefined> =>
  (await readRows(tx, 'message', workspaceId, sql`t.id = ${id}::uuid`))[0]

/**
 * Moves a message from one state to another, if it is still in the first: the writers of a workspace stand in one line, so
 * that of two processes only one claims it. `decide` gives the new state in the same transaction; `null` leaves it as it is.
 */
export const moveMessage = async (
  db: Database,
  place: Place,
  id: string,
  from: MessageState,
  decide: (
    tx: Tx,
    message: OutboundMessage,
  ) => Promise<(Pick<OutboundMessage, 'state' | 'detail'> & { readonly closing?: string; readonly sentAt?: Instant }) | null>,
): Promise<OutboundMessage | null> => {
  const moved = await inWorkspace(db, place, async (tx) => {
    const rev = await takeCursor(tx, place.workspaceId)
    const message = await messageForUpdate(tx, place.workspaceId, id)
    const next = message?.state === from ? await decide(tx, message) : null
    if (!message || !next) {
      await giveBackCursor(tx, place.workspaceId)
      return null
    }
    const row: OutboundMessage = { ...message, ...next }
    await writeTogether(tx, toWriteRows('message', place.workspaceId, rev, [row]))
    return { row, rev }
  })
  if (moved) movementsOf(db).announce({ workspaceId: place.workspaceId, cursor: moved.rev })
  return moved?.row ?? null
}

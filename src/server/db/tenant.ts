import { sql } from 'kysely'
import type { Actor } from '#server/identity/actor.ts'
import type { Database, Tx } from './database.ts'

/**
 * One piece of work in the actor's workspace: everything or nothing, and nothing of anybody else's. The only way to reach
 * a tenant table; the settings end with the transaction, so that a pooled connection forgets them.
 */
export const inWorkspace = <T>(database: Database, actor: Pick<Actor, 'workspaceId' | 'memberId'>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction().execute(async (tx) => {
    await sql`select set_config('app.workspace', ${actor.workspaceId}, true), set_config('app.member', ${actor.memberId}, true)`.execute(tx)
    return work(tx)
  })

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

/** Work inside a transaction that is undone alone when it fails for a fault of its own: `null` then, and the transaction goes on. */
export const tried = async <T>(tx: Tx, isItsOwnFault: (error: unknown) => boolean, work: () => Promise<T>): Promise<T | null> => {
  await sql`savepoint attempt`.execute(tx)
  try {
    const done = await work()
    await sql`release savepoint attempt`.execute(tx)
    return done
  } catch (error) {
    if (!isItsOwnFault(error)) throw error
    await sql`rollback to savepoint attempt`.execute(tx)
    return null
  }
}

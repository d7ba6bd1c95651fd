import { sql } from 'kysely'
import type { Database } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/tenant.ts'

/** The browsers that a workspace reminds. */
export const devicesOf = (database: Database, workspaceId: string): Promise<readonly string[]> =>
  inWorkspace(database, { workspaceId, memberId: '' }, async (tx) => {
    const { rows } = await sql<{ endpoint: string }>`select endpoint from push_device order by endpoint`.execute(tx)
    return rows.map(({ endpoint }) => endpoint)
  })

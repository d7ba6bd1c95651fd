import { sql } from 'kysely'
import type { GoalVersion } from '#method/goal/goal.ts'
import type { Tx } from '#server/db/database.ts'
import { readRows } from '#server/db/rows.ts'

/** Every version of a member's goals, oldest first. */
export const goalsOfMember = (tx: Tx, workspaceId: string, memberId: string): Promise<readonly GoalVersion[]> =>
  readRows(tx, 'goal', workspaceId, sql`t.member_id = ${memberId} order by t.effective_from, t.id`)

import { sql } from 'kysely'
import type { Day } from '#method/calendar/day.ts'
import type { Sale } from '#method/sale/sale.ts'
import type { Tx } from '#server/db/database.ts'
import { readRows } from '#server/db/rows.ts'

/** A member's own sales of these days, both included. */
export const salesOfDays = (tx: Tx, workspaceId: string, memberId: string, from: Day, to: Day): Promise<readonly Sale[]> =>
  readRows(tx, 'sale', workspaceId, sql`t.member_id = ${memberId} and t.day between ${from}::date and ${to}::date`)

import { sql } from 'kysely'
import type { Day } from '#method/calendar/day.ts'
import type { Sale } from '#method/sale/sale.ts'
import type { Tx } from '#server/db/database.ts'
import { readRows } from '#server/db/rows.ts'

/** Everything sold to these people, newest first. */
export const salesToPeople = (tx: Tx, workspaceId: string, people: readonly string[]): Promise<readonly Sale[]> =>
  readRows(tx, 'sale', workspaceId, sql`t.contact_id = any(${people}::uuid[]) order by t.occurred_at desc, t.id desc`)

/** A member's own sales of these days, both included. */
export const salesOfDays = (tx: Tx, workspaceId: string, memberId: string, from: Day, to: Day): Promise<readonly Sale[]> =>
  readRows(tx, 'sale', workspaceId, sql`t.member_id = ${memberId} and t.day between ${from}::date and ${to}::date`)

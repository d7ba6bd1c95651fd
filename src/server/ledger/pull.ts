import { addDays, type Day } from '#method/calendar/day.ts'
import { longestPurchaseDays } from '#method/consent/packs.ts'
import { tables, type Rows, type Table } from '#method/ledger/operation.ts'
import { format } from '#wire/ledger/operation.ts'
import type { PullAnswer } from '#wire/ledger/sync.ts'
import type { Tx } from '#server/db/database.ts'
import { rowOf } from '#server/db/rows.ts'
import type { Actor } from '#server/identity/actor.ts'
import { readChanges, readEnd, workspaceOf } from './pull-store.ts'
import { cursorOf, deviceOf } from './store.ts'

/** Days of activities that a device keeps; older ones are known by their daily counts. */
export const activityWindow = 90
/** Days of sales that a device keeps: all that the law may still rest on, so that it says there what it says here. */
export const saleWindow = longestPurchaseDays
/** Rows in a page, unless one transaction alone has more. */
export const largestPage = 2000

/** What changed after `since`: a page that never cuts a transaction, so that a device is always as of one moment. */
export const pull = async (tx: Tx, actor: Actor, since: number, today: Day, device: string | null = null): Promise<PullAnswer> => {
  const last = await cursorOf(tx, actor.workspaceId)
  const windows = { since, activitiesFrom: addDays(today, -activityWindow), salesFrom: addDays(today, -saleWindow), memberId: actor.memberId }
  const end = since >= last ? since : await readEnd(tx, actor.workspaceId, windows, last, largestPage)
  const changes = since >= last ? [] : await readChanges(tx, actor.workspaceId, windows, end)
  const rows = Object.fromEntries(tables.map((table) => [table, []])) as unknown as { [T in Table]: Rows[T][] }
  const rollUps: PullAnswer['rollUps'][number][] = []
  for (const { name, told } of changes) {
    if (name === 'rollUp') rollUps.push(told as PullAnswer['rollUps'][number])
    else (rows[name] as unknown[]).push(rowOf(name, told))
  }
  const { name, isDemo } = await workspaceOf(tx, actor.workspaceId)
  return {
    // A device that knows more than the server (a backup was restored) starts again from the beginning.
    cursor: since > last ? 0 : end,
    more: since > last ? last > 0 : end < last,
    rows,
    rollUps,
    workspace: { id: actor.workspaceId, name, memberId: actor.memberId, role: actor.role, isDemo },
    format,
    wipe: device !== null && (await deviceOf(tx, actor.workspaceId, actor.memberId, device)).wipe,
  }
}

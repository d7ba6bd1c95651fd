import { sql } from 'kysely'
import type { Activity } from '#method/activity/activity.ts'
import { isInstant, type Day } from '#method/calendar/day.ts'
import type { Tx } from '#server/db/database.ts'
import { readRows } from '#server/db/rows.ts'
import { Problem } from '#server/http/problem.ts'

type Page = { readonly activities: readonly Activity[]; readonly next: string | null }

// The place of an activity in a history: its moment and its id.
const placeOf = (before: string | undefined): { readonly at: string | null; readonly id: string | null } => {
  if (before === undefined) return { at: null, id: null }
  const [at, id] = before.split('_')
  if (at === undefined || id === undefined || !isInstant(at) || !/^[0-9a-f-]{36}$/.test(id)) throw new Problem(400, 'not-readable')
  return { at, id }
}

/** A page of the activities with these people, newest first, undone ones included. */
export const activitiesOfPeople = async (tx: Tx, workspaceId: string, people: readonly string[], before: string | undefined, limit: number): Promise<Page> => {
  const { at, id } = placeOf(before)
  const found = await readRows(
    tx,
    'activity',
    workspaceId,
    sql`
    t.id in (
      select a.activity_id from activity_contact a where a.workspace_id = ${workspaceId}::uuid and a.contact_id = any(${people}::uuid[])
        and (${at}::timestamptz is null or (a.occurred_at, a.activity_id) < (${at}::timestamptz, ${id}::uuid))
      group by a.occurred_at, a.activity_id order by a.occurred_at desc, a.activity_id desc limit ${limit + 1})
    order by t.occurred_at desc, t.id desc`,
  )
  const activities = found.slice(0, limit)
  const last = activities.at(-1)
  return { activities, next: found.length > limit && last ? `${last.occurredAt}_${last.id}` : null }
}

/** A member's own activities of these days, both included. */
export const activitiesOfDays = (tx: Tx, workspaceId: string, memberId: string, from: Day, to: Day): Promise<readonly Activity[]> =>
  readRows(tx, 'activity', workspaceId, sql`t.member_id = ${memberId} and t.day between ${from}::date and ${to}::date`)

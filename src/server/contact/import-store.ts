import { sql } from 'kysely'
import type { WorkCalendar } from '#method/calendar/schedule.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { GoalVersion } from '#method/goal/goal.ts'
import { defaultSettings, type Settings } from '#method/ledger/settings.ts'
import type { Database } from '#server/db/database.ts'
import { readRows } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Actor } from '#server/identity/actor.ts'

const page = 2000
const first = '00000000-0000-0000-0000-000000000000'

/** Everyone whom a file may tell of again: present or archived, a page at a time. */
export async function* peopleKnown(database: Database, actor: Actor): AsyncGenerator<readonly Contact[], void> {
  let after = first
  for (;;) {
    const from = after
    const people = await inWorkspace(database, actor, (tx) =>
      readRows(tx, 'contact', actor.workspaceId, sql`t.id > ${from}::uuid and t.deleted_at is null and t.merged_into is null order by t.id limit ${page}`),
    )
    if (people.length > 0) yield people
    if (people.length < page) return
    after = people.at(-1)?.id ?? from
  }
}

/** These people, by their ids. */
export const peopleOf = async (database: Database, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Contact>> => {
  const people = await inWorkspace(database, actor, (tx) => readRows(tx, 'contact', actor.workspaceId, sql`t.id = any(${[...new Set(ids)]}::uuid[])`))
  return new Map(people.map((person) => [person.id, person]))
}

/** What sets the pace of first steps: the member's settings, calendar and goals. */
export const paceOfMember = (
  database: Database,
  actor: Actor,
): Promise<{ readonly settings: Settings; readonly calendar: WorkCalendar; readonly goals: readonly GoalVersion[] }> =>
  inWorkspace(database, actor, async (tx) => {
    const { workspaceId, memberId } = actor
    const own = sql`t.member_id = ${memberId}`
    const [settings] = await readRows(tx, 'settings', workspaceId, sql`t.id = ${memberId}`)
    return {
      settings: settings ?? defaultSettings(memberId),
      calendar: { schedules: await readRows(tx, 'schedule', workspaceId, own), daysOff: await readRows(tx, 'dayOff', workspaceId, own) },
      goals: await readRows(tx, 'goal', workspaceId, own),
    }
  })

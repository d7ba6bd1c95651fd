import { sql } from 'kysely'
import type { Day, Instant } from '#method/calendar/day.ts'
import { dayPageId } from '#method/day/day-page.ts'
import { remindersDue, type ReminderName } from '#method/day/reminder.ts'
import { dayOf } from '#method/calendar/day.ts'
import type { Database, Tx } from '#server/db/database.ts'
import { readById, readRows } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { BrowserKeys } from './sealed.ts'

type Place = { readonly workspaceId: string; readonly memberId: string }

/** A browser that asked to be reminded. */
export type PushDevice = BrowserKeys & { readonly endpoint: string }

// One person has a few browsers; more is a page that asks over and over.
const mostDevices = 20

/** Every workspace, to look for what is due in each. */
export const workspacesWithPush = async (db: Database): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select id from workspace`.execute(db)
  return rows.map(({ id }) => id)
}

/** Keeps a browser, its keys as it gave them last; the oldest leave when there are too many. */
export const keepPushDevice = async (tx: Tx, { workspaceId, memberId }: Place, { endpoint, p256dh, auth }: PushDevice): Promise<void> => {
  await sql`
    insert into push_device (workspace_id, member_id, endpoint, p256dh, auth) values (${workspaceId}::uuid, ${memberId}, ${endpoint}, ${p256dh}, ${auth})
    on conflict (workspace_id, member_id, endpoint) do update set p256dh = excluded.p256dh, auth = excluded.auth`.execute(tx)
  await sql`
    delete from push_device where workspace_id = ${workspaceId}::uuid and member_id = ${memberId} and endpoint not in (
      select endpoint from push_device where workspace_id = ${workspaceId}::uuid and member_id = ${memberId} order by made_at desc limit ${mostDevices})`.execute(
    tx,
  )
}

/** Forgets a browser of the member. */
export const forgetPushDevice = async (tx: Tx, { workspaceId, memberId }: Place, endpoint: string): Promise<void> => {
  await sql`delete from push_device where workspace_id = ${workspaceId}::uuid and member_id = ${memberId} and endpoint = ${endpoint}`.execute(tx)
}

/** One reminder on its way to one browser, already marked as given. */
export type Reminder = {
  readonly name: ReminderName
  readonly language: 'fr' | 'en'
  readonly contact: string
  readonly device: PushDevice
  readonly place: Place
}

type Row = PushDevice & { readonly memberId: string; readonly morningOn: Day | null; readonly eveningOn: Day | null }

/**
 * The reminders due now in a workspace, marked as given in the same transaction: one that does not arrive is lost, none comes twice. People who left
 * are reminded of nothing.
 */
export const takeDueReminders = (db: Database, workspaceId: string, now: Instant): Promise<readonly Reminder[]> =>
  inWorkspace(db, { workspaceId, memberId: '' }, async (tx) => {
    const { rows } = await sql<Row>`
      select d.member_id as "memberId", d.endpoint, d.p256dh, d.auth, d.morning_on as "morningOn", d.evening_on as "eveningOn"
      from push_device d where d.workspace_id = ${workspaceId}::uuid and exists (
        select 1 from identity_member m where m.workspace_id = d.workspace_id and m.user_id::text = d.member_id and m.removed_at is null)
      for update of d skip locked`.execute(tx)
    const due: Reminder[] = []
    for (const memberId of new Set(rows.map((row) => row.memberId))) {
      const settings = await readById(tx, 'settings', workspaceId, memberId)
      if (!settings || (settings.reminders.morning === null && settings.reminders.evening === null)) continue
      const today = dayOf(now, settings.zone)
      const [schedules, daysOff, page] = [
        await readRows(tx, 'schedule', workspaceId, sql`t.member_id = ${memberId}`),
        await readRows(tx, 'dayOff', workspaceId, sql`t.member_id = ${memberId}`),
        await readById(tx, 'dayPage', workspaceId, dayPageId(memberId, today)),
      ]
      for (const { endpoint, p256dh, auth, morningOn, eveningOn } of rows.filter((row) => row.memberId === memberId)) {
        const facts = { reminders: settings.reminders, now, zone: settings.zone, calendar: { schedules, daysOff }, page: page ?? null }
        for (const name of remindersDue({ ...facts, remindedOn: { morning: morningOn, evening: eveningOn } })) {
          const column = sql.ref(name === 'morning' ? 'morning_on' : 'evening_on')
          await sql`
            update push_device set ${column} = ${today}::date
            where workspace_id = ${workspaceId}::uuid and member_id = ${memberId} and endpoint = ${endpoint}`.execute(tx)
          const contact = settings.sender?.email ?? ''
          due.push({ name, language: settings.language, contact, device: { endpoint, p256dh, auth }, place: { workspaceId, memberId } })
        }
      }
    }
    return due
  })

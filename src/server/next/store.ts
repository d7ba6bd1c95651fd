import { sql, type RawBuilder } from 'kysely'
import type { Activity } from '#method/activity/activity.ts'
import { addDays, type Day } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Rows, Table } from '#method/ledger/operation.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import type { Tx } from '#server/db/database.ts'
import { columnsBut, nameOf, readRows, rowOf, type Told } from '#server/db/rows.ts'
import type { Actor } from '#server/identity/actor.ts'
import { activityWindow, saleWindow } from '../ledger/pull.ts'

/** What the ranking reads of a workspace: what a device holds of it, and no words that it does not look at. */
export type ReadRows = {
  readonly contact: readonly Contact[]
  readonly activity: readonly Activity[]
  readonly message: readonly OutboundMessage[]
  readonly windowFrom: Day
} & { readonly [T in 'sale' | 'consent' | 'enquiry' | 'event' | 'invitation' | 'offer' | 'dayPage' | 'schedule' | 'dayOff']: readonly Rows[T][] }

// What neither the ranking nor the law reads of a person.
const unreadContact = { role: '', website: '', birthday: '', tags: [], notes: '', interests: [], lastWords: '', lastWordsAt: null } satisfies Partial<Contact>
const page = 5000
const noId = '00000000-0000-0000-0000-000000000000'

/** Rows in pages by their ids, so that the server answers others between two pages; `unread` fields are not brought. */
const inPages = async <T extends Table>(
  tx: Tx,
  table: T,
  workspaceId: string,
  unread: readonly (keyof Rows[T])[],
  where: RawBuilder<unknown>,
): Promise<readonly Rows[T][]> => {
  const all: Rows[T][] = []
  for (let after = noId; ;) {
    const { rows } = await sql<{ id: string; told: Told }>`
      select r.id, row_to_json(r) as told from (
        select ${columnsBut(table, unread)} from ${sql.id(nameOf(table))} t
        where t.workspace_id = ${workspaceId}::uuid and t.id > ${after}::uuid and ${where} order by t.id limit ${page}) r`.execute(tx)
    for (const { told } of rows) all.push(rowOf(table, told))
    const last = rows.length < page ? undefined : rows.at(-1)
    if (last === undefined) return all
    after = last.id
  }
}

/** Everything that the ranking and the law look at, as a device of this member holds it on `today`. */
export const readRanked = async (tx: Tx, { workspaceId, memberId }: Pick<Actor, 'workspaceId' | 'memberId'>, today: Day): Promise<ReadRows> => {
  const windowFrom = addDays(today, -activityWindow)
  const own = sql`t.member_id = ${memberId}`
  const any = sql`true`
  const rows = <T extends Table>(table: T, where: RawBuilder<unknown>) => readRows(tx, table, workspaceId, where)
  const people = await inPages(tx, 'contact', workspaceId, Object.keys(unreadContact) as (keyof Contact)[], sql`t.deleted_at is null and t.archived_at is null`)
  const activities = await inPages(tx, 'activity', workspaceId, ['title', 'note', 'standingBefore'], sql`t.day >= ${windowFrom}::date and t.voided_at is null`)
  const messages = await inPages(tx, 'message', workspaceId, ['to', 'subject', 'body'], sql`t.state in ('sending', 'sent', 'unsure')`)
  return {
    windowFrom,
    contact: people.map((contact) => ({ ...contact, ...unreadContact })),
    activity: activities.map((activity) => ({ ...activity, title: '', note: '', standingBefore: {} })),
    message: messages.map((message) => ({ ...message, to: '', subject: '', body: '' })),
    sale: await rows('sale', sql`t.day >= ${addDays(today, -saleWindow)}::date and t.voided_at is null`),
    consent: await rows('consent', any),
    enquiry: await rows('enquiry', any),
    event: await rows('event', any),
    invitation: await rows('invitation', any),
    offer: await rows('offer', any),
    dayPage: await rows('dayPage', own),
    schedule: await rows('schedule', own),
    dayOff: await rows('dayOff', own),
  }
}

import { sql, type RawBuilder } from 'kysely'
import { counts, isConversation, type Activity } from '#method/activity/activity.ts'
import type { Refusal } from '#method/ledger/operation.ts'
import type { Tx } from '#server/db/database.ts'

/** An operation as it is kept once and for all. */
export type KeptOperation = {
  readonly id: string
  readonly device: string | null
  readonly sequence: number | null
  readonly type: string
  readonly fingerprint: string
  readonly status: 'ok' | 'refused'
  readonly reason: Refusal | null
  readonly at: string | null
  readonly zone: string | null
  readonly format: number
  readonly contactId: string | null
  readonly change: unknown
  readonly before: unknown
}

/** Puts this writer in line behind the others of the workspace and moves the cursor; gives the position of what it will write. */
export const takeCursor = async (tx: Tx, workspaceId: string): Promise<number> => {
  const { rows } = await sql<{ value: number }>`
    insert into cursor (workspace_id, value) values (${workspaceId}::uuid, 1)
    on conflict (workspace_id) do update set value = cursor.value + 1 returning value`.execute(tx)
  return rows[0]?.value ?? 0
}

/** Puts the cursor back where it was, for a writer who wrote nothing. */
export const giveBackCursor = async (tx: Tx, workspaceId: string): Promise<void> => {
  await sql`update cursor set value = value - 1 where workspace_id = ${workspaceId}::uuid`.execute(tx)
}

/** The position of the last change; 0 in a workspace where nothing was ever written. */
export const cursorOf = async (tx: Tx, workspaceId: string): Promise<number> => {
  const { rows } = await sql<{ value: number }>`select value from cursor where workspace_id = ${workspaceId}::uuid`.execute(tx)
  return rows[0]?.value ?? 0
}

export type KnownAnswer = { readonly id: string; readonly fingerprint: string; readonly status: 'ok' | 'refused'; readonly reason: Refusal | null }

/** The answers given before to these ids. */
export const knownAnswers = async (tx: Tx, workspaceId: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownAnswer>> => {
  const { rows } = await sql<KnownAnswer>`
    select id, fingerprint, status, reason from operation where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The statement that keeps operations for ever; the primary key refuses a second one of the same id. */
export const toKeepOperations = (workspaceId: string, memberId: string, rev: number, operations: readonly KeptOperation[]): readonly RawBuilder<unknown>[] => {
  if (operations.length === 0) return []
  return [
    sql`
    insert into operation (workspace_id, id, device, sequence, member_id, type, fingerprint, status, reason, at, zone, format, contact_id, change, before, rev)
    select ${workspaceId}::uuid, x.id, x.device, x.sequence, ${memberId}, x.type, x.fingerprint, x.status, x.reason, x.at, x.zone, x.format,
      x."contactId", x.change, x.before, ${rev}::bigint
    from jsonb_to_recordset(${JSON.stringify(operations)}::jsonb) as x(id uuid, device uuid, sequence bigint, type text, fingerprint text,
      status text, reason text, at timestamptz, zone text, format integer, "contactId" uuid, change jsonb, before jsonb)`,
  ]
}

/** The statement that writes who each activity was with. The people of a fact never change. */
export const toKeepPeopleOf = (workspaceId: string, activities: readonly Activity[]): readonly RawBuilder<unknown>[] => {
  const people = activities.flatMap(({ id, contactIds, occurredAt }) => contactIds.map((contactId) => ({ id, contactId, occurredAt })))
  if (people.length === 0) return []
  return [
    sql`
    insert into activity_contact (workspace_id, contact_id, activity_id, occurred_at)
    select ${workspaceId}::uuid, x."contactId", x.id, x."occurredAt"
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as x(id uuid, "contactId" uuid, "occurredAt" timestamptz)
    on conflict do nothing`,
  ]
}

type Counted = {
  readonly memberId: string
  readonly day: string
  readonly kind: string
  readonly outcome: string
  activities: number
  conversations: number
  minutes: number
}

/**
 * The statement that adds activities never kept before to the counts of their days: what counting again would find, without
 * reading whole days for each part of a history of years. The line of writers makes the sum safe.
 */
export const toAddCounts = (workspaceId: string, rev: number, activities: readonly Activity[]): readonly RawBuilder<unknown>[] => {
  if (activities.length === 0) return []
  const sums = new Map<string, Counted>()
  for (const activity of activities) {
    const { memberId, day, kind, outcome } = activity
    const key = `${day} ${kind} ${outcome} ${memberId}`
    const sum = sums.get(key) ?? { memberId, day, kind, outcome, activities: 0, conversations: 0, minutes: 0 }
    sums.set(key, sum)
    if (!counts(activity)) continue
    if (activity.direction === 'out') sum.activities += 1
    if (isConversation(activity)) sum.conversations += 1
    sum.minutes += activity.minutes ?? 0
  }
  return [
    sql`
    insert into roll_up (workspace_id, member_id, day, kind, outcome, activities, conversations, minutes, rev)
    select ${workspaceId}::uuid, x."memberId", x.day, x.kind, x.outcome, x.activities, x.conversations, x.minutes, ${rev}::bigint
    from jsonb_to_recordset(${JSON.stringify([...sums.values()])}::jsonb)
      as x("memberId" text, day date, kind text, outcome text, activities integer, conversations integer, minutes integer)
    on conflict (workspace_id, member_id, day, kind, outcome) do update
      set activities = roll_up.activities + excluded.activities, conversations = roll_up.conversations + excluded.conversations,
        minutes = roll_up.minutes + excluded.minutes, rev = excluded.rev`,
  ]
}

/** Counts again the days of these activities, so that a retry or an undo cannot make a count drift. */
export const recount = async (tx: Tx, workspaceId: string, rev: number, activities: readonly Activity[]): Promise<void> => {
  const touched = new Map(activities.map(({ memberId, day }) => [`${day} ${memberId}`, { memberId, day }]))
  if (touched.size === 0) return
  await sql`
    insert into roll_up (workspace_id, member_id, day, kind, outcome, activities, conversations, minutes, rev)
    select ${workspaceId}::uuid, a.member_id, a.day, a.kind, a.outcome,
      count(*) filter (where a.voided_at is null and a.direction = 'out'),
      count(*) filter (where a.voided_at is null and a.outcome in ('reached', 'replied', 'meeting-booked', 'not-now', 'no', 'yes')),
      coalesce(sum(a.minutes) filter (where a.voided_at is null), 0), ${rev}::bigint
    from jsonb_to_recordset(${JSON.stringify([...touched.values()])}::jsonb) as x("memberId" text, day date)
      join activity a on a.workspace_id = ${workspaceId}::uuid and a.member_id = x."memberId" and a.day = x.day
    group by a.member_id, a.day, a.kind, a.outcome
    on conflict (workspace_id, member_id, day, kind, outcome) do update
      set activities = excluded.activities, conversations = excluded.conversations, minutes = excluded.minutes, rev = excluded.rev
      where (roll_up.activities, roll_up.conversations, roll_up.minutes) <> (excluded.activities, excluded.conversations, excluded.minutes)`.execute(tx)
}

export type Device = { readonly maxSequence: number; readonly missing: readonly number[]; readonly wipe: boolean; readonly session: string | null }

/** What is known of a member's device. */
export const deviceOf = async (tx: Tx, workspaceId: string, memberId: string, device: string): Promise<Device> => {
  const { rows } = await sql<Device>`
    select max_sequence as "maxSequence", missing, wipe, session_id as session from device
    where workspace_id = ${workspaceId}::uuid and member_id = ${memberId} and id = ${device}::uuid`.execute(tx)
  return rows[0] ?? { maxSequence: 0, missing: [], wipe: false, session: null }
}

export const keepDevice = async (
  tx: Tx,
  workspaceId: string,
  memberId: string,
  device: string,
  { maxSequence, missing }: Pick<Device, 'maxSequence' | 'missing'>,
): Promise<void> => {
  await sql`
    insert into device (workspace_id, member_id, id, max_sequence, missing)
    values (${workspaceId}::uuid, ${memberId}, ${device}::uuid, ${maxSequence}::bigint, ${JSON.stringify(missing)}::jsonb)
    on conflict (workspace_id, member_id, id) do update set max_sequence = excluded.max_sequence, missing = excluded.missing, seen_at = now()`.execute(tx)
}

/** Remembers by which session a device comes. Whoever signs in on it again has it back: it is no longer asked to forget. */
export const seeDevice = async (tx: Tx, workspaceId: string, memberId: string, device: string, session: string): Promise<void> => {
  const known = await deviceOf(tx, workspaceId, memberId, device)
  if (known.session === session) return
  await sql`
    insert into device (workspace_id, member_id, id, max_sequence, missing, session_id)
    values (${workspaceId}::uuid, ${memberId}, ${device}::uuid, 0, '[]', ${session})
    on conflict (workspace_id, member_id, id) do update set session_id = excluded.session_id, wipe = false, seen_at = now()`.execute(tx)
}

/** Asks a member's devices to forget everything the next time they ask: all of them, or those that came by these sessions. */
export const wipeDevices = async (tx: Tx, workspaceId: string, memberId: string, sessions: readonly string[] | 'all'): Promise<void> => {
  const which = sessions === 'all' ? sql`true` : sql`session_id = any(${sessions as string[]}::text[])`
  await sql`update device set wipe = true where workspace_id = ${workspaceId}::uuid and member_id = ${memberId} and ${which}`.execute(tx)
}

export type HistoryEntry = {
  readonly id: string
  readonly type: string
  readonly memberId: string
  readonly at: string
  readonly recordedAt: string
  readonly contactId: string
  readonly change: unknown
  readonly before: unknown
}

/** What was written about these people, newest first, with what each edit replaced. */
export const historyOfContacts = async (tx: Tx, workspaceId: string, contactIds: readonly string[], limit: number): Promise<readonly HistoryEntry[]> => {
  const { rows } = await sql<HistoryEntry>`
    select id, type, member_id as "memberId", at, recorded_at as "recordedAt", contact_id as "contactId", change, before
    from operation where workspace_id = ${workspaceId}::uuid and contact_id = any(${contactIds}::uuid[]) and status = 'ok'
    order by rev desc, id desc limit ${limit}`.execute(tx)
  return rows
}
